import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { DeliveryAnswer } from '@ocop/contract/orders';
import { deliveryRange } from '@ocop/rules/delivery-price';
import { deliveryPrices, tableInForce } from '../../../ordering/delivery-table.ts';
import { cheapestDelivery, dongRegion } from '../../../ordering/delivery.ts';

/** The lightest parcel there is, of goods that cost nothing: no order pays less, but one that is sent free. */
const LEAST = [{ sender: null, grams: 1, goods: 0 }];

/** What delivery costs, without a cart. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const cheapest = await cheapestDelivery(req.scope, await dongRegion(req.scope));
  if (!cheapest) {
    res.json({ amount: null } satisfies DeliveryAnswer);
    return;
  }
  const saved = await deliveryPrices(req.scope).current();
  const amount = saved ? deliveryRange(saved.table, LEAST).least.total : cheapest.amount;
  res.json({ amount, table: tableInForce(saved, cheapest.amount) } satisfies DeliveryAnswer);
}
