import { addDays, addMonths, daysBetween } from '../date.ts';
import type { PlainDate } from '../date.ts';
import type { RecognisedStars } from './stars.ts';

/**
 * còn hiệu lực · sắp hết hạn · gia hạn chuyển tiếp · hết hạn · thu hồi. The order of the life of
 * a certificate is not-yet, valid, expiring, extended, expired, withdrawn; as days pass the state
 * only ever moves on in it.
 */
export type CertificateState = 'valid' | 'expiring' | 'extended' | 'expired' | 'withdrawn';

export interface Certificate {
  stars: RecognisedStars;
  /** The day it was issued: printed on it, or else the day its decision was signed. */
  issuedOn: PlainDate;
  /**
   * The day its 36 months run from, where the decision states another than the day of issue; null
   * or left out where it states none. It may be earlier (the ministry's round of 2024 counts
   * renewed products from 1/7/2024) or later (Cà Mau's of 2026, from 5/2/2026).
   */
  countedFrom?: PlainDate | null;
  /** First day after the extension, set by staff only (QĐ 26/2026/QĐ-TTg, Đ.12.3). */
  extendedUntil?: PlainDate | null;
  /** Day of the withdrawal decision (Đ.8). */
  withdrawnOn?: PlainDate | null;
}

/**
 * A certificate counts for 36 months from the day the authority issued it (QĐ 26/2026/QĐ-TTg, Đ.4.3:
 * "36 tháng kể từ ngày cơ quan có thẩm quyền ban hành").
 */
export const VALIDITY_MONTHS = 36;
/** From this many days before expiry the certificate is shown as expiring. */
export const EXPIRING_WINDOW_DAYS = 180;
/** The longest transitional extension past expiry, in days (Đ.12.3). */
export const EXTENSION_LIMIT_DAYS = 180;
/** The file for re-assessment is due between these many days before expiry (Đ.7.6.a). */
export const REASSESS_FROM_DAYS = 180;
export const REASSESS_UNTIL_DAYS = 120;

/** The day the 36 months run from: the one the decision states, else the day of issue (Đ.4.3). */
export function countedFrom(c: Certificate): PlainDate {
  return c.countedFrom ?? c.issuedOn;
}

/**
 * The first day in force: the day of issue or the counted-from day, whichever is later. Counting
 * from an earlier day shortens a certificate; it makes nobody recognised before the decision.
 */
export function inForceFrom(c: Certificate): PlainDate {
  const from = countedFrom(c);
  return from > c.issuedOn ? from : c.issuedOn;
}

/**
 * The first day on which the certificate is no longer in force: 36 months after the day it counts
 * from (Đ.4.3). The OCOP mark may not be used from this day on.
 */
export function certificateExpiry(c: Certificate): PlainDate {
  return addMonths(countedFrom(c), VALIDITY_MONTHS);
}

/**
 * The first day after expiry and extension. An extension never counts beyond 180 days past
 * expiry, whatever was entered, because the law grants no more (Đ.12.3);
 * {@link certificateProblem} names such an entry. Withdrawal is not considered here.
 */
export function certificateEnd(c: Certificate): PlainDate {
  const expiry = certificateExpiry(c);
  if (!c.extendedUntil || c.extendedUntil <= expiry) return expiry;
  const limit = addDays(expiry, EXTENSION_LIMIT_DAYS);
  return c.extendedUntil < limit ? c.extendedUntil : limit;
}

/**
 * The name of what is wrong with the dates entered by staff, or null:
 * 'extension-before-expiry' (it extends nothing), 'extension-too-long' (over 180 days past
 * expiry), 'withdrawn-before-issue'.
 */
export function certificateProblem(
  c: Certificate,
): 'extension-too-long' | 'extension-before-expiry' | 'withdrawn-before-issue' | null {
  if (c.extendedUntil) {
    const extraDays = daysBetween(certificateExpiry(c), c.extendedUntil);
    if (extraDays <= 0) return 'extension-before-expiry';
    if (extraDays > EXTENSION_LIMIT_DAYS) return 'extension-too-long';
  }
  if (c.withdrawnOn && c.withdrawnOn < c.issuedOn) return 'withdrawn-before-issue';
  return null;
}

/**
 * The days between which the file for re-assessment is due, both included: not sooner than 180
 * and not later than 120 days before expiry (Đ.7.6.a).
 */
export function reassessmentWindow(c: Certificate): { from: PlainDate; until: PlainDate } {
  const expiry = certificateExpiry(c);
  return { from: addDays(expiry, -REASSESS_FROM_DAYS), until: addDays(expiry, -REASSESS_UNTIL_DAYS) };
}

/**
 * The state on a day; 'not-yet' before its first day in force. Withdrawal outranks every other state from its own
 * day on; the extension shows only from expiry, so that a buyer sees "expiring" until then.
 */
export function certificateState(c: Certificate, today: PlainDate): CertificateState | 'not-yet' {
  if (c.withdrawnOn && c.withdrawnOn <= today) return 'withdrawn';
  if (today < inForceFrom(c)) return 'not-yet';
  const expiry = certificateExpiry(c);
  if (today < addDays(expiry, -EXPIRING_WINDOW_DAYS)) return 'valid';
  if (today < expiry) return 'expiring';
  return today < certificateEnd(c) ? 'extended' : 'expired';
}

/** True for valid, expiring and extended: the states in which a star may be shown. */
export function isInForce(state: CertificateState | 'not-yet'): boolean {
  return state === 'valid' || state === 'expiring' || state === 'extended';
}

/**
 * The next day, after `today`, on which {@link certificateState} answers differently, or null
 * when nothing more will change.
 */
export function nextStateChange(c: Certificate, today: PlainDate): PlainDate | null {
  const expiry = certificateExpiry(c);
  const turns = [
    inForceFrom(c),
    addDays(expiry, -EXPIRING_WINDOW_DAYS),
    expiry,
    certificateEnd(c),
    ...(c.withdrawnOn ? [c.withdrawnOn] : []),
  ];
  const state = certificateState(c, today);
  const changes = turns.filter((day) => day > today && certificateState(c, day) !== state);
  return changes.sort()[0] ?? null;
}
