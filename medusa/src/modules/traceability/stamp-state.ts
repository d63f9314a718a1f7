import type { PlainDate } from '@ocop/rules/date';

/** What a scan answers about the stamp itself; the certificate of the product is another matter. */
export type StampState = 'active' | 'not-activated' | 'voided' | 'recalled' | 'expired';

/** All that decides a stamp's state. `useBy` is the last good day, a Vietnamese calendar day. */
export interface StampFacts {
  range: 'reserved' | 'printed' | 'delivered' | 'activated' | 'voided';
  exceptions: readonly string[];
  lotRecalled: boolean;
  useBy: PlainDate | null;
}

/**
 * The state of an issued stamp on `today`; the first that holds wins: voided, not activated,
 * recalled, expired, active.
 */
export function stampState(facts: StampFacts, today: PlainDate): StampState {
  if (facts.range === 'voided' || facts.exceptions.includes('voided')) return 'voided';
  if (facts.range !== 'activated') return 'not-activated';
  if (facts.lotRecalled || facts.exceptions.includes('recalled')) return 'recalled';
  const pastUseBy = facts.useBy !== null && facts.useBy < today;
  if (pastUseBy || facts.exceptions.includes('expired')) return 'expired';
  return 'active';
}
