import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { RejectedScan, ScanReceipt } from '@ocop/contract/scan';
import type { PlainDate } from '@ocop/rules/date';
import { SAME_DEVICE_MINUTES } from '@ocop/rules/stamps/stamp-status';
import type { DatedScan } from './intake.ts';
import { reckonSuspicion } from './suspicion.ts';

interface EarlierScan {
  id: string;
  stamp: string;
  device: string | null;
  at: string;
}

// The locks are taken in one order everywhere, so that two batches with the same stamps wait for
// each other instead of locking each other out.
const lockTallies = `
  insert into trace_stamp_tally (id, range, index, count)
  select distinct given.range || '-' || given.index, given.range, given.index, 0
  from jsonb_to_recordset(?::jsonb) as given(epoch text, range int, index int)
  join trace_stamp_range range
    on range.number = given.range and range.epoch = given.epoch and given.index < range.count
      and range.deleted_at is null
  order by 1
  on conflict (id) do update set updated_at = now()
  returning id`;

// Runs after the locks are held, so it sees every scan counted before this batch. Times are compared by
// what lies between them: a range of `at` is what the planner takes for nothing while its statistics know
// no scan of today, and it would read all of the moment's scans, of every stamp.
const earlier = `
  select scan.id, scan.range || '-' || scan.index as stamp, scan.device, scan.at
  from jsonb_to_recordset(?::jsonb)
    as given(id text, range int, index int, device text, at timestamptz)
  join trace_stamp_scan scan
    on scan.range = given.range and scan.index = given.index and scan.device = given.device
      and scan.deleted_at is null
      and abs(extract(epoch from scan.at - given.at)) <= ${SAME_DEVICE_MINUTES * 60}
  union
  select scan.id, scan.range || '-' || scan.index, scan.device, scan.at
  from jsonb_to_recordset(?::jsonb) as given(id text)
  join trace_stamp_scan scan on scan.id = given.id`;

/**
 * Scans of one stamp from one network stored in a day. More say nothing more, and whoever asks without end
 * would fill the disk; the tally counts them all the same.
 */
export const STORED_A_DAY = 100;

// The day is compared as a whole for the same reason.
const earlierOfNetwork = (network: string) => `(
      select count(*) from trace_stamp_scan scan
      where scan.range = asked.range and scan.index = asked.index and scan.network ${network}
        and scan.deleted_at is null
        and date_trunc('day', scan.at, 'Asia/Ho_Chi_Minh') = asked.day
    )`;

const count = `
  with given as (
    select *, row_number() over (partition by range, index, key, day order by at, id) as ordinal
    from (
      select *, coalesce(network, '') as key, date_trunc('day', at, 'Asia/Ho_Chi_Minh') as day
      from jsonb_to_recordset(?::jsonb)
        as one(id text, range int, index int, device text, network text, province text,
               at timestamptz, redated boolean)
    ) dated
  ), networks as materialized (
    select range, index, key, day,
      case when network is null then ${earlierOfNetwork('is null')}
        else ${earlierOfNetwork('= asked.network')} end as stored
    from (select distinct range, index, network, key, day from given) asked
  ), stored as (
    insert into trace_stamp_scan (id, range, index, device, network, province, at, redated)
    select id, range, index, device, network, province, at, coalesce(redated, false)
    from given join networks using (range, index, key, day)
    where networks.stored + given.ordinal <= ${STORED_A_DAY}
  ), counted as (
    select range || '-' || index as id, count(*)::int as count, min(at) as first, max(at) as last
    from given group by range, index
  )
  update trace_stamp_tally tally
  set count = tally.count + counted.count,
      first_at = least(tally.first_at, counted.first),
      last_at = greatest(tally.last_at, counted.last)
  from counted where tally.id = counted.id
  returning tally.id, tally.count`;

/**
 * Records scans, each once however often it is handed over. Must run inside a transaction of
 * `manager`; however many batches hold scans of one stamp at once, each counted scan raises its
 * count by exactly one. Scans of stamps that were never issued are rejected; the others count. The one
 * exception: past {@link STORED_A_DAY} a scan leaves no row, so one that is handed over twice counts twice.
 * @param today the day in Vietnam, for warnings that begin with these scans
 */
export async function recordScans(
  manager: SqlEntityManager,
  scans: readonly DatedScan[],
  today: PlainDate,
): Promise<ScanReceipt> {
  const given = JSON.stringify(scans);
  const locked: { id: string }[] = await manager.execute(lockTallies, [given]);
  const issued = new Set(locked.map(({ id }) => id));
  const ofIssued = scans.filter((scan) => issued.has(stampOf(scan)));
  const rejected = scans
    .filter((scan) => !issued.has(stampOf(scan)))
    .map(({ id }): RejectedScan => ({ id, reason: 'not-issued' }));
  if (ofIssued.length === 0) return { counted: 0, rejected };

  const known: EarlierScan[] = await manager.execute(earlier, [given, given]);
  const fresh = freshScans(ofIssued, known);
  if (fresh.length === 0) return { counted: 0, rejected };

  const tallies: { id: string; count: number }[] = await manager.execute(count, [JSON.stringify(fresh)]);
  await reckonSuspicion(manager, tallies, today);
  return { counted: fresh.length, rejected };
}

function stampOf({ range, index }: { range: number; index: number }): string {
  return `${range}-${index}`;
}

/** Those of `scans` that were not recorded yet and come from no device counted shortly before. */
function freshScans(scans: readonly DatedScan[], known: readonly EarlierScan[]): DatedScan[] {
  const ids = new Set(known.map(({ id }) => id));
  const times = new Map<string, number[]>();
  const timesOf = (stamp: string, device: string) => {
    const key = `${stamp} ${device}`;
    const list = times.get(key) ?? [];
    times.set(key, list);
    return list;
  };
  for (const { stamp, device, at } of known) {
    if (device !== null) timesOf(stamp, device).push(Date.parse(at));
  }
  const span = SAME_DEVICE_MINUTES * 60_000;
  return [...scans]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .filter((scan) => {
      if (ids.has(scan.id)) return false;
      ids.add(scan.id);
      if (scan.device === null) return true;
      const at = Date.parse(scan.at);
      const counted = timesOf(stampOf(scan), scan.device);
      if (counted.some((time) => Math.abs(time - at) < span)) return false;
      counted.push(at);
      return true;
    });
}
