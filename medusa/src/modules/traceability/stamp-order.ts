import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import { STAMP_RANGE_BITS } from '@ocop/rules/stamp-code';
import { writeJournal } from './journal.ts';

/** `count` stamps for the lot with this code, their codes to be built with the key of `epoch`. */
export interface StampOrder {
  lot: string;
  count: number;
  epoch: string;
}

/** Positions `first` to `first + count − 1` of `range` are issued; `gtin` belongs in their codes. */
export interface IssuedStamps {
  range: number;
  epoch: string;
  first: 0;
  count: number;
  gtin: string | null;
  lot: string;
}

/** `no-range-left`: range numbers have STAMP_RANGE_BITS bits, and a printed code holds no more. */
export type StampOrderAnswer =
  | ({ ok: true } & IssuedStamps)
  | { ok: false; reason: 'unknown-lot' | 'no-range-left' };

/**
 * Issues a range of stamps and activates it with its lot at once: until printing and delivery are
 * followed step by step, a stamp counts as on the goods from the moment it is ordered.
 */
export async function orderStamps(
  manager: SqlEntityManager,
  order: StampOrder,
  actor: string,
): Promise<StampOrderAnswer> {
  const rows: { number: number; gtin: string | null }[] = await manager.execute(
    `with lot as (
       select code, gtin from trace_lot where code = ? and deleted_at is null
     ), issued as (
       insert into trace_stamp_range
         (id, epoch, count, lot_code, gtin, state, ordered_at, activated_at)
       select ?, ?, ?, code, gtin, 'activated', now(), now() from lot
       returning number
     )
     select issued.number, lot.gtin from issued, lot`,
    [order.lot, generateEntityId(undefined, 'strange'), order.epoch, order.count],
  );
  const issued = rows[0];
  if (!issued) return { ok: false, reason: 'unknown-lot' };

  const range = issued.number;
  if (range >= 2 ** STAMP_RANGE_BITS) {
    await manager.execute('delete from trace_stamp_range where number = ?', [range]);
    return { ok: false, reason: 'no-range-left' };
  }
  const line = { actor, lotCode: order.lot, range, detail: { count: order.count } };
  await writeJournal(manager, [
    { ...line, action: 'stamps-ordered' },
    { ...line, action: 'stamps-activated' },
  ]);
  const { epoch, count, lot } = order;
  return { ok: true, range, epoch, first: 0, count, gtin: issued.gtin, lot };
}

/** The range as it was ordered, for building its codes again; null when it was never issued. */
export async function findStampOrder(
  manager: SqlEntityManager,
  range: number,
): Promise<IssuedStamps | null> {
  if (!Number.isInteger(range) || range < 0 || range >= 2 ** STAMP_RANGE_BITS) return null;
  const rows: IssuedStamps[] = await manager.execute(
    `select number as range, epoch, 0 as first, count, gtin, lot_code as lot
     from trace_stamp_range where number = ? and deleted_at is null`,
    [range],
  );
  return rows[0] ?? null;
}
