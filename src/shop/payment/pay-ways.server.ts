import { CARD_MOST_TOTAL } from '@ocop/rules/payment/card-payment';
import type { PayWay } from '@ocop/rules/payment/order-money';
import { siteEnv } from '../../config/env.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { fetchPayWays, type OfferedPayWays } from '../../medusa-client/payment.ts';
import { remembered } from '../../medusa-client/remembered.ts';

const onDelivery: OfferedPayWays = { ways: ['cod'], leastByCard: null };

const offered = remembered(onDelivery, async () => {
  const answer = await fetchPayWays(medusa());
  // A Medusa of before there was a choice.
  return !answer.ok && answer.error.type === 'not-found' ? { ok: true, data: onDelivery } : answer;
});

/**
 * The ways an order of this total (đồng) can be paid; Medusa judges again when the order is placed. As long as
 * Medusa never said, it is cash on delivery.
 */
export async function payWays(total: number): Promise<readonly PayWay[]> {
  const { ways, leastByCard } = await offered.get();
  // Who pays by card comes back to an address that is signed.
  const isSigned = siteEnv().RECEIPT_SECRET !== undefined;
  const isByCard = isSigned && leastByCard !== null && total >= leastByCard && total <= CARD_MOST_TOTAL;
  return isByCard ? [...ways, 'card'] : ways;
}

/** Forgets what was remembered: an order could not be paid as it was offered. */
export const forgetPayWays = (): void => offered.forget();
