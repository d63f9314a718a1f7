import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { PlainDate } from '@ocop/rules/date';
import { SUSPICIOUS_FROM, type SuspicionReason } from '@ocop/rules/stamps/suspicion';
import { isoInstant, paged, type Page, type Paged } from '../database/rows.ts';

/** Vietnamese calendar days, both included; `product` is a slug, null for all. */
export interface ScanWindow {
  from: PlainDate;
  to: PlainDate;
  product: string | null;
}

/** Counted scans of a window. `province` is null where the network named none. Most first; days in order. */
export interface ScanSummary {
  total: number;
  byDay: { day: PlainDate; count: number }[];
  byProvince: { province: string | null; count: number }[];
  byProduct: { product: string; count: number }[];
}

// The log keeps scans for a limited time, so this is never more than that many days of them.
const summary = `
  with seen as (
    select to_char(scan.at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day,
      scan.province, range.product
    from trace_stamp_scan scan
    join trace_stamp_range range on range.number = scan.range and range.deleted_at is null
    where scan.deleted_at is null
      and scan.at >= ?::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and scan.at < (?::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and (?::text is null or range.product = ?::text)
  )
  select day, province, product, count(*)::int as count, grouping(day, province, product) as sets
  from seen group by grouping sets ((day), (province), (product), ())`;

interface SummaryRow {
  day: string | null;
  province: string | null;
  product: string | null;
  count: number;
  sets: number;
}

/** Counts the scans of a window by day, province and product. */
export async function summariseScans(
  manager: SqlEntityManager,
  { from, to, product }: ScanWindow,
): Promise<ScanSummary> {
  // grouping() tells which columns a row does not group by, as bits: day 4, province 2, product 1.
  const rows: SummaryRow[] = await manager.execute(summary, [from, to, product, product]);
  const of = (sets: number) => rows.filter((row) => row.sets === sets).sort((a, b) => b.count - a.count);
  return {
    total: of(7)[0]?.count ?? 0,
    byDay: of(3)
      .map(({ day, count }) => ({ day: day ?? '', count }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
    byProvince: of(5).map(({ province, count }) => ({ province, count })),
    byProduct: of(6).map(({ product, count }) => ({ product: product ?? '', count })),
  };
}

/** A stamp whose scans look like those of many copies: those buyers are warned of first. Times are ISO. */
export interface SuspiciousStamp {
  epoch: string;
  form: 'tagged' | 'signed';
  range: number;
  index: number;
  gtin: string | null;
  product: string;
  lot: string | null;
  count: number;
  /** Of the warning, where buyers are warned, else of the last reckoning. */
  score: number;
  reasons: SuspicionReason[];
  /** The day in Vietnam since which buyers are warned; null where they are not. */
  warnedOn: PlainDate | null;
  /** Whether staff froze it and did not end that yet. */
  frozen: boolean;
  firstAt: string;
  lastAt: string;
}

const suspicious = `
  select range.epoch, range.form, tally.range, tally.index, range.gtin, range.product,
    active.lot_code as lot, tally.count, coalesce(tally.warned_score, tally.score) as score,
    coalesce(tally.warned_reasons, tally.reasons) as reasons, tally.warned_on as "warnedOn",
    exists (
      select 1 from trace_stamp_exception
      where range = tally.range and index = tally.index and kind = 'frozen' and ended_at is null
        and deleted_at is null
    ) as frozen,
    tally.first_at as "firstAt", tally.last_at as "lastAt", count(*) over ()::int as total
  from trace_stamp_tally tally
  join trace_stamp_range range on range.number = tally.range and range.deleted_at is null
  left join lateral (
    select lot_code, last from trace_stamp_span
    where range = tally.range and kind = 'activated' and first <= tally.index and deleted_at is null
    order by first desc limit 1
  ) active on active.last >= tally.index
  where (tally.score >= ${SUSPICIOUS_FROM} or tally.warned_on is not null) and tally.deleted_at is null
  order by tally.warned_on is null, coalesce(tally.warned_score, tally.score) desc, tally.last_at desc
  limit ? offset ?`;

/** Suspicious stamps, a page of them. */
export async function findSuspicious(
  manager: SqlEntityManager,
  { limit, offset }: Page,
): Promise<Paged<SuspiciousStamp>> {
  const rows: (SuspiciousStamp & { total: number })[] = await manager.execute(suspicious, [limit, offset]);
  return paged(rows, (stamp) => ({
    ...stamp,
    firstAt: isoInstant(stamp.firstAt),
    lastAt: isoInstant(stamp.lastAt),
  }));
}
