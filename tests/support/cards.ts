import type { Receipt } from '@ocop/contract/receipt';
import type { AdminApi } from '../../scripts/commerce/admin-api.ts';
import type { MedusaConnection } from '../../src/medusa-client/connection.ts';
import { sendOrder, type OrderRequest } from '../../src/medusa-client/orders.ts';
import { fetchReceipt } from '../../src/medusa-client/site-routes.ts';
import { receiptToken } from '../../src/rules/receipt-token.ts';
import { putOnSale, type Goods } from './goods.ts';
import { orderRequest, value } from './orders.ts';
import type { TestStack } from './stack.ts';
import { readDesk } from './transfers.ts';

/** An order that is paid by card. `total` in đồng, delivery included. */
export interface CardOrder {
  id: string;
  cartId: string;
  total: number;
  goods: Goods;
  /** Name of its hosted page. */
  page: string;
  /** Paths of the site: where its buyer comes back to, and its receipt. */
  comesBack: string;
  receipt: string;
}

/** An order of one piece at 100.000 ₫ by card, as the site sends it. */
export function cardRequest(stack: TestStack, goods: Goods): OrderRequest {
  const request = orderRequest(goods, 1, 100_000);
  return { ...request, payment: 'card', returnUrl: stack.siteUrl + returnOf(stack, request.cartId) };
}

const returnOf = ({ env }: TestStack, cartId: string) =>
  `/thanh-toan/the/${receiptToken(env.RECEIPT_SECRET ?? '', cartId)}`;

/** Places it. @param goods what is ordered; left out, something of which ten pieces are on sale */
export async function orderByCard(
  stack: TestStack,
  { admin, medusa }: { admin: AdminApi; medusa: MedusaConnection },
  goods?: Goods,
  email: string | null = null,
): Promise<CardOrder> {
  const sold = goods ?? (await putOnSale(admin, { price: 100_000, stock: 10 }));
  const request = { ...cardRequest(stack, sold), email };
  const answer = value(await sendOrder(medusa, request));
  if (answer.outcome !== 'placed') throw new Error(answer.outcome);
  const { total, card } = value(await fetchReceipt(medusa, answer.orderId));
  return {
    ...{ id: answer.orderId, cartId: request.cartId, total, goods: sold },
    page: card?.url?.split('/').at(-1) ?? '',
    comesBack: returnOf(stack, request.cartId),
    receipt: `/don-hang/${receiptToken(stack.env.RECEIPT_SECRET ?? '', answer.orderId)}`,
  };
}

/** What the buyer of an order is told of its card. */
export async function toldCard(medusa: MedusaConnection, id: string): Promise<NonNullable<Receipt['card']>> {
  const { card } = value(await fetchReceipt(medusa, id));
  if (!card) throw new Error('The order is not paid by card.');
  return card;
}

/** Cards on the list for a person, of one order. */
export async function cardsFor(admin: AdminApi, id: string) {
  return (await readDesk(admin)).cards.filter(({ order }) => order?.id === id);
}
