/**
 * What becomes of a stamp between being ordered and being read, as rules without a database:
 * which step may follow which, and what state a single stamp is in on a day.
 */
import type { PlainDate } from '../date.ts';

/** How far the sheets of a range went. Activation is told per stamp: a range may serve two lots. */
export type RangeState = 'reserved' | 'printed' | 'delivered' | 'voided';

/** A step that moves a whole range on. */
export type RangeStep = 'print' | 'deliver' | 'void';

const steps: Record<RangeStep, { from: readonly RangeState[]; to: RangeState }> = {
  print: { from: ['reserved'], to: 'printed' },
  deliver: { from: ['printed'], to: 'delivered' },
  void: { from: ['reserved', 'printed', 'delivered'], to: 'voided' },
};

/** The state of a range after a step, or null where the step makes no sense from `state`. */
export function rangeAfter(state: RangeState, step: RangeStep): RangeState | null {
  return steps[step].from.includes(state) ? steps[step].to : null;
}

/** Only printed sheets can be stuck on goods; small producers print their own and deliver nothing. */
export function mayActivate(state: RangeState): boolean {
  return state === 'printed' || state === 'delivered';
}

export type StampExceptionKind = 'sold' | 'recalled' | 'expired' | 'voided' | 'reported' | 'frozen';

/** What a scan answers about the stamp itself; the certificate of the product is another matter. */
export type StampState =
  'not-printed' | 'voided' | 'not-activated' | 'recalled' | 'expired' | 'suspicious' | 'active';

/** All that decides a stamp's state. `useBy` is the last good day, a Vietnamese calendar day. */
export interface StampFacts {
  range: RangeState;
  /** Whether this stamp lies in a part that was voided, or activated with a lot. */
  voided: boolean;
  activated: boolean;
  /** Exceptions of this stamp that are in force. */
  exceptions: readonly StampExceptionKind[];
  /** Whether a recall in force covers its lot, its part of the range, or the stamp. */
  recalled: boolean;
  useBy: PlainDate | null;
  /** Whether its scans look like those of many copies (see suspicion.ts). */
  suspicious: boolean;
}

/**
 * The state of an issued stamp on `today`; the first that holds wins: voided, not printed, not
 * activated, recalled, expired, suspicious, active. A frozen stamp is one that staff look into: it
 * counts as suspicious until they are done.
 */
export function stampState(facts: StampFacts, today: PlainDate): StampState {
  const has = (kind: StampExceptionKind) => facts.exceptions.includes(kind);
  if (facts.range === 'voided' || facts.voided || has('voided')) return 'voided';
  if (facts.range === 'reserved') return 'not-printed';
  if (!facts.activated) return 'not-activated';
  if (facts.recalled || has('recalled')) return 'recalled';
  if ((facts.useBy !== null && facts.useBy < today) || has('expired')) return 'expired';
  if (facts.suspicious || has('frozen')) return 'suspicious';
  return 'active';
}
