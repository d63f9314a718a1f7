/**
 * What is told of one stamp: its state on a day, its lot, how often it was scanned. Made from what
 * the database holds of it, the same for the stamp's public page and for staff.
 */
import type { PlainDate } from '../date.ts';
import { stampState, type RangeState, type StampExceptionKind, type StampState } from './stamp-state.ts';
import { SUSPICIOUS_FROM, type SuspicionReason } from './suspicion.ts';

/**
 * A stamp to look up, whose code was verified. `device` is the pseudonymous token of the device that
 * scans it, so that the answer can say whether this is one scan more; null where there is none. `at` is
 * when it does so (ISO 8601), by the clock that dates its scans: the database's own may be another.
 */
export interface StampQuery {
  epoch: string;
  range: number;
  index: number;
  device: string | null;
  at?: string;
}

/** The same device within this time is one scan: people reload, turn the page, come back to it. */
export const SAME_DEVICE_MINUTES = 10;

/** One row of {@link stampLookupQuery}; `ordinal` counts the stamps of the query from 0. */
export interface StampLookupRow {
  ordinal: number;
  stamp: StampRecord;
}

/**
 * The database query that looks stamps up, for {@link readLookupRows} to read its rows. A prepared
 * statement by its name, once a connection: planning it takes twice as long as running it.
 */
export function stampLookupQuery(stamps: readonly StampQuery[]): {
  name: string;
  text: string;
  values: [string];
} {
  // The SQL function calls the ordinal `place`, in what it takes and in what it returns.
  const rows = stamps.map((stamp, ordinal) => ({ ...stamp, place: ordinal }));
  return {
    name: 'find-stamps',
    text: `select place as ordinal, stamp from trace_find_stamps($1::jsonb, ${SAME_DEVICE_MINUTES})`,
    values: [JSON.stringify(rows)],
  };
}

/** The answers in the order of the query, on a day in Vietnam; null where no stamp was issued. */
export function readLookupRows(
  count: number,
  rows: readonly StampLookupRow[],
  today: PlainDate,
): (StampStatus | null)[] {
  const answers = Array<StampStatus | null>(count).fill(null);
  for (const { ordinal, stamp } of rows) answers[ordinal] = stampStatus(stamp, today);
  return answers;
}

interface BilingualText {
  vi: string;
  en: string;
}

/** The lot on a stamp's page, as the public record writes it; days are `YYYY-MM-DD`. */
export interface LotOnStamp {
  code: string;
  /** The product's slug when the lot was last written. */
  product: string;
  /** Its stable id; null where the lot names no product of the record, absent before the migration. */
  productId?: string | null;
  madeOn: PlainDate;
  useBy: PlainDate | null;
  rawMaterial: BilingualText;
  sample: boolean;
}

/**
 * What the database holds of an issued stamp, as {@link stampLookupQuery} gives it. `product` is what its
 * range was ordered for. Instants are ISO 8601; `tally` is null before the first scan, its `score`
 * while there are too few scans to reckon one.
 */
export interface StampRecord {
  range: RangeState;
  form: 'tagged' | 'signed';
  product: string;
  productId?: string | null;
  gtin: string | null;
  orderedAt: string;
  activatedAt: string | null;
  voided: boolean;
  lot: LotOnStamp | null;
  exceptions: StampExceptionKind[];
  recall: { reason: BilingualText; advice: BilingualText; announcedAt: string } | null;
  tally: {
    count: number;
    firstAt: string | null;
    lastAt: string | null;
    score: number | null;
    reasons: SuspicionReason[] | null;
  } | null;
  seenLately: boolean;
}

/**
 * What is known of one stamp. `product` is what its range was ordered for; `lot` only once the stamp
 * is activated, because before that nothing says that it is on those goods. `scans` are those
 * recorded so far; `seenLately`: this device is among those of the last ten minutes. Times are ISO.
 */
export interface StampStatus {
  stamp: StampState;
  product: string;
  /** Stable id of that product, null where it is not known. */
  productId: string | null;
  gtin: string | null;
  form: 'tagged' | 'signed';
  lot: LotOnStamp | null;
  orderedAt: string;
  activatedAt: string | null;
  scans: { count: number; firstAt: string | null; lastAt: string | null; seenLately: boolean };
  recall: { reason: BilingualText; advice: BilingualText; announcedAt: string } | null;
  suspicion: { score: number; reasons: SuspicionReason[] } | null;
}

function stampStatus(record: StampRecord, today: PlainDate): StampStatus {
  const { product, gtin, form, lot, orderedAt, activatedAt, tally, recall, seenLately } = record;
  const score = tally?.score ?? 0;
  const suspicious = score >= SUSPICIOUS_FROM;
  const stamp = stampState(
    {
      range: record.range,
      voided: record.voided,
      activated: activatedAt !== null,
      exceptions: record.exceptions,
      recalled: recall !== null,
      useBy: lot?.useBy ?? null,
      suspicious,
    },
    today,
  );
  return {
    stamp,
    product,
    productId: record.productId ?? null,
    gtin,
    form,
    lot,
    orderedAt,
    activatedAt,
    scans: {
      count: tally?.count ?? 0,
      firstAt: tally?.firstAt ?? null,
      lastAt: tally?.lastAt ?? null,
      seenLately,
    },
    recall,
    suspicion: suspicious ? { score, reasons: tally?.reasons ?? [] } : null,
  };
}
