import type { PlainDate } from '@ocop/rules/date';
import type { Fair } from '../../record/types.ts';

/** Where a day lies relative to a fair; both its first and last day count as "now". */
export function fairTime(
  fair: Pick<Fair, 'startsOn' | 'endsOn'>,
  today: PlainDate,
): 'upcoming' | 'now' | 'past' {
  if (today < fair.startsOn) return 'upcoming';
  return today <= fair.endsOn ? 'now' : 'past';
}

/** Fairs as a visitor wants them: those on or coming, soonest first, then the past, latest first. */
export function fairsInOrder<F extends Pick<Fair, 'startsOn' | 'endsOn'>>(
  fairs: readonly F[],
  today: PlainDate,
): F[] {
  const open = fairs.filter((fair) => fairTime(fair, today) !== 'past');
  const past = fairs.filter((fair) => fairTime(fair, today) === 'past');
  return [
    ...open.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn)),
    ...past.toSorted((a, b) => b.endsOn.localeCompare(a.endsOn)),
  ];
}
