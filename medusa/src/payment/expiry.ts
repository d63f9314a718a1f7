import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { cancelOrderWorkflow } from '@medusajs/medusa/core-flows';
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
