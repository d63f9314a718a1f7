import { couponCode } from '@ocop/rules/coupon';
import type { AstroCookies } from 'astro';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { ClientRequest } from '../../http/client-address.ts';
import { countRequest } from '../../http/rate-limits.ts';
import { sealedCookie } from '../../http/sealed-cookie.ts';
import { fetchCoupon, type CouponAnswer } from '../../medusa-client/coupons.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import type { KnownCoupon } from './coupon-view.ts';

/** A week: longer than anybody thinks about a cart, and most coupons end before. */
const LIFETIME_S = 7 * 24 * 60 * 60;

/** Sealed, so that only codes whose entering was counted are asked about. */
const cookie = sealedCookie('coupon', z.object({ code: z.string().max(60) }), LIFETIME_S);

/** How long an answer serves every buyer; an order asks anew in any case. */
const CACHE_MS = 30_000;
const answers = new LRUCache<string, CouponAnswer>({ max: 500, ttl: CACHE_MS });

/** What came of entering a code. `limited`: too many were tried from this network. */
export type Entered = 'kept' | 'limited';

/** Keeps the code of a coupon with a browser, also before there is a cart; what it is worth, the cart says. */
export function enterCoupon(cookies: AstroCookies, typed: string, client: ClientRequest): Entered {
  const code = couponCode(typed) ?? typed.trim().slice(0, 60);
  if (code === '' || cookie.read(cookies)?.code === code) return 'kept';
  if (countRequest('coupons', client).limited) return 'limited';
  cookie.write(cookies, { code });
  return 'kept';
}

/** The code of the coupon a browser keeps; null for none. */
export const couponOf = (cookies: AstroCookies): string | null => cookie.read(cookies)?.code ?? null;

/** Takes the coupon out. */
export const dropCoupon = (cookies: AstroCookies): void => cookie.clear(cookies);

/** Forgets what was known of a coupon: an order was refused for it. */
export const forgetCoupon = (code: string): void => void answers.delete(code);

/** The coupon a browser keeps, with what Medusa says of it, at most half a minute old; null for none. */
export async function knownCoupon(cookies: AstroCookies): Promise<KnownCoupon | null> {
  const code = couponOf(cookies);
  if (code === null) return null;
  if (couponCode(code) === null) return { code, answer: { state: 'unknown' } };
  const known = answers.get(code);
  if (known) return { code, answer: known };
  const asked = await fetchCoupon(medusa(), code);
  if (!asked.ok) return { code, answer: null };
  answers.set(code, asked.data);
  return { code, answer: asked.data };
}
