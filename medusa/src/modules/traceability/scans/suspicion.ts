import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { PlainDate } from '@ocop/rules/date';
import { suspicionOf, type ScanMark } from '@ocop/rules/stamps/suspicion';

/** Below this many scans no pattern can show, and nothing is reckoned. */
const FROM_SCANS = 5;

/**
 * Networks looked at. Past this, those with the lowest tokens: keyed hashes, so a fair sample of all 90 days
 * that a scan is stored, which nobody outside can choose or push out of sight.
 */
const SAMPLE = 500;

interface History {
  id: string;
  scans: ScanMark[];
  activated_at: string | null;
  sold_at: string | null;
  shipped_to: string[] | null;
}

const histories = `
  select tally.id,
    (
      select jsonb_agg(jsonb_build_object(
        'at', seen.at, 'network', seen.network, 'province', seen.province))
      from (
        select distinct on (network) at, network, province from trace_stamp_scan
        where range = tally.range and index = tally.index and deleted_at is null
          and (tally.cleared_at is null or at > tally.cleared_at)
        order by network, at limit ${SAMPLE}
      ) seen
    ) as scans,
    active.at as activated_at, lot.shipped_to,
    (
      select since from trace_stamp_exception
      where range = tally.range and index = tally.index and kind = 'sold' and ended_at is null
        and deleted_at is null
    ) as sold_at
  from trace_stamp_tally tally
  left join lateral (
    select at, lot_code, last from trace_stamp_span
    where range = tally.range and kind = 'activated' and first <= tally.index and deleted_at is null
    order by first desc limit 1
  ) active on active.last >= tally.index
  left join trace_lot lot on lot.code = active.lot_code and lot.deleted_at is null
  where tally.id in (select jsonb_array_elements_text(?::jsonb))`;

// What was warned of once stays as it was: scans come from anybody, and only staff lift a warning.
const keep = `
  update trace_stamp_tally tally
  set score = given.score, reasons = given.reasons,
      warned_on = coalesce(tally.warned_on, given.warned_on),
      warned_score = case when tally.warned_on is null and given.warned_on is not null
        then given.score else tally.warned_score end,
      warned_reasons = case when tally.warned_on is null and given.warned_on is not null
        then given.reasons else tally.warned_reasons end
  from jsonb_to_recordset(?::jsonb)
    as given(id text, score int, reasons jsonb, warned_on text)
  where tally.id = given.id`;

/**
 * Reckons the suspicion of those stamps again whose scans are enough to show a pattern.
 * @param today the day a warning would begin; null where nothing new was seen and none may
 */
export async function reckonSuspicion(
  manager: SqlEntityManager,
  tallies: readonly { id: string; count: number }[],
  today: PlainDate | null,
): Promise<void> {
  const many = tallies.filter(({ count }) => count >= FROM_SCANS).map(({ id }) => id);
  if (many.length === 0) return;
  const rows: History[] = await manager.execute(histories, [JSON.stringify(many)]);
  const reckoned = rows.map(({ id, scans, activated_at, sold_at, shipped_to }) => {
    const { score, reasons, warns } = suspicionOf({
      scans: scans ?? [],
      activatedAt: activated_at && new Date(activated_at).toISOString(),
      soldAt: sold_at && new Date(sold_at).toISOString(),
      shippedTo: shipped_to ?? [],
    });
    return { id, score: Math.round(score), reasons, warned_on: warns ? today : null };
  });
  await manager.execute(keep, [JSON.stringify(reckoned)]);
}
