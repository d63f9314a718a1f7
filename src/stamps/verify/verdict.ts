import { findApplicationIdentifier } from '@ocop/rules/digital-link/application-identifiers';
import { valueFault } from '@ocop/rules/digital-link/element-string';
import type { StampVerification } from '@ocop/rules/stamps/stamp-code';
import type { Result } from '../../medusa-client/result.ts';
import type { StampStatus } from '@ocop/rules/stamps/stamp-status';

/**
 * What a stamp page says of a stamp; the first that holds, in this order:
 * `no-keys` this site cannot check codes at all · `malformed` not the characters of a code ·
 * `not-issued` nobody here made this code · `not-asked` the code is ours, and a program asked, whose
 * request is no scan · `unknown` the code is ours, its state could not be looked up ·
 * `key-cut-off` its key had leaked before it was activated · `voided` · `not-printed` ·
 * `not-activated` · `recalled` · `expired` · `suspicious` · `active`.
 * None of them says that the goods are genuine: a code can be photocopied.
 */
export type StampVerdict =
  'no-keys' | 'malformed' | 'not-issued' | 'not-asked' | 'unknown' | 'key-cut-off' | StampStatus['stamp'];

/**
 * The verdict on one stamp.
 * @param verification what the code itself proves, `null` when this site holds no keys
 * @param answer what is known of the position; `null` when it was not looked up
 * @param cutOff whether the key's secret was out before the stamp was activated
 */
export function stampVerdict(
  verification: StampVerification | null,
  answer: Result<StampStatus | null> | null,
  cutOff: boolean,
): StampVerdict {
  if (verification === null) return 'no-keys';
  if (!verification.ok) return verification.reason;
  if (answer === null) return 'not-asked';
  if (!answer.ok) return 'unknown';
  if (answer.data === null) return 'not-issued';
  return cutOff ? 'key-cut-off' : answer.data.stamp;
}

/** Whether the code is one of ours: only then may a page speak of a product. */
export function isIssued(verdict: StampVerdict): boolean {
  return verdict !== 'no-keys' && verdict !== 'malformed' && verdict !== 'not-issued';
}

const serialNumber = findApplicationIdentifier('21');

function isGs1Serial(text: string): boolean {
  return serialNumber !== null && valueFault(serialNumber, text) === null;
}

/**
 * HTTP status of the stamp page. A verdict that could not be completed is still a good page. A wrong
 * code is a stamp that is not held, 404; in a GS1 Digital Link with a serial that GS1 allows nobody
 * it is bad syntax, 400 (GS1-conformant resolver 1.2).
 * @param serial as the Digital Link has it, null on a path of ours
 */
export function statusOf(verdict: StampVerdict, serial: string | null): number {
  if (verdict === 'no-keys') return 503;
  if (verdict === 'malformed' && serial !== null && !isGs1Serial(serial)) return 400;
  return isIssued(verdict) ? 200 : 404;
}
