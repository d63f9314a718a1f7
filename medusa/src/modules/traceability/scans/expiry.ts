import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';

/** The privacy page promises this: a scan's own line goes after 90 days, the stamp's count stays. */
export const SCAN_DAYS = 90;

/** Rows removed at a time, so that scans being recorded never wait for a long deletion. */
const BATCH = 10_000;

/**
 * Erases up to 10,000 scans older than {@link SCAN_DAYS} days at the moment `now`.
 * @returns how many were erased; fewer than asked when none are left
 */
export async function eraseExpiredScans(
  manager: SqlEntityManager,
  now: Date,
): Promise<{ erased: number; more: boolean }> {
  const rows: { erased: number }[] = await manager.execute(
    `with gone as (
       delete from trace_stamp_scan where id in (
         select id from trace_stamp_scan
         where at < ?::timestamptz - make_interval(days => ?) order by at limit ?
       ) returning 1
     )
     select count(*)::int as erased from gone`,
    [now.toISOString(), SCAN_DAYS, BATCH],
  );
  const erased = rows[0]?.erased ?? 0;
  return { erased, more: erased === BATCH };
}
