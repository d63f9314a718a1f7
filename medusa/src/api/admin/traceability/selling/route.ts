import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { HeldPacks } from '@ocop/contract/selling';
import { TRACEABILITY, type TraceabilityService } from '../../../../modules/traceability/service.ts';

/** Packs on sale that are not sold until staff decide, with what keeps each. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const offers = await traceability.selling.offers();
  const held = offers.flatMap(
    ({ held: why, variantId, sku, productId, product, title, fault, price, accepted }): HeldPacks['held'] =>
      why === null ? [] : [{ variantId, sku, productId, product, title, held: why, fault, price, accepted }],
  );
  res.json({ held, count: held.length } satisfies HeldPacks);
}
