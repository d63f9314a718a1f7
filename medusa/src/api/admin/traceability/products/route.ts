import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type {
  ProductsRegistered,
  TracedProductsRequest,
  UnlinkedProducts,
} from '@ocop/contract/traced-products';
import { TRACEABILITY, type TraceabilityService } from '../../../../modules/traceability/service.ts';

/** Names of products on lots and ranges that lead to no product of the record. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  res.json({ unlinked: await traceability.products.unlinked() } satisfies UnlinkedProducts);
}

/** Takes products of the record over; lots and ranges follow their new names. Safe to repeat. */
export async function POST(
  req: AuthenticatedMedusaRequest<TracedProductsRequest>,
  res: MedusaResponse,
): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const answer: ProductsRegistered = await traceability.products.register(req.validatedBody.products);
  res.json(answer);
}
