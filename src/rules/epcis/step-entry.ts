/**
 * A step of a lot's life as staff type it, in a form or a row of a table: read, checked and turned
 * into the fact an event is built from. Steps that follow from something staff do here (printing,
 * activating, voiding, recalling) write their events themselves and cannot be typed.
 */
import { isPlainDate } from '../date.ts';
import { isGln, isSscc } from '../digital-link/gtin.ts';
import { provinceCodes } from '../place/province.ts';
import { provinceName } from '../place/province-name.ts';
import { foldVietnamese } from '../vietnamese/vietnamese.ts';
import { readDecimal, readWholeNumber } from '../typed-number.ts';
import { countsPieces, readUnit } from './units.ts';
import type { Goods, LifeCycleFact } from './life-cycle.ts';
import type { Place, Thing } from './lot-uri.ts';

export type TypedStep = Extract<
  LifeCycleFact['step'],
  'harvest' | 'collection' | 'test' | 'processing' | 'packing' | 'shipping' | 'receiving' | 'retail-sale'
>;

/** The columns of a row, in the order of the template. */
export const ENTRY_FIELDS = [
  'lot',
  'step',
  'at',
  'province',
  'gln',
  'quantity',
  'unit',
  'rawLot',
  'result',
  'container',
  'otherProvince',
  'otherGln',
  'overReason',
] as const;

export type EntryField = (typeof ENTRY_FIELDS)[number];

/** What was typed; null and '' mean nothing. A number is one that cannot be misread. */
export type Typed = Partial<Record<EntryField, string | number | null>>;

/** A step that was read. */
export interface StepEntry {
  lot: string;
  step: TypedStep;
  /** ISO 8601 with its offset. */
  at: string;
  place: Place | null;
  quantity: number | null;
  uom: string | null;
  rawLots: string[];
  passed: boolean;
  container: string | null;
  /** Where goods go to, or came from. */
  other: Place | null;
  /** Why more is shipped than the lot has. */
  overReason: string | null;
}

export interface EntryFault {
  field: EntryField;
  message: string;
}

export type EntryAnswer = { ok: true; entry: StepEntry } | { ok: false; faults: EntryFault[] };

const steps: Readonly<Record<TypedStep, readonly string[]>> = {
  harvest: ['thu hoạch', 'harvest'],
  collection: ['thu mua', 'collection', 'bought in'],
  test: ['kiểm nghiệm', 'kiểm tra', 'test'],
  processing: ['chế biến', 'sản xuất', 'processing'],
  packing: ['đóng gói', 'đóng thùng', 'packing'],
  shipping: ['xuất hàng', 'giao hàng', 'shipping'],
  receiving: ['nhận hàng', 'nhập hàng', 'receiving'],
  'retail-sale': ['bán lẻ', 'retail sale', 'retail-sale'],
};
const results = {
  passed: ['đạt', 'passed', 'pass'],
  failed: ['không đạt', 'failed', 'fail'],
} as const;

const byWord = <T extends string>(words: Record<T, readonly string[]>): ReadonlyMap<string, T> =>
  new Map(
    (Object.entries(words) as [T, readonly string[]][]).flatMap(([name, spellings]) =>
      spellings.map((word): [string, T] => [foldVietnamese(word), name]),
    ),
  );
const stepOf = byWord(steps);
const resultOf = byWord(results);
const provinceOf: ReadonlyMap<string, string> = new Map(
  provinceCodes.flatMap((code) => [
    [code, code],
    [foldVietnamese(provinceName(code) ?? code), code],
  ]),
);

/** The word of the template for a step. */
export function stepWord(step: TypedStep): string {
  return steps[step][0] ?? step;
}

/** Reads one row or form; every field at fault is told, with what to write instead. */
export function readEntry(typed: Typed): EntryAnswer {
  const faults: EntryFault[] = [];
  const fault = (field: EntryField, message: string) => {
    faults.push({ field, message });
    return null;
  };
  const text = (field: EntryField) => String(typed[field] ?? '').trim();
  const lookedUp = <T>(field: EntryField, words: ReadonlyMap<string, T>, wanted: string) => {
    if (text(field) === '') return null;
    return words.get(foldVietnamese(text(field))) ?? fault(field, `'${text(field)}' is ${wanted}`);
  };
  const place = (provinceField: EntryField, glnField: EntryField): Place | null => {
    const province = lookedUp(
      provinceField,
      provinceOf,
      'no province: write its name or its code of two digits',
    );
    const gln = text(glnField) || null;
    if (gln !== null && !isGln(gln)) {
      fault(glnField, `'${gln}' is no GLN: 13 digits, the last a right check digit`);
    }
    return province === null && gln === null ? null : { province, gln };
  };

  const lot = text('lot') || fault('lot', 'is empty: write the code of the lot');
  const step = lookedUp(
    'step',
    stepOf,
    `none of: ${Object.values(steps)
      .map(([word]) => word)
      .join(', ')}`,
  );
  if (text('step') === '') fault('step', 'is empty: say what was done');
  const at = readMoment(text('at'));
  if (at === null) {
    fault('at', `'${text('at')}' is no time: write it as 2026-11-22 09:30 or 22/11/2026 09:30`);
  }
  const uom = text('unit') === '' ? null : readUnit(text('unit'));
  if (uom === null && text('unit') !== '') {
    fault('unit', `'${text('unit')}' is no unit: kg, g, tấn, lít, ml, m, or empty for packs`);
  }
  const quantity = readQuantity(typed.quantity ?? null, countsPieces(uom));
  if (quantity === undefined) {
    const wanted = countsPieces(uom)
      ? 'is no whole number of packs: write 1250 or 1.250'
      : 'can be misread: write 1250 or 1250,5 without other marks';
    fault('quantity', `'${text('quantity')}' ${wanted}`);
  }
  const rawLots = text('rawLot')
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter(Boolean);
  const needsRaw = step === 'harvest' || step === 'collection' || step === 'processing';
  if (needsRaw && rawLots.length === 0) fault('rawLot', 'is empty: name the raw lot');
  if (step !== 'processing' && rawLots.length > 1)
    fault('rawLot', 'names several lots: write a row for each');
  const result = lookedUp('result', resultOf, "neither 'đạt' nor 'không đạt'");
  if (step === 'test' && text('result') === '') fault('result', "is empty: write 'đạt' or 'không đạt'");
  const container = text('container') || null;
  if (step === 'packing' && container === null) fault('container', 'is empty: give the carton a number');
  if (container !== null && /^\d{18}$/.test(container) && !isSscc(container)) {
    fault('container', `'${container}' has 18 digits but the last is not the check digit of an SSCC`);
  }
  const here = place('province', 'gln');
  const other = place('otherProvince', 'otherGln');
  if (step === 'shipping' && text('otherProvince') === '') {
    fault('otherProvince', 'is empty: say which province the goods go to');
  }
  if (faults.length > 0 || !lot || !step || at === null || quantity === undefined) {
    return { ok: false, faults };
  }
  const entry: StepEntry = {
    lot,
    step,
    at,
    place: here,
    quantity,
    uom,
    rawLots,
    passed: result === 'passed',
    container,
    other,
    overReason: text('overReason') || null,
  };
  return { ok: true, entry };
}

/** The fact of an entry; `gtin` is that of its lot, `origin` the site's own. */
export function factOf(entry: StepEntry, gtin: string | null, origin: string): LifeCycleFact {
  const { lot, at, place, quantity, uom, rawLots, step, container, other } = entry;
  const goods = (thing: Thing): Goods => ({ thing, quantity, uom });
  const own = goods({ lot, gtin });
  const around = { origin, at, place };
  switch (step) {
    case 'harvest':
    case 'collection':
      return { ...around, step, goods: goods({ lot: rawLots[0] ?? lot, gtin: null }) };
    case 'processing': {
      const inputs = rawLots.map((raw) => ({ ...goods({ lot: raw, gtin: null }), quantity: null }));
      return { ...around, step, inputs, output: own };
    }
    case 'test':
      return { ...around, step, goods: own, passed: entry.passed };
    case 'packing': {
      const number = container ?? '';
      return {
        ...around,
        step,
        goods: own,
        container: isSscc(number) ? { sscc: number } : { number },
      };
    }
    case 'shipping':
      return { ...around, step, goods: own, to: other };
    case 'receiving':
      return { ...around, step, goods: own, from: other };
    case 'retail-sale':
      return { ...around, step, goods: own };
  }
}

const WALL_TIME = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const OFFSET_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A time as people write it, by Vietnam's clock where it has no offset; null where it is none. */
function readMoment(text: string): string | null {
  if (OFFSET_TIME.test(text)) {
    return isPlainDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)) ? text : null;
  }
  const turned = text.replace(
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})/,
    (_, day: string, month: string, year: string) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
  );
  const [, day = '', hour = '0', minute = '00', second = '00'] = WALL_TIME.exec(turned) ?? [];
  const moment = `${day}T${hour.padStart(2, '0')}:${minute}:${second}+07:00`;
  return isPlainDate(day) && !Number.isNaN(Date.parse(moment)) ? moment : null;
}

/**
 * A quantity; null for none, undefined where it is no number, no whole one of packs, or '1.250' of anything
 * else could be two of them: in Vietnam a point groups thousands, elsewhere it begins a fraction.
 */
function readQuantity(typed: string | number | null, pieces: boolean): number | null | undefined {
  if (typeof typed === 'number') {
    return typed >= 0 && (pieces ? Number.isSafeInteger(typed) : Number.isFinite(typed)) ? typed : undefined;
  }
  const read = pieces ? readWholeNumber(typed ?? '') : readDecimal(typed ?? '');
  if (read.ok) return read.value;
  return read.fault === 'empty' ? null : undefined;
}
