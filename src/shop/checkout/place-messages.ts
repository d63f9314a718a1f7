import { formatUnit } from '@ocop/rules/place/address';
import type { CurrentUnit } from '@ocop/rules/place/address';
import { unitNameIn } from '@ocop/rules/place/place-line';
import type { Dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { DeliveryPlace } from './delivery-place.ts';

/** A line of names stays readable up to about this many. */
const NAMED_UNITS = 8;

/** The answer to a buyer's old or new name of a place, in one sentence. */
export function placeMessage(
  messages: Dictionary['order']['unit'],
  place: DeliveryPlace,
  typed: string,
  lang: Lang,
): string {
  switch (place.kind) {
    case 'current':
      return messages.current(formatUnit(place.unit, lang));
    case 'renamed':
      return messages.one(typed, formatUnit(place.unit, lang));
    case 'several':
      // One that is known, and perhaps others: "one of these" would promise a choice.
      if (place.units.length === 1 && place.units[0]) {
        return messages.perhaps(typed, formatUnit(place.units[0], lang));
      }
      return messages.several(typed, listUnits(messages, place.units, place.incomplete, lang));
    case 'unknown':
      return messages.unknown(typed);
  }
}

/** Names of several units of one province in one line, the province said once. */
export function listUnits(
  messages: Dictionary['order']['unit'],
  units: readonly CurrentUnit[],
  incomplete: boolean,
  lang: Lang,
): string {
  const names = units.slice(0, NAMED_UNITS).map((unit) => unitNameIn(unit.name, lang));
  if (units.length > NAMED_UNITS) names.push(messages.more(units.length - NAMED_UNITS));
  const list = names.join(', ') + (incomplete ? ` (${messages.incomplete})` : '');
  const [first] = units;
  return first ? `${list}, ${formatUnit(first, lang).split(', ').at(-1) ?? ''}` : list;
}
