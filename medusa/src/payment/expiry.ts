import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { cancelOrderWorkflow } from '@medusajs/medusa/core-flows';
import { ORDER_MESSAGES } from '../modules/order-messages/index.ts';
import type { OrderMessagesService } from '../modules/order-messages/service.ts';
import type { AwaitedTransfer } from '../modules/bank-transfers/rows.ts';
import { bankTransfers, decidingMoney, moneyOf, orderOfCart } from './bank-transfers.ts';

/** What became of orders whose time to pay was over. */
export type Expired = Record<'expired' | 'ended' | 'failed', number>;

/**
 * Cancels orders whose transfer did not come in time, so that their goods are free again. One for which money
 * came that a person has to look at waits on.
 */
export async function expireTransfers(container: MedusaContainer): Promise<Expired> {
  const counted: Expired = { expired: 0, ended: 0, failed: 0 };
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  const service = bankTransfers(container);
  await service.nameOrders();
  for (const awaited of await service.due()) {
    try {
      counted[await decidingMoney(container, awaited.cartId, () => expire(container, awaited))] += 1;
    } catch (error) {
      counted.failed += 1;
      const reason = error instanceof Error ? error.message : String(error);
      logger.error(`The order of cart ${awaited.cartId} was not paid and could not be cancelled: ${reason}`);
    }
  }
  if (counted.expired > 0)
    logger.warn(`${counted.expired} orders that were not paid in time were cancelled.`);
  await service.eraseOldNotes();
  return counted;
}

/** How long before its end a buyer is reminded, hours; where it waits for less than twice that, at half its time. */
const REMIND_HOURS = 6;

const soonDue = `
  select a.order_id as "orderId" from awaited_transfer a
  where a.money = 'awaiting' and a.order_id is not null and a.due_at > now()
    and now() >= a.due_at - least(interval '${REMIND_HOURS} hours', (a.due_at - a.created_at) / 2)
    and not exists (select 1 from bank_transfer b where b.order_id = a.order_id and b.state = 'doubted')
    and not exists (
      select 1 from order_message m where m.order_id = a.order_id and m.kind = 'transfer-reminder')
  order by a.due_at limit 100`;

/**
 * Puts a reminder on the list of messages for each order for which no money came and whose time is nearly over, once.
 * @returns how many
 */
export async function remindOfTransfers(container: MedusaContainer): Promise<number> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await knex.raw<{ rows: { orderId: string }[] }>(soonDue);
  const messages = container.resolve<OrderMessagesService>(ORDER_MESSAGES);
  return messages.add(rows.map(({ orderId }) => ({ orderId, kind: 'transfer-reminder' })));
}

async function expire(
  container: MedusaContainer,
  { id, cartId }: AwaitedTransfer,
): Promise<'expired' | 'ended'> {
  const service = bankTransfers(container);
  const awaited = await service.ofCart(cartId);
  if (awaited?.money !== 'awaiting') return 'ended';
  const order = await orderOfCart(container, cartId);
  if (!order) {
    await service.giveUp(id, 'cancelled');
    return 'ended';
  }
  const money = moneyOf(order, awaited);
  if (money === 'cancelled' || money === 'expired') {
    await service.giveUp(id, money);
    return 'ended';
  }
  // A process that ends between these two is made good by the next run, which finds when it was cancelled.
  await cancelOrderWorkflow(container).run({ input: { order_id: order.orderId } });
  await service.giveUp(id, 'expired');
  return 'expired';
}
