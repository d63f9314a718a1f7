import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';

/** The form and the privacy page promise this: contact and photo go after 180 days. */
export const REPORT_DAYS = 180;

/**
 * Erases contact and photo of reports older than {@link REPORT_DAYS} days at the moment `now`. What
 * was reported about which goods stays.
 * @returns how many reports lost something
 */
export async function eraseExpiredReports(manager: SqlEntityManager, now: Date): Promise<number> {
  const rows: { erased: number }[] = await manager.execute(
    `with old as (
       select id from trace_report where at < ?::timestamptz - make_interval(days => ?)
     ), photos as (
       delete from trace_report_photo where report_id in (select id from old) returning report_id
     ), contacts as (
       update trace_report set contact = null, updated_at = now()
       where id in (select id from old) and contact is not null returning id
     )
     select count(*)::int as erased
     from (select report_id from photos union select id from contacts) gone`,
    [now.toISOString(), REPORT_DAYS],
  );
  return rows[0]?.erased ?? 0;
}
