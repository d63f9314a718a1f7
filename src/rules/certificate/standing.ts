import { certificateEnd, certificateState } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import type { PlainDate } from '../date.ts';
import { isPlainDate } from '../date.ts';
import type { DecisionType } from './decision.ts';
import { mayBeRecognised } from './stars.ts';
import type { RecognisedStars } from './stars.ts';

/**
 * How good a source is: A signed decision or annex · B1 state press or portal saying it was
 * recognised · B2 proposed or scored only · C the seller's own word.
 */
export type SourceGrade = 'A' | 'B1' | 'B2' | 'C';

/** What the rules need of a decision. */
export interface DecisionFacts {
  type: DecisionType;
  number: string;
  /** The signing day, printed beside the number; null when only the year is known. */
  signedOn: PlainDate | null;
  /** The day the decision says its certificates count from, where it states one. */
  countedFrom?: PlainDate | null;
}

export interface RecognitionFacts {
  stars: number;
  grade: SourceGrade;
  decision: DecisionFacts;
  /** Day printed on the certificate; null when unknown, then the decision's signing day stands for it. */
  issuedOn: PlainDate | null;
  /** The day this product's 36 months run from, where the decision counts it from a day of its own. */
  countedFrom?: PlainDate | null;
  extendedUntil?: PlainDate | null;
  /** First day its stars are gone, by a decision of withdrawal or by what a source tells of one (Đ.8). */
  withdrawnOn?: PlainDate | null;
}

/** Stars told by press or portal without an identified decision. */
export interface ReportedStars {
  stars: number;
  year: number | null;
  grade: SourceGrade;
}

/** What may be said of a product's stars on one day. Only 'recognised' may carry a badge. */
export type Standing<R extends RecognitionFacts = RecognitionFacts> =
  | {
      kind: 'recognised';
      stars: RecognisedStars;
      state: 'valid' | 'expiring' | 'extended';
      /** First day on which the certificate is no longer in force, as far as is known today. */
      endsOn: PlainDate;
      recognition: R;
    }
  | {
      kind: 'lapsed';
      stars: RecognisedStars;
      state: 'expired' | 'withdrawn';
      /** First day on which it was no longer in force. */
      endsOn: PlainDate;
      recognition: R;
    }
  | { kind: 'reported'; stars: number; year: number | null; surelyExpired: boolean }
  | { kind: 'none' };

interface Proven<R> {
  recognition: R;
  decidedOn: PlainDate;
  certificate: Certificate;
}

function isTrusted(grade: SourceGrade): boolean {
  return grade === 'A' || grade === 'B1';
}

/**
 * The certificate that goes with a recognition, whether or not its source is trusted. Its months run
 * from the day stated for the product, else for the whole decision, else from issue (Đ.4.3). Null
 * where no day of issue is known or the grade gets no certificate.
 */
export function certificateOf(recognition: Omit<RecognitionFacts, 'grade'>): Certificate | null {
  const { stars, decision, extendedUntil, withdrawnOn } = recognition;
  const issuedOn = recognition.issuedOn ?? decision.signedOn;
  if (issuedOn === null || !mayBeRecognised(stars)) return null;
  const from = recognition.countedFrom ?? decision.countedFrom ?? null;
  return { stars, issuedOn, countedFrom: from, extendedUntil, withdrawnOn };
}

function proven<R extends RecognitionFacts>(recognition: R): Proven<R> | null {
  const { grade, decision } = recognition;
  if (decision.type !== 'recognition' || !isTrusted(grade)) return null;
  if (decision.signedOn === null || !isPlainDate(decision.signedOn)) return null;
  const certificate = certificateOf(recognition);
  return certificate && { recognition, decidedOn: decision.signedOn, certificate };
}

/** Newest first; of two of one day the one that claims less, so that order of files is nothing. */
function newestFirst<R>(a: Proven<R>, b: Proven<R>): number {
  const byIssue = b.certificate.issuedOn.localeCompare(a.certificate.issuedOn);
  if (byIssue !== 0) return byIssue;
  const byDecision = b.decidedOn.localeCompare(a.decidedOn);
  return byDecision !== 0 ? byDecision : a.certificate.stars - b.certificate.stars;
}

/** First day out of force: a withdrawal counts when it came before the end. */
function endOf(c: Certificate): PlainDate {
  const end = certificateEnd(c);
  return c.withdrawnOn && c.withdrawnOn < end ? c.withdrawnOn : end;
}

/** @param withdrawnOn latest withdrawal until today: what was told until its year is of stars that are gone */
function reportedStanding(
  reported: readonly ReportedStars[],
  withdrawnOn: PlainDate | undefined,
  today: PlainDate,
): Standing<never> {
  const isOver = ({ year }: ReportedStars) =>
    withdrawnOn !== undefined && (year === null || year <= Number(withdrawnOn.slice(0, 4)));
  const [latest] = reported
    .filter((report) => isTrusted(report.grade) && mayBeRecognised(report.stars) && !isOver(report))
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.stars - b.stars);
  if (!latest) return { kind: 'none' };
  const { stars, year } = latest;
  // Issued on the last day of that year, it would still have ended 36 months later (Đ.4.3).
  const surelyExpired = year !== null && `${String(year + 3).padStart(4, '0')}-12-31` < today;
  return { kind: 'reported', stars, year, surelyExpired };
}

/**
 * The one answer to "may a star be shown today". A star needs a decision of type 'recognition'
 * with a full date, a source of grade A or B1, 3 to 5 stars, and a certificate in force today
 * (QĐ 26/2026/QĐ-TTg, Đ.4 and Đ.8). The newest recognition decides alone, because a new one takes
 * the place of the one before: withdrawing it does not bring older stars back. Without any, the
 * newest trusted report is told in words, unless a withdrawal came after it; else nothing. One dated after
 * `today` is not counted yet.
 */
export function standingOn<R extends RecognitionFacts>(
  recognitions: readonly R[],
  reported: readonly ReportedStars[],
  today: PlainDate,
): Standing<R> {
  const candidates = recognitions
    .map((recognition) => proven(recognition))
    .filter((candidate) => candidate !== null)
    .sort(newestFirst);
  for (const { recognition, certificate } of candidates) {
    const state = certificateState(certificate, today);
    if (state === 'not-yet') continue;
    const told = { stars: certificate.stars, endsOn: endOf(certificate), recognition };
    if (state === 'expired' || state === 'withdrawn') return { kind: 'lapsed', state, ...told };
    return { kind: 'recognised', state, ...told };
  }
  const withdrawals = recognitions.flatMap(({ withdrawnOn }) => withdrawnOn ?? []);
  const [latest] = withdrawals
    .filter((day) => day <= today)
    .sort()
    .reverse();
  return reportedStanding(reported, latest, today);
}
