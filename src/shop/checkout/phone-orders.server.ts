import { createHmac, randomBytes } from 'node:crypto';
import { createRateLimiter, type RateLimiter } from '@ocop/rules/network/rate-limiter';
import { siteEnv } from '../../config/env.ts';

const DAY_MS = 24 * 60 * 60_000;

let limiter: RateLimiter | null = null;

/** Numbers are not kept, and what stands for them means nothing to another process. */
const key = randomBytes(32);

/**
 * Counts an order with a telephone number, before it is placed: whoever orders without end gets no further
 * by changing networks, and nobody calls one person for fifty parcels.
 * @param phone in national form
 * @returns null beyond PHONE_ORDERS_A_DAY in 24 hours, else how to take the count back where nothing was placed
 */
export function countPhoneOrder(phone: string, now = Date.now()): { takeBack: () => void } | null {
  limiter ??= createRateLimiter({
    requests: siteEnv().PHONE_ORDERS_A_DAY,
    windowMs: DAY_MS,
    clients: 20_000,
  });
  const { take, giveBack } = limiter;
  const caller = createHmac('sha256', key).update(phone).digest('base64url');
  return take(caller, now).limited ? null : { takeBack: () => giveBack(caller, now) };
}
