/**
 * SQL that counts the stamps of a lot that are in use: activated with it, without those that were voided
 * since, singly, in part or with their whole range.
 * @param lot SQL for the code of the lot
 */
export function liveStampsOf(lot: string): string {
  return `
  (select coalesce(sum(live.last - live.first + 1
    - (select coalesce(sum(least(void.last, live.last) - greatest(void.first, live.first) + 1), 0)
       from trace_stamp_span void
       where void.range = live.range and void.kind = 'voided' and void.deleted_at is null
         and void.first <= live.last and void.last >= live.first)
    - (select count(*) from trace_stamp_exception single
       where single.range = live.range and single.kind = 'voided' and single.ended_at is null
         and single.deleted_at is null and single.index between live.first and live.last
         and not exists (select 1 from trace_stamp_span void
           where void.range = live.range and void.kind = 'voided' and void.deleted_at is null
             and single.index between void.first and void.last))), 0)::float8
   from trace_stamp_span live
   join trace_stamp_range sheets on sheets.number = live.range and sheets.deleted_at is null
   where live.lot_code = ${lot} and live.kind = 'activated' and live.deleted_at is null
     and sheets.state <> 'voided')`;
}
