import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { ResendRequest } from '@ocop/contract/order-messages';
import { messageKinds } from '@ocop/rules/order-messages';
import { ORDER_MESSAGES } from '../../../../../modules/order-messages/index.ts';
import type { OrderMessagesService } from '../../../../../modules/order-messages/service.ts';

/**
 * Has a message sent again within the minute; who asked, when and why stays with it. 404 for one that was never
 * due, 409 for one that is waiting to be sent already.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<ResendRequest>,
  res: MedusaResponse,
): Promise<void> {
  const outbox = req.scope.resolve<OrderMessagesService>(ORDER_MESSAGES);
  const { orderId = '', kind: asked } = req.params;
  const kind = messageKinds.find((one) => one === asked);
  const known = kind && (await outbox.ofOrder(orderId)).some((one) => one.kind === kind);
  if (!kind || !known) {
    res
      .status(404)
      .json({ reason: 'unknown-message', message: 'This order has no such message. Nothing was sent.' });
    return;
  }
  const { reason } = req.validatedBody;
  if (!(await outbox.sendAgain(orderId, kind, { by: req.auth_context.actor_id, reason }))) {
    res.status(409).json({
      reason: 'message-waiting',
      message: 'This message is waiting to be sent already. Nothing was changed.',
    });
    return;
  }
  res.status(202).json({ queued: true });
}
