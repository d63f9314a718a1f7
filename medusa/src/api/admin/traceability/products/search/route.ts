import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { ListedProducts, ProductSearchQuery } from '@ocop/contract/traced-products';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';

/** Products of the record, on sale or not, to choose one from. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { q } = req.validatedQuery as ProductSearchQuery;
  res.json((await traceability.products.search(q)) satisfies ListedProducts);
}
