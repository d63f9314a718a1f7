import type { AstroCookies } from 'astro';

/** Cookie that holds Medusa's cart id; scripts in the page cannot read it. */
const CART = 'cart';
/** Cookie with the number of pieces, readable, so that static pages can show it. Only a number. */
const COUNT = 'cart_count';

const THIRTY_DAYS_S = 30 * 24 * 60 * 60;
const cartIdShape = /^cart_[0-9A-Za-z]{10,40}$/;

/** The cart id the browser sent, or `null` when there is none or it is not one of Medusa's. */
export function rememberedCart(cookies: AstroCookies): string | null {
  const id = cookies.get(CART)?.value;
  return id !== undefined && cartIdShape.test(id) ? id : null;
}

/**
 * Remembers a cart for thirty days after its last change.
 * @param secure whether the site is served over https
 */
export function rememberCart(
  cookies: AstroCookies,
  cart: { id: string; count: number },
  secure: boolean,
): void {
  const shared = { path: '/', sameSite: 'lax', secure, maxAge: THIRTY_DAYS_S } as const;
  cookies.set(CART, cart.id, { ...shared, httpOnly: true });
  cookies.set(COUNT, String(cart.count), { ...shared, httpOnly: false });
}

/** Forgets the cart: it was ordered, or it no longer exists. */
export function forgetCart(cookies: AstroCookies): void {
  cookies.delete(CART, { path: '/' });
  cookies.delete(COUNT, { path: '/' });
}
