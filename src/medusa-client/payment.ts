import {
  notificationAnswer,
  payWaysAnswer,
  type BankNotification,
  type NotificationOutcome,
} from '@ocop/contract/bank-transfers';
import type { PayWay } from '@ocop/rules/payment/order-money';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

export { NOTIFICATION_LIMIT, signatureHeaders } from '@ocop/contract/bank-transfers';
export type { NotificationOutcome };

const ways = payWaysAnswer.transform((answer) => answer.payWays);

/** How orders can be paid at this moment. `not-found`: a Medusa before 0.3, where it is cash on delivery alone. */
export function fetchPayWays(medusa: MedusaConnection): Promise<Result<PayWay[]>> {
  return medusa.site(ways, 'pay-ways');
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
