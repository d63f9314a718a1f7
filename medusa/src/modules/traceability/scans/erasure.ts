import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { StampPosition } from '@ocop/rules/stamps/stamp-position';
import { recordChanges } from '../audit-log/record-change.ts';
import { reckonSuspicion } from './suspicion.ts';

/** ISO instants, both included; null is no bound on that side. */
export interface ErasureWindow {
  from: string | null;
  until: string | null;
}

interface Tally {
  id: string;
  count: number;
  /** The lot the stamp is activated with, else the one its order names. */
  lot: string | null;
}

interface Erased {
  count: number;
  /** Instants of the first and the last of them as the database writes them, to the microsecond. */
  first: string | null;
  last: string | null;
}

// Scans are only ever deleted for good; `deleted_at is null` holds for all and lets the index serve.
const erase = `
  with gone as (
    delete from trace_stamp_scan
    where range = ? and index = ? and deleted_at is null
      and at between ?::timestamptz and ?::timestamptz
    returning at
  )
  select count(*)::int as count, min(at)::text as first, max(at)::text as last from gone`;

// A scan that is still there, or that went when its 90 days were over, keeps its time. Two at one
// instant go together, for a window is made of instants.
const forgetTimes = `
  with kept as (
    select max(at) as last from trace_stamp_scan
    where range = ? and index = ? and deleted_at is null
  ), known as (
    select tally.id,
      case when tally.first_at = ?::timestamptz
        then greatest(
          date_trunc('month', tally.first_at, 'Asia/Ho_Chi_Minh'),
          case when active.at <= tally.first_at then active.at end
        )
        else tally.first_at
      end as first,
      case when tally.last_at = ?::timestamptz then kept.last else tally.last_at end as last,
      coalesce(active.lot_code, range.lot_code) as lot
    from kept
    join trace_stamp_tally tally on tally.id = ?
    join trace_stamp_range range on range.number = tally.range
    left join lateral (
      select at, lot_code, last from trace_stamp_span
      where range = tally.range and kind = 'activated' and first <= tally.index
        and deleted_at is null
      order by first desc limit 1
    ) active on active.last >= tally.index
  )
  update trace_stamp_tally tally
  set first_at = known.first, last_at = greatest(known.first, known.last),
    warned_reasons = case when tally.warned_reasons is not null then coalesce((
      select jsonb_agg(reason) from jsonb_array_elements(tally.warned_reasons) reason
      where reason->>'rule' <> 'speed'
    ), '[]') end,
    created_at = known.first, updated_at = now()
  from known where tally.id = known.id
  returning tally.id, tally.count, known.lot`;

/**
 * Erases the recorded scans of one stamp, all or those of a window, because somebody asks to be
 * forgotten who knows the stamp and roughly when. Must run inside a transaction of `manager`. Scans
 * that are still on their way here are not reached.
 *
 * What stays is the tally, and it has to hold nothing of the erased scans and still tell later buyers
 * the truth about the stamp, or whoever sells copies would ask for the erasure of what gives them away:
 * - `count` stays. It names nobody, and a stamp must never look less scanned than it was.
 * - `first_at`, where it came from an erased scan only, goes back to the first of its month in
 *   Vietnam, or to the activation of the stamp where that is later: never after the true first scan,
 *   so that no stamp looks newer than it is, and too coarse to say when a person stood there. The
 *   first of the scans that are left would make an old stamp look new; none at all would make the
 *   next look the first ever.
 * - `last_at` comes from the scans that are left, else it is `first_at`: buyers are not told it.
 * - `created_at` and `updated_at` are the times of the first and the last scan too, or nearly so.
 * - Score and reasons are reckoned again from the scans that are left: a reason may name the two
 *   provinces of an erased scan and the one before, and the minutes between them. A warning that stands
 *   stays, with its day and those of its reasons that only count: the one about speed goes.
 *
 * The audit log's entry leaves the window out, for that says when the person scanned. Where no scan is
 * found nothing is changed and nothing noted.
 * @returns how many scans were erased
 */
export async function eraseScans(
  manager: SqlEntityManager,
  { range, index }: StampPosition,
  { from, until }: ErasureWindow,
  actor: string,
): Promise<{ erased: number }> {
  const tally = `${range}-${index}`;
  // The lock that whoever counts a scan takes first: one counted meanwhile comes wholly after this.
  await manager.execute('select 1 from trace_stamp_tally where id = ? for update', [tally]);
  const window = [from ?? '-infinity', until ?? 'infinity'];
  const [gone]: Erased[] = await manager.execute(erase, [range, index, ...window]);
  if (!gone || gone.count === 0) return { erased: 0 };

  const tallies: Tally[] = await manager.execute(forgetTimes, [range, index, gone.first, gone.last, tally]);
  await reckonSuspicion(manager, tallies, null);
  await recordChanges(manager, actor, [
    {
      event: 'stamp.scans-erased',
      data: { range, index, lot: tallies[0]?.lot ?? null, erased: gone.count },
    },
  ]);
  return { erased: gone.count };
}
