import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { DeliveryAnswer } from '@ocop/contract/orders';
import { cheapestDelivery, dongRegion } from '../../../ordering/delivery.ts';

/** What delivery costs, without a cart. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const cheapest = await cheapestDelivery(req.scope, await dongRegion(req.scope));
  res.json({ amount: cheapest?.amount ?? null } satisfies DeliveryAnswer);
}
