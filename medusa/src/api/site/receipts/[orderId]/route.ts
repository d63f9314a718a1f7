import { getOrderDetailWorkflow } from '@medusajs/core-flows';
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { MedusaError } from '@medusajs/framework/utils';
import { receiptFields, receiptOf, type PlacedOrder } from './receipt.ts';

/** The least a buyer needs to see of an order again; 404 when there is none with this id. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const order = await findOrder(req);
  if (!order) {
    res.status(404).json({ reason: 'unknown-order', message: 'There is no such order.' });
    return;
  }
  res.json(receiptOf(order));
}

/** With the states Medusa reckons from what was packed, sent and paid. */
async function findOrder(req: MedusaRequest): Promise<PlacedOrder | null> {
  try {
    const { result } = await getOrderDetailWorkflow(req.scope).run({
      input: { order_id: req.params.orderId ?? '', fields: [...receiptFields] },
    });
    return result as unknown as PlacedOrder;
  } catch (error) {
    if (error instanceof MedusaError && error.type === MedusaError.Types.NOT_FOUND) return null;
    throw error;
  }
}
