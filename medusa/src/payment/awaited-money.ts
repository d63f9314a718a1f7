import type { MedusaContainer } from '@medusajs/framework/types';
import { mayPack } from '@ocop/rules/payment/order-money';
import { bankTransfers, moneyOf, type CodedOrder } from './bank-transfers.ts';
import { cardPayments } from './cards.ts';

/**
 * Whether the goods of an order must stay because its money is awaited, or a person has to look at it; cash on delivery
 * is paid when it is handed over. Asked by the cart, which is noted before the order is placed.
 */
export async function lacksMoney(container: MedusaContainer, order: CodedOrder | null): Promise<boolean> {
  if (order?.cartId == null) return false;
  const awaited =
    (await bankTransfers(container).ofCart(order.cartId)) ??
    (await cardPayments(container).ofCart(order.cartId));
  return awaited !== null && !mayPack(moneyOf(order, awaited));
}
