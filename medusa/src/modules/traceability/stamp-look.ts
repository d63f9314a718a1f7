import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { PlainDate } from '@ocop/rules/date';
import {
  stampState,
  type RangeState,
  type StampExceptionKind,
  type StampState,
} from '@ocop/rules/stamp-state';
import { SUSPICIOUS_FROM, type SuspicionReason } from '@ocop/rules/suspicion';
import { SAME_DEVICE_MINUTES } from './scan-record.ts';

/**
 * A stamp whose code the site has verified, and the device that looks at it, so that the answer can
 * say whether this look is one more. Null where devices cannot be told apart.
 */
export interface StampAsked {
  epoch: string;
  range: number;
  index: number;
  device: string | null;
}

interface Words {
  vi: string;
  en: string;
}

/** The lot on a stamp's page, in the words of the public record; days are `YYYY-MM-DD`. */
export interface LookedAtLot {
  code: string;
  product: string;
  madeOn: PlainDate;
  useBy: PlainDate | null;
  rawMaterial: Words;
  sample: boolean;
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
  lot: LookedAtLot | null;
  orderedAt: string;
  activatedAt: string | null;
  scans: { count: number; firstAt: string | null; lastAt: string | null; seenLately: boolean };
  recall: { reason: Words; advice: Words; announcedAt: string } | null;
  suspicion: { score: number; reasons: SuspicionReason[] } | null;
}

interface Row {
  state: RangeState;
  form: 'tagged' | 'signed';
  product: string;
  gtin: string | null;
  ordered_at: string;
  activated_at: string | null;
  voided: boolean;
  lot_code: string | null;
  lot_product: string;
  made_on: string;
  use_by: string | null;
  raw_material: Words;
  sample: boolean;
  exceptions: StampExceptionKind[];
  recall_reason: Words | null;
  recall_advice: Words;
  announced_at: string;
  count: number | null;
  first_at: string | null;
  last_at: string | null;
  score: number | null;
  reasons: SuspicionReason[] | null;
  seen_lately: boolean;
}

// Every part is found through an index by (range, index), so the cost is that of the stamps asked
// for, however many are issued or scanned. Spans of a kind do not overlap: the last that begins at
// or before the stamp is the only one that can hold it.
const look = `
  select asked.place, range.state, range.form, range.product, range.gtin, range.ordered_at,
    active.at as activated_at,
    coalesce(void.last >= asked.index, false) as voided,
    lot.code as lot_code, lot.product as lot_product, lot.made_on, lot.use_by, lot.raw_material,
    lot.sample,
    array(
      select kind from trace_stamp_exception
      where range = asked.range and index = asked.index and ended_at is null and deleted_at is null
    ) as exceptions,
    recall.reason as recall_reason, recall.advice as recall_advice, recall.announced_at,
    tally.count, tally.first_at, tally.last_at, tally.score, tally.reasons,
    exists (
      select 1 from trace_stamp_scan
      where range = asked.range and index = asked.index and device = asked.device
        and deleted_at is null and at > now() - make_interval(mins => ${SAME_DEVICE_MINUTES})
    ) as seen_lately
  from jsonb_to_recordset($1::jsonb)
    as asked(place int, epoch text, range int, index int, device text)
  join trace_stamp_range range
    on range.number = asked.range and range.epoch = asked.epoch and asked.index < range.count
      and range.deleted_at is null
  left join lateral (
    select at, lot_code, last from trace_stamp_span
    where range = asked.range and kind = 'activated' and first <= asked.index and deleted_at is null
    order by first desc limit 1
  ) active on active.last >= asked.index
  left join lateral (
    select last from trace_stamp_span
    where range = asked.range and kind = 'voided' and first <= asked.index and deleted_at is null
    order by first desc limit 1
  ) void on true
  left join trace_lot lot on lot.code = active.lot_code and lot.deleted_at is null
  left join lateral (
    select reason, advice, announced_at from (
      select * from trace_recall where lot_code = lot.code and scope = 'lot' and lifted_at is null
      union all
      select * from trace_recall
      where range = asked.range and first <= asked.index and last >= asked.index
        and lifted_at is null
    ) announced
    order by announced_at desc limit 1
  ) recall on true
  left join trace_stamp_tally tally on tally.id = asked.range || '-' || asked.index`;

/**
 * What is known of each stamp, in the order asked; null for a position that was never issued under
 * that key. Records nothing. One query, however many stamps.
 */
export async function lookAtStamps(
  manager: SqlEntityManager,
  stamps: readonly StampAsked[],
  today: PlainDate,
): Promise<(StampAnswer | null)[]> {
  const asked = stamps.map((stamp, place) => ({ ...stamp, place }));
  const rows = await runPrepared(manager, [JSON.stringify(asked)]);
  const answers: (StampAnswer | null)[] = stamps.map(() => null);
  for (const row of rows) answers[row.place] = answerOf(row, today);
  return answers;
}

/** The part of a PostgreSQL connection that is needed here. */
interface Connection {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{
    rows: (Row & { place: number })[];
  }>;
}

/**
 * Runs {@link look} as a prepared statement on one of Medusa's own connections: planning it takes
 * twice as long as running it, and every reader of a stamp waits for that.
 */
async function runPrepared(manager: SqlEntityManager, values: unknown[]): Promise<(Row & { place: number })[]> {
  const { client } = manager.getKnex();
  const connection = (await client.acquireConnection()) as Connection;
  try {
    const { rows } = await connection.query({ name: 'look-at-stamps', text: look, values });
    return rows;
  } finally {
    await client.releaseConnection(connection);
  }
}

function answerOf(row: Row, today: PlainDate): StampAnswer {
  const suspicious = row.score !== null && row.score >= SUSPICIOUS_FROM;
  return {
    stamp: stampState(
      {
        range: row.state,
        voided: row.voided,
        activated: row.activated_at !== null,
        exceptions: row.exceptions,
        recalled: row.recall_reason !== null,
        useBy: row.use_by,
        suspicious,
      },
      today,
    ),
    product: row.product,
    gtin: row.gtin,
    form: row.form,
    lot:
      row.lot_code === null
        ? null
        : {
            code: row.lot_code,
            product: row.lot_product,
            madeOn: row.made_on,
            useBy: row.use_by,
            rawMaterial: row.raw_material,
            sample: row.sample,
          },
    orderedAt: iso(row.ordered_at),
    activatedAt: row.activated_at && iso(row.activated_at),
    scans: {
      count: row.count ?? 0,
      firstAt: row.first_at && iso(row.first_at),
      lastAt: row.last_at && iso(row.last_at),
      seenLately: row.seen_lately,
    },
    recall: row.recall_reason && {
      reason: row.recall_reason,
      advice: row.recall_advice,
      announcedAt: iso(row.announced_at),
    },
    suspicion: suspicious && row.score !== null ? { score: row.score, reasons: row.reasons ?? [] } : null,
  };
}

function iso(time: string): string {
  return new Date(time).toISOString();
}
