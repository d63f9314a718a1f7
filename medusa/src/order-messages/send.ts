/** Sends what waits in the outbox of order messages, one at a time, by Medusa's notification module. */
import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils';
import { worthTelling } from '@ocop/rules/order-messages';
import { mailAddressShape } from '../message-env.ts';
import { failureIn, type SendFailure } from '../modules/mail/failure.ts';
import { ORDER_MESSAGES } from '../modules/order-messages/index.ts';
import type {
  MessageChannel,
  OrderMessagesService,
  StoredMessage,
} from '../modules/order-messages/service.ts';
import { orderMessage } from './message.ts';
import { readHistories } from './order-history.ts';
import { rowsIn } from './rows.ts';
import { readToldOrder, type Reachable, type ToldOrder } from './told-order.ts';
import { webhookParameters } from './webhook-parameters.ts';

/** Nothing more is begun after so long: the next minute's job goes on. */
const RUN_MS = 50_000;

/** What became of the messages of a run. `again`: to be tried once more. */
export type Sent = Record<'sent' | 'again' | 'failed' | 'skipped', number>;

/**
 * Sends until nothing is left, the time is over, or the mail server cannot be reached: then the others wait and are
 * not counted as tried.
 */
export async function sendOrderMessages(container: MedusaContainer): Promise<Sent> {
  const outbox = container.resolve<OrderMessagesService>(ORDER_MESSAGES);
  const sent: Sent = { sent: 0, again: 0, failed: await outbox.giveUp(), skipped: 0 };
  const end = performance.now() + RUN_MS;
  while (performance.now() < end) {
    const message = await outbox.claim();
    if (!message) break;
    const outcome = await sendOne(container, outbox, message);
    sent[outcome.became] += 1;
    if (outcome.failure?.reach === 'server') break;
  }
  if (sent.again + sent.failed > 0) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `Order messages: ${sent.sent} sent, ${sent.again} to be tried again, ${sent.failed} given up. ` +
          'GET /admin/order-messages lists those given up, and why.',
      );
  }
  return sent;
}

interface Outcome {
  became: keyof Sent;
  failure?: SendFailure;
}

async function sendOne(
  container: MedusaContainer,
  outbox: OrderMessagesService,
  message: StoredMessage,
): Promise<Outcome> {
  let channel: MessageChannel | null = null;
  try {
    const told = await readToldOrder(container, message.orderId, outbox.settings);
    const skipped = told === null ? 'no-order' : await reasonToSkip(container, outbox, message);
    if (told === null || skipped !== null) {
      await outbox.noteSkipped(message.id, skipped ?? 'no-order');
      return { became: 'skipped' };
    }
    channel = channelTo(told.buyer, outbox.settings.webhook);
    if (channel === null) {
      const problem = told.buyer.email === null ? 'no-address' : 'wrong-address';
      await outbox.noteSkipped(message.id, problem);
      return { became: 'skipped' };
    }
    await handOver(container, message, { channel, ...told, host: told.order.shop || 'localhost' });
  } catch (error) {
    const failure = failureIn(error);
    const state = await outbox.noteFailed(message, {
      channel,
      problem: failure.code,
      forGood: failure.reach === 'refused',
    });
    return { became: state === 'failed' ? 'failed' : 'again', failure };
  }
  await outbox.noteSent(message.id, channel);
  return { became: 'sent' };
}

/** A message that waited while its order went on is not told any more, unless staff ask for it. */
async function reasonToSkip(
  container: MedusaContainer,
  outbox: OrderMessagesService,
  { orderId, kind, resends }: StoredMessage,
): Promise<string | null> {
  if (resends.length > 0) return null;
  const history = (await readHistories(rowsIn(container), [orderId])).get(orderId);
  if (!history) return 'no-order';
  const known = new Set((await outbox.ofOrder(orderId)).map((one) => one.kind));
  known.delete(kind);
  return worthTelling(history, known).some((one) => one.kind === kind) ? null : 'overtaken';
}

/** An address that is none is never handed to a mail server: it would become a header. */
function channelTo({ email, phone }: Reachable, webhook: boolean): MessageChannel | null {
  if (email !== null && mailAddressShape.test(email)) return 'email';
  return email === null && phone !== null && webhook ? 'sms' : null;
}

interface Letter {
  channel: MessageChannel;
  order: ToldOrder;
  buyer: Reachable;
  host: string;
}

/**
 * By Medusa's notification module. Its own key against repeats is left out: it takes a message whose process was
 * killed for sent.
 */
async function handOver(
  container: MedusaContainer,
  { kind, orderId, resends }: StoredMessage,
  { channel, order, buyer, host }: Letter,
): Promise<void> {
  // The same for every try, so that a message that comes twice is known to be one.
  const messageId = `<${[orderId, kind, ...(resends.length > 0 ? [resends.length] : [])].join('.')}@${host}>`;
  const about = {
    channel,
    template: `order-${kind}`,
    trigger_type: 'order-message',
    resource_type: 'order',
    resource_id: orderId,
    provider_data: { messageId },
  };
  const notification = container.resolve(Modules.NOTIFICATION);
  const stored = await notification.createNotifications(
    channel === 'email'
      ? { ...about, to: buyer.email ?? '', content: orderMessage(kind, order) }
      : { ...about, to: buyer.phone ?? '', data: webhookParameters(order) },
  );
  if ((stored as { status?: string }).status === 'failure') throw new Error('The notification was not sent.');
}
