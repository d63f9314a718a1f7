/**
 * Which recognitions a decision of withdrawal takes the stars of, and from when (QĐ 26/2026/QĐ-TTg,
 * Đ.8). The law knows no suspension: a certificate is in force or it is withdrawn.
 */
import type { PlainDate } from '../date.ts';
import { issuerMayRecognise, mayBeRecognised } from './stars.ts';
import type { IssuerLevel } from './stars.ts';

/** What the rules need of a decision of withdrawal. */
export interface WithdrawalFacts {
  issuer: { level: IssuerLevel };
  signedOn: PlainDate | null;
  /** Its first day of effect, where the decision states another than the signing day. */
  effectiveOn: PlainDate | null;
}

/** What the rules need of a recognition that may be withdrawn. */
export interface WithdrawableFacts {
  stars: number;
  /** Day the decision of recognition was signed, else of the certificate; the year where no day is known. */
  recognisedOn: PlainDate;
}

/** The first day the stars are gone, or null where the decision gives no day at all. */
export function withdrawalDay(withdrawal: WithdrawalFacts): PlainDate | null {
  return withdrawal.effectiveOn ?? withdrawal.signedOn;
}

/**
 * True where an authority of this level may withdraw these stars: who recognises, withdraws (Đ.8.2). A
 * district's three stars passed to the province when districts ended.
 */
export function issuerMayWithdraw(level: IssuerLevel, stars: number, on: PlainDate): boolean {
  return issuerMayRecognise(level, stars, on);
}

/**
 * True where a withdrawal that names the product ends this recognition: it was made by the day of effect,
 * and by an authority whose stars it may take. A product recognised again later keeps those later stars;
 * one recognised on the very day of effect counts as withdrawn, which claims less.
 */
export function withdraws(withdrawal: WithdrawalFacts, recognition: WithdrawableFacts): boolean {
  const day = withdrawalDay(withdrawal);
  if (day === null || !mayBeRecognised(recognition.stars)) return false;
  // A year alone ('2023') compares as its first moment, so that it is withdrawn by any day of that year.
  return (
    recognition.recognisedOn <= day && issuerMayWithdraw(withdrawal.issuer.level, recognition.stars, day)
  );
}

/**
 * The withdrawal that ends a recognition: of several, the one of the earliest day; of one day, the first
 * given. Null where none does.
 */
export function withdrawalOf<W extends WithdrawalFacts>(
  recognition: WithdrawableFacts,
  withdrawals: readonly W[],
): { by: W; on: PlainDate } | null {
  let earliest: { by: W; on: PlainDate } | null = null;
  for (const by of withdrawals) {
    const on = withdrawalDay(by);
    if (on === null || !withdraws(by, recognition)) continue;
    if (earliest === null || on < earliest.on) earliest = { by, on };
  }
  return earliest;
}
