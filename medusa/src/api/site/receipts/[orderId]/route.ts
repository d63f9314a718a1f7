import { getOrderDetailWorkflow } from '@medusajs/core-flows';
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { MedusaError } from '@medusajs/framework/utils';
import type { Receipt } from '@ocop/contract/receipt';
import { confirmations } from '../../../../ordering/confirmation.ts';
import type { Confirmation } from '../../../../modules/order-confirmation/service.ts';
import { toldCard, toldTransfer } from '../../../../payment/told.ts';
import { receiptFields, receiptOf, type PlacedOrder } from './receipt.ts';

/** The least a buyer needs to see of an order again; 404 when there is none with this id. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const order = await findOrder(req);
  if (!order) {
    res.status(404).json({ reason: 'unknown-order', message: 'There is no such order.' });
    return;
  }
  const orderId = req.params.orderId ?? '';
  const confirmation = await confirmations(req.scope).ofOrder(orderId);
  const [transfer, card] = [await toldTransfer(req.scope, orderId), await toldCard(req.scope, orderId)];
  res.json({
    ...receiptOf(order, { transfer, card }),
    confirmation: toldConfirmation(confirmation),
  } satisfies Receipt);
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

/** A buyer is told of a call that is to come, and of an order that was cancelled for want of one. */
function toldConfirmation(confirmation: Confirmation | null): Receipt['confirmation'] {
  if (!confirmation || (confirmation.state !== 'awaited' && confirmation.state !== 'released')) return null;
  return { state: confirmation.state, dueAt: new Date(confirmation.dueAt).toISOString() };
}
