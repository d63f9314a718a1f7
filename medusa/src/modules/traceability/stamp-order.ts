import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import { writeJournal } from './journal.ts';

/** `count` stamps for the lot with this code, their codes to be built with the key of `epoch`. */
export interface StampOrder {
  lot: string;
  count: number;
  epoch: string;
}

/** Positions `first` to `first + count − 1` of `range` are issued; `gtin` belongs in their codes. */
export type StampOrderAnswer =
  | { ok: true; range: number; epoch: string; first: 0; count: number; gtin: string | null; product: string }
  | { ok: false; reason: 'unknown-lot' };

/**
 * Issues a range of stamps and activates it with its lot at once: until printing and delivery are
 * followed step by step, a stamp counts as on the goods from the moment it is ordered.
 */
export async function orderStamps(
  manager: SqlEntityManager,
  order: StampOrder,
  actor: string,
): Promise<StampOrderAnswer> {
  const rows: { number: number; gtin: string | null; product: string }[] = await manager.execute(
    `with lot as (
       select code, gtin, product from trace_lot where code = ? and deleted_at is null
     ), issued as (
       insert into trace_stamp_range
         (id, epoch, count, lot_code, gtin, state, ordered_at, activated_at)
       select ?, ?, ?, code, gtin, 'activated', now(), now() from lot
       returning number
     )
     select issued.number, lot.gtin, lot.product from issued, lot`,
    [order.lot, generateEntityId(undefined, 'strange'), order.epoch, order.count],
  );
  const issued = rows[0];
  if (!issued) return { ok: false, reason: 'unknown-lot' };

  const line = { actor, lotCode: order.lot, range: issued.number, detail: { count: order.count } };
  await writeJournal(manager, [
    { ...line, action: 'stamps-ordered' },
    { ...line, action: 'stamps-activated' },
  ]);
  return {
    ok: true,
    range: issued.number,
    epoch: order.epoch,
    first: 0,
    count: order.count,
    gtin: issued.gtin,
    product: issued.product,
  };
}
