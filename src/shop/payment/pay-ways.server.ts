import type { PayWay } from '@ocop/rules/payment/order-money';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { fetchPayWays } from '../../medusa-client/payment.ts';

const CACHE_MS = 60_000;
/** After a failure Medusa is left alone for a while. */
const REST_MS = 5_000;

let known: { ways: readonly PayWay[]; at: number; restsUntil: number } = {
  ways: ['cod'],
  at: 0,
  restsUntil: 0,
};

/**
 * The ways an order can be paid, asked at most once a minute; Medusa judges again when the order is placed. As long
 * as Medusa never said, it is cash on delivery.
 */
export async function payWays(): Promise<readonly PayWay[]> {
  const now = Date.now();
  if (now - known.at < CACHE_MS || now < known.restsUntil) return known.ways;
  const answer = await fetchPayWays(medusa());
  if (answer.ok) known = { ways: answer.data, at: now, restsUntil: 0 };
  else if (answer.error.type === 'not-found') known = { ways: ['cod'], at: now, restsUntil: 0 };
  else known = { ...known, restsUntil: now + REST_MS };
  return known.ways;
}

/** Forgets what was remembered: an order could not be paid as it was offered. */
export function forgetPayWays(): void {
  known = { ...known, at: 0, restsUntil: 0 };
}
