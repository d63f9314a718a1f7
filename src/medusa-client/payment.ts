import {
  notificationAnswer,
  payWaysAnswer,
  type BankNotification,
  type NotificationOutcome,
} from '@ocop/contract/bank-transfers';
import { cardEnded, cardLooked, type CardEnded, type CardLooked } from '@ocop/contract/card-payments';
import type { PayWay } from '@ocop/rules/payment/order-money';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

export { NOTIFICATION_LIMIT, signatureHeaders } from '@ocop/contract/bank-transfers';
export type { NotificationOutcome };

/** How orders can be paid. `leastByCard`: the least total of one paid by card, đồng; null where no cards are taken. */
export interface OfferedPayWays {
  ways: PayWay[];
  leastByCard: number | null;
}

const ways = payWaysAnswer.transform(({ payWays, card }): OfferedPayWays => ({
  ways: payWays,
  leastByCard: card?.leastTotal ?? null,
}));

/** How orders can be paid at this moment. `not-found`: a Medusa before 0.3, where it is cash on delivery alone. */
export function fetchPayWays(medusa: MedusaConnection): Promise<Result<OfferedPayWays>> {
  return medusa.site(ways, 'pay-ways');
}

const DEADLINE_MS = 30_000;

/** Has Medusa ask whether the card of a cart's order was charged; `not-found` where none is paid so. */
export function lookAtCard(medusa: MedusaConnection, cartId: string): Promise<Result<CardLooked>> {
  const path = `card-payments/${encodeURIComponent(cartId)}/look`;
  return medusa.site(cardLooked, path, { method: 'POST', body: {}, deadlineMs: DEADLINE_MS });
}

/** Takes back an order whose card was not charged. Asking again is safe. */
export function endCard(medusa: MedusaConnection, cartId: string): Promise<Result<CardEnded>> {
  const path = `card-payments/${encodeURIComponent(cartId)}/end`;
  return medusa.site(cardEnded, path, { method: 'POST', body: {}, deadlineMs: DEADLINE_MS });
}

const outcome = notificationAnswer.transform((answer) => answer.outcome);

/** Hands on what a bank's service told, as it came. Telling it again is safe. */
export function tellOfTransfers(
  medusa: MedusaConnection,
  service: string,
  notification: BankNotification,
): Promise<Result<NotificationOutcome>> {
  const path = `bank-notifications/${encodeURIComponent(service)}`;
  return medusa.site(outcome, path, { method: 'POST', body: notification });
}
