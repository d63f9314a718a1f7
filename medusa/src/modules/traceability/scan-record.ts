import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import type { PlainDate } from '@ocop/rules/date';
import { stampState, type StampFacts, type StampState } from './stamp-state.ts';

/**
 * One look at a stamp at the moment `at`. `device` is opaque; null where devices cannot be told
 * apart, and then every look counts.
 */
export interface Scan {
  epoch: string;
  range: number;
  index: number;
  device: string | null;
  at: Date;
}

/** The lot on a stamp's page, in the words of the public record; days are `YYYY-MM-DD`. */
export interface ScannedLot {
  code: string;
  product: string;
  madeOn: PlainDate;
  useBy: PlainDate | null;
  rawMaterial: { vi: string; en: string };
  sample: boolean;
}

/** `counted` is false when the same device looked within the last ten minutes. Times are ISO. */
export type ScanAnswer =
  | {
      ok: true;
      stamp: StampState;
      lot: ScannedLot | null;
      gtin: string | null;
      orderedAt: string;
      activatedAt: string | null;
      scans: { count: number; firstAt: string; counted: boolean };
    }
  | { ok: false; reason: 'not-issued' };

interface IssuedRow {
  state: StampFacts['range'];
  gtin: string | null;
  ordered_at: string;
  activated_at: string | null;
  code: string | null;
  product: string;
  made_on: string;
  use_by: string | null;
  raw_material: ScannedLot['rawMaterial'];
  sample: boolean;
  recalled_at: string | null;
  exceptions: string[];
}

interface TallyRow {
  count: number;
  first_at: string;
  counted: boolean;
}

// Reads all that is known of the stamp and takes the lock of its tally row in the same breath; a
// position that was never issued finds nothing and writes nothing.
const findAndLock = `
  with issued as (
    select r.state, r.gtin, r.ordered_at, r.activated_at,
           l.code, l.product, l.made_on, l.use_by, l.raw_material, l.sample, l.recalled_at,
           array(
             select e.kind from trace_stamp_exception e
             where e.range = r.number and e.index = ? and e.deleted_at is null
           ) as exceptions
    from trace_stamp_range r
    left join trace_lot l on l.code = r.lot_code and l.deleted_at is null
    where r.number = ? and r.epoch = ? and r.count > ? and r.deleted_at is null
  ), locked as (
    insert into trace_stamp_tally (id, range, index, count)
    select ?, ?::int, ?::int, 0 from issued
    on conflict (id) do update set updated_at = now()
    returning id
  )
  select issued.* from issued, locked`;

// Runs after the lock is held, so its snapshot holds every scan counted before it.
const countOnce = `
  with fresh as (
    insert into trace_stamp_scan (id, range, index, device, at)
    select ?, ?::int, ?::int, ?::text, ?::timestamptz
    where not exists (
      select 1 from trace_stamp_scan
      where range = ? and index = ? and device = ?::text and deleted_at is null
        and at > ?::timestamptz - interval '10 minutes'
        and at < ?::timestamptz + interval '10 minutes'
    )
    returning at
  )
  update trace_stamp_tally tally
  set count = tally.count + (select count(*) from fresh)::int,
      first_at = least(tally.first_at, (select at from fresh)),
      last_at = greatest(tally.last_at, (select at from fresh))
  where tally.id = ?
  returning tally.count, tally.first_at, exists (select 1 from fresh) as counted`;

/**
 * Records a scan and answers with the stamp's state and history. Must run inside a transaction of
 * `manager`; however many scans of one stamp arrive at once, each counted scan raises the count by
 * exactly one and there is one first scan. The same device within ten minutes counts once.
 */
export async function recordScan(
  manager: SqlEntityManager,
  scan: Scan,
  today: PlainDate,
): Promise<ScanAnswer> {
  const { epoch, range, index, device } = scan;
  const id = `${range}-${index}`;
  const found: IssuedRow[] = await manager.execute(findAndLock, [
    index, range, epoch, index,
    id, range, index,
  ]);
  const issued = found[0];
  if (!issued) return { ok: false, reason: 'not-issued' };

  const at = scan.at.toISOString();
  const tallied: TallyRow[] = await manager.execute(countOnce, [
    generateEntityId(undefined, 'stscan'), range, index, device, at,
    range, index, device, at, at,
    id,
  ]);
  const tally = tallied[0];
  if (!tally) throw new Error(`Stamp ${id} lost its tally row inside the transaction that locked it.`);

  return {
    ok: true,
    stamp: stampState(
      {
        range: issued.state,
        exceptions: issued.exceptions,
        lotRecalled: issued.recalled_at !== null,
        useBy: issued.use_by,
      },
      today,
    ),
    lot: lotOnStamp(issued),
    gtin: issued.gtin,
    orderedAt: new Date(issued.ordered_at).toISOString(),
    activatedAt: issued.activated_at && new Date(issued.activated_at).toISOString(),
    scans: {
      count: tally.count,
      firstAt: new Date(tally.first_at).toISOString(),
      counted: tally.counted,
    },
  };
}

// What a stamp was ordered for says nothing about its goods until the stamp is activated.
function lotOnStamp(row: IssuedRow): ScannedLot | null {
  if (row.code === null || row.activated_at === null) return null;
  return {
    code: row.code,
    product: row.product,
    madeOn: row.made_on,
    useBy: row.use_by,
    rawMaterial: row.raw_material,
    sample: row.sample,
  };
}
