import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { CancellationRequest } from '@ocop/contract/order-cancellation';
import { cancelForBuyer } from '../../../../../ordering/cancel-order.ts';

/** A buyer takes an order back, see `@ocop/contract/order-cancellation`. */
export async function POST(req: MedusaRequest<CancellationRequest>, res: MedusaResponse): Promise<void> {
  const answer = await cancelForBuyer(req.scope, req.params.orderId ?? '', req.validatedBody.phone);
  if (answer) {
    res.json(answer);
    return;
  }
  res
    .status(404)
    .json({ reason: 'unknown-order', message: 'This order and this telephone do not belong together.' });
}
