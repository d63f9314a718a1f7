/**
 * `?ma=CODE` on a built page: built pages keep nothing for a reader, so such a link leads by the cart, which keeps the
 * code of the coupon, and from there back to the page. `/tem` has a `ma` of its own and is no built page.
 */
import { paths } from '../i18n/paths.ts';

/** Where a link with a coupon goes first; null for an address without one. */
export function couponDetour(pathname: string, search: string): string | null {
  const query = new URLSearchParams(search);
  const code = query.get('ma')?.trim();
  if (!code) return null;
  query.delete('ma');
  const rest = query.toString();
  const back = encodeURI(pathname) + (rest === '' ? '' : `?${rest}`);
  const lang = /^\/en(\/|$)/.test(pathname) ? 'en' : 'vi';
  return `${paths(lang).cart}?${new URLSearchParams({ ma: code.slice(0, 60), ve: back }).toString()}`;
}
