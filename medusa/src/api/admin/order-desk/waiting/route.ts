import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { countWaitingOrders, WAITING_AT_MOST } from '../../../../order-desk/read-orders.ts';

/** How many orders wait to be packed, and since when the oldest does. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { count, oldestAt } = await countWaitingOrders(req.scope);
  res.json({ count, orMore: count === WAITING_AT_MOST, oldestAt });
}
