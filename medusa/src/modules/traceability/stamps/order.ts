import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import { STAMP_RANGE_BITS } from '@ocop/rules/stamps/stamp-position';
import type { StampForm } from '@ocop/rules/stamps/stamp-range';
import type { RangeState } from '@ocop/rules/stamps/stamp-state';
import { hasTooManyStamps } from '@ocop/rules/stamps/lot-allowance';
import { storedLotCode } from '../lots/stored-code.ts';
import { presentSlugs } from '../products/known-products.ts';
import { recordChanges } from '../audit-log/record-change.ts';
import { isoInstant, paged, type Page, type Paged } from '../database/rows.ts';

/**
 * `count` stamps for goods of `product`. With a `lot` they carry it in print and are for that lot alone; without one any lot of the product may
 * follow.
 */
export interface StampOrderRequest {
  product: string;
  lot: string | null;
  count: number;
  form: StampForm;
  /** Why a lot gets more stamps in print than it has packs. */
  overReason?: string | undefined;
}

/**
 * Positions `first` to `first + count − 1` of `range` are issued; `gtin` belongs in their codes.
 * `activated` and `voided` count stamps, `orderedAt` is an ISO instant.
 */
export interface IssuedStamps {
  range: number;
  epoch: string;
  form: StampForm;
  first: 0;
  count: number;
  gtin: string | null;
  product: string;
  /** Stable ids, null while the record does not hold them. */
  productId: string | null;
  producerId: string | null;
  lot: string | null;
  state: RangeState;
  orderedAt: string;
  activated: number;
  voided: number;
}

/**
 * `unknown-product`: no lot of this product was ever registered. `no-range-left`: range numbers have
 * STAMP_RANGE_BITS bits, and a printed code holds no more.
 */
export type StampOrderAnswer =
  | { ok: true; order: IssuedStamps }
  | { ok: false; reason: 'unknown-product' | 'unknown-lot' | 'no-range-left' }
  | { ok: false; reason: 'lot-of-another-product'; lotProduct: string }
  /** The lot has `quantity` packs, and `ordered` stamps carry its code that are not void. */
  | { ok: false; reason: 'more-ordered-than-lot'; quantity: number; ordered: number };

/** Which orders are meant; what is left out does not narrow the answer. */
export interface StampOrderQuery {
  state?: RangeState | undefined;
  product?: string | undefined;
  /** Ordered for this lot, or activated with it. */
  lot?: string | undefined;
}

const columns = `
  range.number as range, range.epoch, range.form, 0 as first, range.count, range.gtin, range.product,
  range.product_id as "productId", range.producer_id as "producerId",
  range.lot_code as lot, range.state, range.ordered_at as "orderedAt",
  (select coalesce(sum(last - first + 1), 0)::float8 from trace_stamp_span
   where range = range.number and kind = 'activated' and deleted_at is null) as activated,
  case when range.state = 'voided' then range.count else
    (select coalesce(sum(last - first + 1), 0)::float8 from trace_stamp_span
     where range = range.number and kind = 'voided' and deleted_at is null) end as voided`;

/**
 * Issues stamps as one row, whatever their number, their codes to be built with the key of `epoch`.
 * They are worth nothing until activated.
 */
export async function orderStamps(
  manager: SqlEntityManager,
  order: StampOrderRequest & { epoch: string },
  actor: string,
): Promise<StampOrderAnswer> {
  const { count, form, epoch, overReason } = order;
  const lot = order.lot === null ? null : await storedLotCode(manager, order.lot);
  const product = (await presentSlugs(manager, [order.product])).get(order.product) ?? order.product;
  // The trade item is the lot's; without a lot, that of the product's latest one. The lot is locked, so that
  // of two orders for it at once the second counts the stamps of the first.
  const lots: { product: string; gtin: string | null; quantity: number }[] = await manager.execute(
    lot === null
      ? `select product, gtin, quantity from trace_lot where deleted_at is null and product = ?
         order by made_on desc, created_at desc limit 1`
      : 'select product, gtin, quantity from trace_lot where deleted_at is null and code = ? for update',
    [lot ?? product],
  );
  const [found] = lots;
  if (!found) return { ok: false, reason: lot === null ? 'unknown-product' : 'unknown-lot' };
  if (found.product !== product) {
    return { ok: false, reason: 'lot-of-another-product', lotProduct: found.product };
  }
  const beyond = lot === null ? null : await beyondLot(manager, lot, found.quantity, count);
  if (beyond && overReason === undefined) return { ok: false, reason: 'more-ordered-than-lot', ...beyond };
  // The number is drawn before the row is written, so that a refusal leaves no row behind.
  const drawn: { number: number }[] = await manager.execute(
    `select nextval(pg_get_serial_sequence('trace_stamp_range', 'number'))::int as number`,
  );
  const range = drawn[0]?.number ?? Infinity;
  if (range >= 2 ** STAMP_RANGE_BITS) return { ok: false, reason: 'no-range-left' };
  await manager.execute(
    `insert into trace_stamp_range
       (id, number, epoch, form, count, product, lot_code, gtin, state, ordered_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, 'reserved', now())`,
    [generateEntityId(undefined, 'strange'), range, epoch, form, count, product, lot, found.gtin],
  );
  await recordChanges(manager, actor, [
    {
      event: 'stamps.ordered',
      data: { range, product, lot, count, form, epoch },
      ...(beyond ? { staffOnly: { overReason, packs: beyond.quantity } } : {}),
    },
  ]);
  const issued = await findStampOrder(manager, range);
  if (!issued) throw new Error(`Range ${range} is gone inside the transaction that issued it.`);
  return { ok: true, order: issued };
}

/** What speaks against `count` more stamps printed with a lot's code; null where it has goods for them. */
async function beyondLot(
  manager: SqlEntityManager,
  lot: string,
  quantity: number,
  count: number,
): Promise<{ quantity: number; ordered: number } | null> {
  const rows: { ordered: number }[] = await manager.execute(
    `select coalesce(sum(range.count - (
       select coalesce(sum(last - first + 1), 0) from trace_stamp_span
       where range = range.number and kind = 'voided' and deleted_at is null)), 0)::float8 as ordered
     from trace_stamp_range range
     where lot_code = ? and state <> 'voided' and deleted_at is null`,
    [lot],
  );
  const ordered = rows[0]?.ordered ?? 0;
  return hasTooManyStamps({ quantity, live: ordered + count }) ? { quantity, ordered } : null;
}

/** The range as it was ordered, and how far it came; null when it was never issued. */
export async function findStampOrder(manager: SqlEntityManager, range: number): Promise<IssuedStamps | null> {
  if (!isRangeNumber(range)) return null;
  const rows: IssuedStamps[] = await manager.execute(
    `select ${columns} from trace_stamp_range range where number = ? and deleted_at is null`,
    [range],
  );
  return rows[0] ? read(rows[0]) : null;
}

/** Orders, newest first. */
export async function listStampOrders(
  manager: SqlEntityManager,
  { state = null, product = null, lot = null }: { [K in keyof StampOrderQuery]: StampOrderQuery[K] | null },
  page: Page,
): Promise<Paged<IssuedStamps>> {
  const rows: (IssuedStamps & { total: number })[] = await manager.execute(
    `select ${columns}, count(*) over ()::int as total
     from trace_stamp_range range
     where deleted_at is null and (?::text is null or state = ?) and (?::text is null or product = ?)
       and (?::text is null or lot_code = ? or number in (
         select range from trace_stamp_span where lot_code = ? and deleted_at is null))
     order by number desc limit ? offset ?`,
    [state, state, product, product, lot, lot, lot, page.limit, page.offset],
  );
  return paged(rows, read);
}

/** Whether a code can name this range at all. */
export function isRangeNumber(range: number): boolean {
  return Number.isInteger(range) && range >= 0 && range < 2 ** STAMP_RANGE_BITS;
}

function read(row: IssuedStamps): IssuedStamps {
  return { ...row, orderedAt: isoInstant(row.orderedAt) };
}
