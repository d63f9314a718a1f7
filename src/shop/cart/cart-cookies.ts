import type { AstroCookies } from 'astro';
import { cartIdShape } from '@ocop/rules/cart-id';
import { z } from 'zod';
import { siteEnv } from '../../config/env.ts';
import { sealedCookie } from '../../http/sealed-cookie.ts';
import { countPieces, type Cart } from './cart.ts';
import { MAX_QUANTITY } from './quantity.ts';

const THIRTY_DAYS_S = 30 * 24 * 60 * 60;

const cart = z.object({
  id: z.string().regex(cartIdShape),
  items: z.array(
    z.object({ sku: z.string(), quantity: z.int().min(1).max(MAX_QUANTITY), price: z.number() }),
  ),
});

const cookie = sealedCookie('cart', cart, THIRTY_DAYS_S);

/** Cookie with the number of pieces, readable, so that static pages can show it. Only a number. */
const COUNT = 'cart_count';

/** The cart the browser keeps; `null` for none, and for anything we did not seal. */
export const rememberedCart = (cookies: AstroCookies): Cart | null => cookie.read(cookies);

/**
 * Keeps a cart for thirty days after its last change; an empty one is forgotten.
 * @returns false for one that no cookie holds: the browser keeps what it had
 */
export function rememberCart(cookies: AstroCookies, kept: Cart): boolean {
  if (kept.items.length === 0) {
    forgetCart(cookies);
    return true;
  }
  if (!cookie.write(cookies, kept)) return false;
  cookies.set(COUNT, String(countPieces(kept)), {
    path: '/',
    sameSite: 'lax',
    secure: siteEnv().SITE_URL.startsWith('https:'),
    maxAge: THIRTY_DAYS_S,
    httpOnly: false,
  });
  return true;
}

/** Forgets the cart: it was ordered, or emptied. */
export function forgetCart(cookies: AstroCookies): void {
  cookie.clear(cookies);
  if (cookies.has(COUNT)) cookies.delete(COUNT, { path: '/' });
}
