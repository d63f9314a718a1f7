import type { AstroCookies } from 'astro';
import { currentOffers } from '../availability/availability.server.ts';
import { rememberCart } from './cart-cookies.ts';
import { cartNewsCookie } from './cart-notices.server.ts';
import { openCart } from './cart.server.ts';
import { changeCart, type CartChange } from './changes.ts';
import { isGoodNews, MOST_TOLD, noticeOf, plainNotice } from './notice.ts';
import { MAX_QUANTITY } from './quantity.ts';

/** Adds several packs to the cart; the cart's page tells of each that could not be added why. */
export async function putIntoCart(
  cookies: AstroCookies,
  lines: readonly { sku: string; quantity: number }[],
): Promise<void> {
  const changes = lines.map(({ sku, quantity }): CartChange => ({
    action: 'add',
    sku,
    quantity: Math.min(quantity, MAX_QUANTITY),
  }));
  const { outcomes, cart } = changeCart(openCart(cookies), await currentOffers(), changes);
  const kept = cart === null || rememberCart(cookies, cart);
  const notices = changes.flatMap((change, at) => {
    const outcome = outcomes[at];
    if (!kept) return [plainNotice('too-many-kinds', change.sku)];
    return outcome ? [noticeOf(change, outcome)] : [];
  });
  const bad = notices.filter(({ code }) => !isGoodNews(code));
  cartNewsCookie.write(cookies, {
    notices: (bad.length > 0 ? bad : notices).slice(0, MOST_TOLD),
    back: null,
  });
}
