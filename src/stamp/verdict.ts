import type { StampVerification } from '@ocop/rules/stamp-code';
import type { Result } from '../medusa-client/result.ts';
import type { ScanAnswer } from '../medusa-client/site-routes.ts';

/**
 * What a stamp page says of a stamp; the first that holds, in this order:
 * `no-keys` this site cannot check codes at all · `malformed` not 20 characters of a code ·
 * `not-issued` nobody here made this code · `not-asked` the code is ours, and a program looks at it,
 * whose look must not count · `unknown` the code is ours, its state could not be asked ·
 * `voided` · `not-activated` · `recalled` · `expired` · `many-scans` · `active`.
 * None of them says that the goods are genuine: a code can be photocopied.
 */
export type StampVerdict =
  | 'no-keys'
  | 'malformed'
  | 'not-issued'
  | 'not-asked'
  | 'unknown'
  | 'voided'
  | 'not-activated'
  | 'recalled'
  | 'expired'
  | 'many-scans'
  | 'active';

/**
 * From this many scans on, the page adds a calm caution. Shelves, fairs and families rescan a
 * jar, so a second scan means nothing; a printed copy shows in dozens.
 */
export const MANY_SCANS = 10;

/**
 * The verdict on one stamp.
 * @param verification what the code itself proves, `null` when this site holds no keys
 * @param answer what Medusa knows of the position; `null` when it was not asked
 */
export function stampVerdict(
  verification: StampVerification | null,
  answer: Result<ScanAnswer> | null,
): StampVerdict {
  if (verification === null) return 'no-keys';
  if (!verification.ok) return verification.reason;
  if (answer === null) return 'not-asked';
  if (!answer.ok) return answer.error.type === 'not-found' ? 'not-issued' : 'unknown';
  const { stamp, scans } = answer.data;
  if (stamp !== 'active') return stamp;
  return scans.count >= MANY_SCANS ? 'many-scans' : 'active';
}

/** Whether the code is one of ours: only then may a page speak of a product. */
export function isIssued(verdict: StampVerdict): boolean {
  return verdict !== 'no-keys' && verdict !== 'malformed' && verdict !== 'not-issued';
}

/** HTTP status of the stamp page. A verdict that could not be completed is still a good page. */
export function statusOf(verdict: StampVerdict): number {
  if (verdict === 'no-keys') return 503;
  return isIssued(verdict) ? 200 : 404;
}
