import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { receiptFields, receiptOf, type PlacedOrder } from './receipt.ts';

/** The least a buyer needs to see of an order again; 404 when there is none with this id. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY);
  const { data } = await query.graph({
    entity: 'order',
    fields: [...receiptFields],
    filters: { id: req.params.orderId },
  });
  const order = data[0] as PlacedOrder | undefined;
  if (!order) {
    res.status(404).json({ reason: 'unknown-order', message: 'There is no such order.' });
    return;
  }
  res.json(receiptOf(order));
}
