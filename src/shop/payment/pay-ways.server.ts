import { CARD_MOST_TOTAL } from '@ocop/rules/payment/card-payment';
import type { PayWay } from '@ocop/rules/payment/order-money';
import { siteEnv } from '../../config/env.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { fetchPayWays, type OfferedPayWays } from '../../medusa-client/payment.ts';

const CACHE_MS = 60_000;
/** After a failure Medusa is left alone for a while. */
const REST_MS = 5_000;

const onDelivery: OfferedPayWays = { ways: ['cod'], leastByCard: null };

let known: { offered: OfferedPayWays; at: number; restsUntil: number } = {
  offered: onDelivery,
  at: 0,
  restsUntil: 0,
};

/**
 * The ways an order of this total (đồng) can be paid, asked at most once a minute; Medusa judges again when the order
 * is placed. As long as Medusa never said, it is cash on delivery.
 */
export async function payWays(total: number): Promise<readonly PayWay[]> {
  const { ways, leastByCard } = await offeredPayWays();
  // Who pays by card comes back to an address that is signed.
  const isSigned = siteEnv().RECEIPT_SECRET !== undefined;
  const isByCard = isSigned && leastByCard !== null && total >= leastByCard && total <= CARD_MOST_TOTAL;
  return isByCard ? [...ways, 'card'] : ways;
}

async function offeredPayWays(): Promise<OfferedPayWays> {
  const now = Date.now();
  if (now - known.at < CACHE_MS || now < known.restsUntil) return known.offered;
  const answer = await fetchPayWays(medusa());
  if (answer.ok) known = { offered: answer.data, at: now, restsUntil: 0 };
  else if (answer.error.type === 'not-found') known = { offered: onDelivery, at: now, restsUntil: 0 };
  else known = { ...known, restsUntil: now + REST_MS };
  return known.offered;
}

/** Forgets what was remembered: an order could not be paid as it was offered. */
export function forgetPayWays(): void {
  known = { ...known, at: 0, restsUntil: 0 };
}
