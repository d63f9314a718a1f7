import { cartIdShape } from '@ocop/rules/cart-id';
import { orderOfToken, receiptToken } from '@ocop/rules/receipt-token';
import type { AstroCookies } from 'astro';
import { siteEnv } from '../../config/env.ts';
import { seeOther } from '../../http/forms.ts';
import type { ClientRequest } from '../../http/client-address.ts';
import { countRequest } from '../../http/rate-limits.ts';
import type { Lang } from '../../i18n/lang.ts';
import { paths } from '../../i18n/paths.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { endCard, lookAtCard } from '../../medusa-client/payment.ts';
import { fetchReceipt } from '../../medusa-client/site-routes.ts';
import { newCart, type CartItem } from '../cart/cart.ts';
import { openCart } from '../cart/cart.server.ts';
import { rememberCart } from '../cart/cart-cookies.ts';
import { MAX_QUANTITY } from '../cart/quantity.ts';
import { eraseDraft } from '../checkout/draft.server.ts';
import { lastOrder } from '../receipt/last-order.server.ts';
import { receiptOfOrder } from '../receipt/receipt-address.server.ts';
import type { CameBack } from './card.ts';

/** The path behind which an order's card is asked about; null without a secret to sign it. */
function lookPath(cartId: string, lang: Lang): string | null {
  const secret = siteEnv().RECEIPT_SECRET;
  return secret ? paths(lang).cardReturn(receiptToken(secret, cartId)) : null;
}

/** Where a buyer comes back to from the page of the card. */
export function cardReturn(cartId: string, lang: Lang): string | null {
  const path = lookPath(cartId, lang);
  return path === null ? null : siteEnv().SITE_URL + path;
}

/** The same as a path, for the browser that placed this order; null for any other, which only holds its address. */
export function ownCardPath(cookies: AstroCookies, orderId: string | null, lang: Lang): string | null {
  const placed = lastOrder(cookies);
  return placed !== null && placed.orderId === orderId ? lookPath(placed.cartId, lang) : null;
}

function cartOf(token: string): string | null {
  const secret = siteEnv().RECEIPT_SECRET;
  const id = secret ? orderOfToken(secret, token) : null;
  return id !== null && cartIdShape.test(id) ? id : null;
}

/**
 * A buyer came back from the page of the card, done or not. Whether it was charged is asked, never read from the
 * address.
 * @returns null where nobody answers: the page says so and asks again
 */
export async function answerCardReturn(
  cookies: AstroCookies,
  { token, lang, client }: { token: string; lang: Lang; client: ClientRequest },
): Promise<Response | null> {
  const cartId = cartOf(token);
  if (cartId === null) return new Response(null, { status: 404 });
  if (countRequest('cardLooks', client).limited) return null;
  const looked = await lookAtCard(medusa(), cartId);
  if (!looked.ok) return looked.error.type === 'not-found' ? new Response(null, { status: 404 }) : null;
  const { orderId, money, asked } = looked.data;
  if (money === 'captured') eraseDraft(cookies);
  return toReceipt(orderId, lang, money === 'awaiting' ? (asked ? 'lai' : 'cho') : null);
}

/** The card was not charged and its buyer pays otherwise: the order ends, its goods lie in the cart again. */
export async function answerOtherWay(
  cookies: AstroCookies,
  { token, lang, client }: { token: string; lang: Lang; client: ClientRequest },
): Promise<Response> {
  const cartId = cartOf(token);
  const placed = lastOrder(cookies);
  // Whoever was only passed an address takes back no order.
  if (cartId === null || placed?.cartId !== cartId) return new Response(null, { status: 404 });
  const isLimited = countRequest('cardLooks', client).limited;
  const ended = isLimited ? null : await endCard(medusa(), cartId);
  if (!ended?.ok || ended.data.outcome === 'unknown') return toReceipt(placed.orderId, lang, 'cho');
  if (ended.data.outcome === 'kept') return toReceipt(placed.orderId, lang, null);
  const receipt = await fetchReceipt(medusa(), placed.orderId);
  if (!receipt.ok) return toReceipt(placed.orderId, lang, null);
  const items = receipt.data.items.map(({ sku, quantity, unitPrice }) => ({
    sku,
    quantity,
    price: unitPrice,
  }));
  const open = openCart(cookies);
  const kept = { id: open?.id ?? newCart().id, items: together(open?.items ?? [], items) };
  return rememberCart(cookies, kept) ? seeOther(paths(lang).checkout) : toReceipt(placed.orderId, lang, null);
}

/** What was in the cart meanwhile, and what comes back to it; a pack in both is the larger amount. */
function together(now: readonly CartItem[], back: readonly CartItem[]): CartItem[] {
  const amounts = new Map(now.map((item) => [item.sku, item]));
  for (const item of back) {
    const quantity = Math.max(item.quantity, amounts.get(item.sku)?.quantity ?? 0);
    amounts.set(item.sku, { ...item, quantity: Math.min(quantity, MAX_QUANTITY) });
  }
  return [...amounts.values()];
}

function toReceipt(orderId: string, lang: Lang, back: CameBack | null): Response {
  const token = receiptOfOrder(orderId);
  if (token === null) return seeOther(paths(lang).home);
  return seeOther(paths(lang).receipt(token) + (back === null ? '' : `?the=${back}`));
}
