import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { readAuditLog, type AuditEntryRead } from '../audit-log/audit-log.ts';
import type { LotDeclaration } from './register.ts';
import { storedLotCode } from './stored-code.ts';
import { liveStampsOf } from './live-stamps.ts';
import { recallsOfLot, type RecallRead } from '../recalls/recall.ts';
import { paged, type Page, type Paged } from '../database/rows.ts';
import { listStampOrders, type IssuedStamps } from '../stamps/order.ts';

/**
 * A lot, the provinces it was shipped to (null where no event tells), and what became of it.
 * `productId` and `producerId` are their stable ids, null while the record does not hold them.
 * `stampsOrdered` carry it in print, `stampsActivated` were put on its goods, `stampsLive` of them are not
 * void; `recalled` now.
 */
export interface LotRead extends LotDeclaration {
  productId: string | null;
  producerId: string | null;
  shippedTo: string[] | null;
  stampsOrdered: number;
  stampsActivated: number;
  stampsLive: number;
  recalled: boolean;
}

export interface LotHistory {
  lot: LotRead;
  /** The newest hundred orders for the lot or activated with it. */
  orders: IssuedStamps[];
  recalls: RecallRead[];
  /** The newest hundred lines that name the lot, newest first. */
  auditLog: AuditEntryRead[];
}

/** `q` is looked for in code and product, in any case; `product` is the whole slug. */
export interface LotQuery {
  q?: string | undefined;
  product?: string | undefined;
}

const columns = `
  code, product, product_id as "productId", producer_id as "producerId", gtin, made_on as "madeOn", use_by as "useBy", quantity,
  raw_material as "rawMaterial", shipped_to as "shippedTo", sample,
  (select coalesce(sum(count), 0)::float8 from trace_stamp_range
   where lot_code = lot.code and deleted_at is null) as "stampsOrdered",
  (select coalesce(sum(last - first + 1), 0)::float8 from trace_stamp_span
   where lot_code = lot.code and kind = 'activated' and deleted_at is null) as "stampsActivated",
  ${liveStampsOf('lot.code')} as "stampsLive",
  exists (select 1 from trace_recall where lot_code = lot.code and scope = 'lot'
    and lifted_at is null and deleted_at is null) as recalled`;

/** Lots, the latest made first. */
export async function findLots(
  manager: SqlEntityManager,
  { q, product = null }: { q?: string | undefined; product?: string | null | undefined },
  page: Page,
): Promise<Paged<LotRead>> {
  // Compared as plain text: % and _ are no wildcards here.
  const text = q === undefined ? null : q.toLowerCase();
  const rows: (LotRead & { total: number })[] = await manager.execute(
    `select ${columns}, total from (
       select *, count(*) over ()::int as total from trace_lot
       where deleted_at is null and (?::text is null or product = ?)
         and (?::text is null or strpos(lower(code), ?) > 0 or strpos(lower(product), ?) > 0)
       order by made_on desc, code limit ? offset ?
     ) lot order by made_on desc, code`,
    [product, product, text, text, text, page.limit, page.offset],
  );
  return paged(rows, (row) => row);
}

/** One lot with all that was done to it; null when it is not registered. */
export async function lotHistory(manager: SqlEntityManager, typed: string): Promise<LotHistory | null> {
  const code = await storedLotCode(manager, typed);
  const [lot]: LotRead[] = await manager.execute(
    `select ${columns} from trace_lot lot where code = ? and deleted_at is null`,
    [code],
  );
  if (!lot) return null;
  const newest = { limit: 100, offset: 0 };
  const orders = await listStampOrders(manager, { lot: code }, newest);
  const auditLog = await readAuditLog(manager, { lot: code }, newest);
  return {
    lot,
    orders: orders.items,
    recalls: await recallsOfLot(manager, code),
    auditLog: auditLog.items,
  };
}
