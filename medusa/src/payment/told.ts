import type { MedusaContainer } from '@medusajs/framework/types';
import type { Receipt } from '@ocop/contract/receipt';
import { bankTransfers, moneyOf, orderById } from './bank-transfers.ts';
import { cardPayments } from './cards.ts';

/**
 * What the buyer of an order is told about its transfer; null for an order that is not paid by transfer, and
 * where the shop takes none any more and none came.
 */
export async function toldTransfer(
  container: MedusaContainer,
  orderId: string,
): Promise<Receipt['transfer']> {
  const service = bankTransfers(container);
  const order = await orderById(container, orderId);
  const awaited = order?.cartId == null ? null : await service.ofCart(order.cartId);
  if (!order || !awaited) return null;
  const money = moneyOf(order, awaited);
  const isDoubted = (await service.transfersOf(orderId)).some(({ state }) => state === 'doubted');
  const account = service.settings?.account;
  return {
    // Paid is paid, whatever came beside it.
    money: isDoubted && money !== 'captured' ? 'unclear' : money,
    bin: account?.bin ?? '',
    account: account?.number ?? '',
    holder: account?.holder ?? '',
    amount: awaited.amount,
    dueAt: new Date(awaited.dueAt).toISOString(),
  };
}

/** What the buyer of an order is told about its payment by card; null for an order that is paid otherwise. */
export async function toldCard(container: MedusaContainer, orderId: string): Promise<Receipt['card']> {
  const order = await orderById(container, orderId);
  const row = order?.cartId == null ? null : await cardPayments(container).ofCart(order.cartId);
  // A row of an attempt before this order, which was paid otherwise, names another order or none.
  if (!order || !row || (row.orderId !== null && row.orderId !== orderId)) return null;
  const money = moneyOf(order, row);
  return {
    money,
    confirming: row.confirming,
    amount: row.amount,
    url: money === 'awaiting' && !row.isDue ? row.url : null,
    dueAt: new Date(row.dueAt).toISOString(),
  };
}
