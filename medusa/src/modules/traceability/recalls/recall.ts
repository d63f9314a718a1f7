import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import { segmentOf, type StampSegment } from '@ocop/rules/stamps/stamp-segment';
import { recordChanges } from '../audit-log/record-change.ts';
import type { ChangeContext } from '../context.ts';
import { tellOfLotRecall, tellOfStamps, type Told } from '../epcis/life-cycle-events.ts';
import { storedLotCode } from '../lots/stored-code.ts';
import { isoInstant, paged, type Page, type Paged } from '../database/rows.ts';
import { lockRange, type LockedRange } from '../stamps/steps.ts';

/** A text for buyers; `en` may be empty, and then the Vietnamese one is shown. */
export interface RecallText {
  vi: string;
  en: string;
}

/** What is called back: a lot, a segment of a range (all of it where the ends are left out), one stamp. */
export type RecallScope =
  | { scope: 'lot'; lot: string }
  | { scope: 'range'; range: number; first?: number | undefined; last?: number | undefined }
  | { scope: 'serial'; range: number; index: number };

export type RecallRequest = RecallScope & { reason: RecallText; advice: RecallText };

/** A recall as it stands; instants are ISO, `liftedAt` null while it is in force. */
export interface RecallRead {
  id: string;
  scope: RecallScope['scope'];
  lot: string | null;
  range: number | null;
  first: number | null;
  last: number | null;
  reason: RecallText;
  advice: RecallText;
  announcedAt: string;
  liftedAt: string | null;
  /** When staff said that the stock on sale is not of these goods; null while its product is not sold. */
  stockClearedAt: string | null;
}

export type RecallAnswer =
  | { ok: true; recall: RecallRead }
  | Extract<Told, { ok: false }>
  | { ok: false; reason: 'unknown-lot' | 'unknown-range' | 'outside-range' | 'already-recalled' };

export type LiftAnswer =
  { ok: true; recall: RecallRead } | { ok: false; reason: 'unknown-recall' | 'already-lifted' };

/** `stock-not-held`: the product was sold on, or is sold again already. */
export type ClearStockAnswer = LiftAnswer | { ok: false; reason: 'stock-not-held' };

const columns = `
  id, scope, lot_code as lot, range, first, last, reason, advice,
  announced_at as "announcedAt", lifted_at as "liftedAt", stock_cleared_at as "stockClearedAt"`;

/** Calls goods back; every scan of one of their stamps from now on says so. */
export async function announceRecall(
  manager: SqlEntityManager,
  request: RecallRequest,
  change: ChangeContext,
): Promise<RecallAnswer> {
  const target = await lockTarget(manager, request);
  if (!target.ok) return target;
  const { lot, segment } = target;
  const range = target.range?.number ?? null;
  const inForce: unknown[] = await manager.execute(
    lot === null
      ? `select 1 from trace_recall
         where range = ? and first <= ? and last >= ? and lifted_at is null and deleted_at is null`
      : `select 1 from trace_recall
         where lot_code = ? and scope = 'lot' and lifted_at is null and deleted_at is null`,
    lot === null ? [range, segment?.first, segment?.last] : [lot],
  );
  if (inForce.length > 0) return { ok: false, reason: 'already-recalled' };
  const told =
    target.lot === null
      ? await tellOfStamps(manager, 'recall', target.range, [target.segment], change)
      : await tellOfLotRecall(manager, target.lot, change);
  if (!told.ok) return told;
  const id = generateEntityId(undefined, 'recall');
  const { scope, reason, advice } = request;
  await manager.execute(
    `insert into trace_recall
       (id, scope, lot_code, range, first, last, reason, advice, announced_at)
     values (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, now())`,
    [
      id,
      scope,
      lot,
      range,
      segment?.first ?? null,
      segment?.last ?? null,
      JSON.stringify(reason),
      JSON.stringify(advice),
    ],
  );
  const index = scope === 'serial' ? request.index : null;
  await recordChanges(manager, change.actor, [
    {
      event: 'recall.announced',
      data: { recall: id, scope, lot, range, index, ...segment, reason, advice },
    },
  ]);
  return { ok: true, recall: await readRecall(manager, id) };
}

type Target =
  | { ok: true; lot: string; range: null; segment: null }
  | { ok: true; lot: null; range: LockedRange; segment: StampSegment }
  | { ok: false; reason: 'unknown-lot' | 'unknown-range' | 'outside-range' };

// The lock keeps two recalls of the same goods, and a recall and an activation, after one another.
async function lockTarget(manager: SqlEntityManager, request: RecallScope): Promise<Target> {
  if (request.scope === 'lot') {
    const lot = await storedLotCode(manager, request.lot);
    const lots: unknown[] = await manager.execute(
      'select 1 from trace_lot where code = ? and deleted_at is null for update',
      [lot],
    );
    if (lots.length === 0) return { ok: false, reason: 'unknown-lot' };
    return { ok: true, lot, range: null, segment: null };
  }
  const range = await lockRange(manager, request.range);
  if (!range) return { ok: false, reason: 'unknown-range' };
  const ends = request.scope === 'serial' ? { first: request.index, last: request.index } : request;
  const segment = segmentOf(ends, range.count);
  return segment ? { ok: true, lot: null, range, segment } : { ok: false, reason: 'outside-range' };
}

/** Ends a recall; its row stays. Other recalls of the same goods stay in force. */
export async function liftRecall(
  manager: SqlEntityManager,
  id: string,
  note: string,
  actor: string,
): Promise<LiftAnswer> {
  const found = await lockRecall(manager, id);
  if (!found) return { ok: false, reason: 'unknown-recall' };
  if (found.liftedAt !== null) return { ok: false, reason: 'already-lifted' };
  await endNow(manager, id, 'lifted_at');
  return noted(manager, 'recall.lifted', found, note, actor);
}

/** Lets the product of a recall be sold again, while the recall of the goods stays in force. */
export async function clearStock(
  manager: SqlEntityManager,
  id: string,
  note: string,
  actor: string,
): Promise<ClearStockAnswer> {
  const found = await lockRecall(manager, id);
  if (!found) return { ok: false, reason: 'unknown-recall' };
  if (found.liftedAt !== null) return { ok: false, reason: 'already-lifted' };
  if (found.scope === 'serial' || found.stockClearedAt !== null) {
    return { ok: false, reason: 'stock-not-held' };
  }
  await endNow(manager, id, 'stock_cleared_at');
  return noted(manager, 'recall.stock-cleared', found, note, actor);
}

async function lockRecall(manager: SqlEntityManager, id: string): Promise<RecallRead | undefined> {
  const rows: RecallRead[] = await manager.execute(
    `select ${columns} from trace_recall where id = ? and deleted_at is null for update`,
    [id],
  );
  return rows[0];
}

function endNow(
  manager: SqlEntityManager,
  id: string,
  at: 'lifted_at' | 'stock_cleared_at',
): Promise<unknown> {
  return manager.execute(`update trace_recall set ${at} = now(), updated_at = now() where id = ?`, [id]);
}

async function noted(
  manager: SqlEntityManager,
  event: 'recall.lifted' | 'recall.stock-cleared',
  { id, scope, lot, range, first, last }: RecallRead,
  note: string,
  actor: string,
): Promise<{ ok: true; recall: RecallRead }> {
  const index = scope === 'serial' ? first : null;
  const segment = first === null || last === null ? {} : { first, last };
  await recordChanges(manager, actor, [
    {
      event,
      data: { recall: id, scope, lot, range, index, ...segment },
      staffOnly: { note },
    },
  ]);
  return { ok: true, recall: await readRecall(manager, id) };
}

/** Recalls, the latest first; `open` leaves out those that were lifted. */
export async function findRecalls(
  manager: SqlEntityManager,
  open: boolean,
  page: Page,
): Promise<Paged<RecallRead>> {
  const rows: (RecallRead & { total: number })[] = await manager.execute(
    `select ${columns}, count(*) over ()::int as total from trace_recall
     where deleted_at is null and (not ? or lifted_at is null)
     order by announced_at desc, id desc limit ? offset ?`,
    [open, page.limit, page.offset],
  );
  return paged(rows, read);
}

/** Recalls of a lot, and of segments of ranges ordered for it or activated with it, the latest first. */
export async function recallsOfLot(manager: SqlEntityManager, lot: string): Promise<RecallRead[]> {
  const rows: RecallRead[] = await manager.execute(
    `select ${columns} from trace_recall recall
     where deleted_at is null and (lot_code = ?
       or range in (select number from trace_stamp_range where lot_code = ? and deleted_at is null)
       or exists (select 1 from trace_stamp_span span
         where span.range = recall.range and span.lot_code = ? and span.kind = 'activated'
           and span.first <= recall.last and span.last >= recall.first and span.deleted_at is null))
     order by announced_at desc, id desc`,
    [lot, lot, lot],
  );
  return rows.map(read);
}

/** Recalls that cover one stamp, lifted ones among them, the latest first. */
export async function recallsOfStamp(
  manager: SqlEntityManager,
  stamp: { range: number; index: number; lot: string | null },
): Promise<RecallRead[]> {
  const rows: RecallRead[] = await manager.execute(
    `select ${columns} from trace_recall
     where deleted_at is null
       and ((scope = 'lot' and lot_code = ?) or (range = ? and first <= ? and last >= ?))
     order by announced_at desc, id desc`,
    [stamp.lot, stamp.range, stamp.index, stamp.index],
  );
  return rows.map(read);
}

async function readRecall(manager: SqlEntityManager, id: string): Promise<RecallRead> {
  const rows: RecallRead[] = await manager.execute(`select ${columns} from trace_recall where id = ?`, [id]);
  if (!rows[0]) throw new Error(`Recall ${id} is gone inside the transaction that wrote it.`);
  return read(rows[0]);
}

function read(row: RecallRead): RecallRead {
  const { announcedAt, liftedAt, stockClearedAt } = row;
  return {
    ...row,
    announcedAt: isoInstant(announcedAt),
    liftedAt: liftedAt && isoInstant(liftedAt),
    stockClearedAt: stockClearedAt && isoInstant(stockClearedAt),
  };
}
