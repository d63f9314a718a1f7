import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { MOST_PUBLIC_RECALLS, type PublicRecall } from '@ocop/contract/public-recalls';
import { isoInstant } from '../database/rows.ts';

/** Recalls as everybody may know them: those in force first, then the latest that ended. */
export async function publicRecalls(manager: SqlEntityManager): Promise<PublicRecall[]> {
  const rows: PublicRecall[] = await manager.execute(
    `select recall.id, recall.scope, lot.code as lot, lot.made_on as "madeOn", lot.use_by as "useBy",
            coalesce(lot.product, sheets.product) as product,
            coalesce(lot.product_id, sheets.product_id) as "productId",
            recall.last - recall.first + 1 as stamps, recall.reason, recall.advice,
            recall.announced_at as "announcedAt", recall.lifted_at as "liftedAt"
     from trace_recall recall
     left join trace_stamp_range sheets on sheets.number = recall.range and sheets.deleted_at is null
     left join lateral (
       select lot_code from trace_stamp_span
       where range = recall.range and kind = 'activated' and deleted_at is null
         and first <= recall.last and last >= recall.first
       order by first limit 1
     ) goods on true
     left join trace_lot lot on lot.deleted_at is null
       and lot.code = coalesce(recall.lot_code, goods.lot_code, sheets.lot_code)
     where recall.deleted_at is null
     order by recall.lifted_at is not null, recall.announced_at desc, recall.id desc limit ?`,
    [MOST_PUBLIC_RECALLS],
  );
  return rows.map((row) => ({
    ...row,
    announcedAt: isoInstant(row.announcedAt),
    liftedAt: row.liftedAt && isoInstant(row.liftedAt),
  }));
}
