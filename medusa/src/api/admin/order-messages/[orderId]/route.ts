import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { OrderMessageList } from '@ocop/contract/order-messages';
import { ORDER_MESSAGES } from '../../../../modules/order-messages/index.ts';
import type { OrderMessagesService } from '../../../../modules/order-messages/service.ts';

/** What the buyer of an order was told, or is to be told; empty where nothing was due yet. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const outbox = req.scope.resolve<OrderMessagesService>(ORDER_MESSAGES);
  const messages = await outbox.ofOrder(req.params.orderId ?? '');
  const { mailServer } = outbox.settings;
  res.json({
    toFolder: mailServer === null,
    messages: messages.map(({ kind, state, channel, tries, nextTryAt, sentAt, problem, resends }) => ({
      ...{ kind, state, channel, tries, problem, resends },
      nextTryAt: new Date(nextTryAt).toISOString(),
      sentAt: sentAt && new Date(sentAt).toISOString(),
    })),
  } satisfies OrderMessageList);
}
