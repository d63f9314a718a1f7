import {
  tableFaults,
  tableLimits,
  type DeliveryTable,
  type FaultyPlace,
  type TableFault,
  type WeightStep,
  type ZonePrices,
} from '@ocop/rules/delivery-price';
import { provinceCodes } from '@ocop/rules/place/province-name';
import { typedWhole, type NumberProblem, type WholeBounds } from '../screen/typed-whole.ts';

/** What may be wrong with a field of the form. */
export type PriceProblem = NumberProblem | TableFault;

/** One zone on the page: its key stays while others come and go. `rows`: how many weights can be typed. */
export interface ZoneRows {
  key: string;
  rows: number;
}

/** The zone for every province that no other names. */
export const ELSEWHERE = 'e';

/** Names of the fields of a zone. */
export const fieldsOf = (key: string) => ({
  name: `${key}-name`,
  provinces: `${key}-provinces`,
  province: (code: string) => `${key}-province-${code}`,
  upTo: (row: number) => `${key}-upTo-${row}`,
  price: (row: number) => `${key}-price-${row}`,
  furtherKilogram: `${key}-further`,
  freeFrom: `${key}-free`,
});

export type PricesForm =
  { ok: true; table: DeliveryTable } | { ok: false; problems: Readonly<Record<string, PriceProblem>> };

export const bounds = {
  upTo: { least: 1, most: tableLimits.grams },
  price: { least: 0, most: tableLimits.price },
  freeFrom: { least: 0, most: tableLimits.freeFrom },
} as const satisfies Record<string, WholeBounds>;

/**
 * The table as it was typed. A row left empty in both its fields is none; what is added for further kilograms
 * is nothing where it is left empty.
 */
export function readPricesForm(
  typed: (name: string) => string,
  zones: readonly ZoneRows[],
  elsewhere: ZoneRows,
): PricesForm {
  const problems: Record<string, PriceProblem> = {};
  const whole = (name: string, within: WholeBounds, ifEmpty: number | null = null): number => {
    if (typed(name) === '' && ifEmpty !== null) return ifEmpty;
    const read = typedWhole(typed(name), within);
    if (!read.ok) problems[name] = read.problem;
    return read.ok ? read.value : 0;
  };
  /** Which row of the page each step was typed in. */
  const rowsOf = new Map<string, number[]>();
  const pricesOf = ({ key, rows }: ZoneRows): ZonePrices => {
    const fields = fieldsOf(key);
    const filled = Array.from({ length: rows }, (_, row) => row).filter(
      (row) => row === 0 || typed(fields.upTo(row)) !== '' || typed(fields.price(row)) !== '',
    );
    rowsOf.set(key, filled);
    const steps = filled.map((row): WeightStep => ({
      upTo: whole(fields.upTo(row), bounds.upTo),
      price: whole(fields.price(row), bounds.price),
    }));
    const free = typed(fields.freeFrom);
    return {
      steps,
      furtherKilogram: whole(fields.furtherKilogram, bounds.price, 0),
      freeFrom: free === '' ? null : whole(fields.freeFrom, bounds.freeFrom),
    };
  };
  const table: DeliveryTable = {
    charged: typed('charged') === 'order' ? 'order' : 'parcel',
    zones: zones.map((zone) => ({
      name: typed(fieldsOf(zone.key).name),
      provinces: provinceCodes.filter((code) => typed(fieldsOf(zone.key).province(code)) !== ''),
      ...pricesOf(zone),
    })),
    elsewhere: pricesOf(elsewhere),
  };
  for (const place of tableFaults(table)) {
    const key = place.zone === null ? elsewhere.key : (zones[place.zone]?.key ?? '');
    // What could not be read as a number is told as that.
    problems[fieldAt(place, key, rowsOf.get(key) ?? [])] ??= place.fault;
  }
  return Object.keys(problems).length > 0 ? { ok: false, problems } : { ok: true, table };
}

function fieldAt({ field, step }: FaultyPlace, key: string, rows: readonly number[]): string {
  const fields = fieldsOf(key);
  const row = rows[step ?? 0] ?? 0;
  switch (field) {
    case 'zones':
      return 'zones';
    case 'steps':
      return fields.upTo(0);
    case 'upTo':
    case 'price':
      return fields[field](row);
    default:
      return fields[field];
  }
}
