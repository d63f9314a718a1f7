/**
 * What is told of one stamp: its state on a day, its lot, how often it was scanned. Made from what
 * the database holds of it, the same for the stamp's public page and for staff.
 */
import type { PlainDate } from '../date.ts';
import { stampState, type RangeState, type StampExceptionKind, type StampState } from './stamp-state.ts';
import { SUSPICIOUS_FROM, type SuspicionReason } from './suspicion.ts';

/**
 * A stamp whose code was verified, and the device that looks at it, so that the answer can say
 * whether this look is one more. Null where devices cannot be told apart; never a person's data.
 */
export interface StampAsked {
  epoch: string;
  range: number;
  index: number;
  device: string | null;
}

/** The same device within this time is one scan: people reload, turn the page, come back to it. */
export const SAME_DEVICE_MINUTES = 10;

/** One row of the answer to {@link findStamps}. */
export interface FoundStamp {
  place: number;
  stamp: StampRecord;
}

/**
 * The question to the database about stamps, for {@link stampAnswers} to read its rows. Prepared once
 * on a connection under its name: planning it takes twice as long as running it.
 */
export function findStamps(stamps: readonly StampAsked[]): { name: string; text: string; values: [string] } {
  const asked = stamps.map((stamp, place) => ({ ...stamp, place }));
  return {
    name: 'find-stamps',
    text: `select place, stamp from trace_find_stamps($1::jsonb, ${SAME_DEVICE_MINUTES})`,
    values: [JSON.stringify(asked)],
  };
}

/** The answers in the order asked, on a day in Vietnam; null where no stamp was issued. */
export function stampAnswers(
  asked: number,
  rows: readonly FoundStamp[],
  today: PlainDate,
): (StampAnswer | null)[] {
  const answers = Array<StampAnswer | null>(asked).fill(null);
  for (const { place, stamp } of rows) answers[place] = stampAnswer(stamp, today);
  return answers;
}

interface Words {
  vi: string;
  en: string;
}

/** The lot on a stamp's page, in the words of the public record; days are `YYYY-MM-DD`. */
export interface LotOnStamp {
  code: string;
  product: string;
  madeOn: PlainDate;
  useBy: PlainDate | null;
  rawMaterial: Words;
  sample: boolean;
}

/**
 * What the database holds of an issued stamp, as {@link findStamps} gives it. `product` is what its
 * range was ordered for. Instants are ISO 8601; `tally` is null before the first scan, its `score`
 * while there are too few scans to reckon one.
 */
export interface StampRecord {
  range: RangeState;
  form: 'tagged' | 'signed';
  product: string;
  gtin: string | null;
  orderedAt: string;
  activatedAt: string | null;
  voided: boolean;
  lot: LotOnStamp | null;
  exceptions: StampExceptionKind[];
  recall: { reason: Words; advice: Words; announcedAt: string } | null;
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
export interface StampAnswer {
  stamp: StampState;
  product: string;
  gtin: string | null;
  form: 'tagged' | 'signed';
  lot: LotOnStamp | null;
  orderedAt: string;
  activatedAt: string | null;
  scans: { count: number; firstAt: string | null; lastAt: string | null; seenLately: boolean };
  recall: { reason: Words; advice: Words; announcedAt: string } | null;
  suspicion: { score: number; reasons: SuspicionReason[] } | null;
}

function stampAnswer(record: StampRecord, today: PlainDate): StampAnswer {
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
