import type { AstroCookies } from 'astro';
import type { ClientRequest } from '../../http/client-address.ts';
import { safePath, seeOther } from '../../http/forms.ts';
import type { Lang } from '../../i18n/lang.ts';
import { paths } from '../../i18n/paths.ts';
import { cartNewsCookie } from '../cart/cart-notices.server.ts';
import { NEWS } from '../cart/landing.ts';
import { plainNotice } from '../cart/notice.ts';
import { enterCoupon } from './coupon.server.ts';

/**
 * Keeps the coupon of a link (`?ma=CODE`, which the server leads here from any page) and leads on to the page it stood
 * on (`ve`), or to the cart; null where the address names none.
 */
export function followCouponLink(
  url: URL,
  cookies: AstroCookies,
  lang: Lang,
  client: ClientRequest,
): Response | null {
  const code = url.searchParams.get('ma');
  if (code === null) return null;
  const cart = paths(lang).cart;
  if (enterCoupon(cookies, code, client) === 'limited') {
    cartNewsCookie.write(cookies, { notices: [plainNotice('coupon-limited')], back: null });
    return seeOther(cart, NEWS);
  }
  return seeOther(safePath(url.searchParams.get('ve') ?? '') ?? cart);
}
