import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { suspicionOf, type ScanMark } from '@ocop/rules/stamps/suspicion';

/** Below this many scans no pattern can show, and nothing is reckoned. */
const FROM_SCANS = 5;

/** The latest scans say what is going on now; a stamp on a poster is scanned without end. */
const LATEST = 500;

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
        'at', latest.at, 'device', latest.device, 'network', latest.network,
        'province', latest.province))
      from (
        select at, device, network, province from trace_stamp_scan
        where range = tally.range and index = tally.index and deleted_at is null
        order by at desc limit ${LATEST}
      ) latest
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

/** Reckons the suspicion of those stamps again whose scans are enough to show a pattern. */
export async function reckonSuspicion(
  manager: SqlEntityManager,
  tallies: readonly { id: string; count: number }[],
): Promise<void> {
  const many = tallies.filter(({ count }) => count >= FROM_SCANS).map(({ id }) => id);
  if (many.length === 0) return;
  const rows: History[] = await manager.execute(histories, [JSON.stringify(many)]);
  const reckoned = rows.map(({ id, scans, activated_at, sold_at, shipped_to }) => {
    const { score, reasons } = suspicionOf({
      scans: scans ?? [],
      activatedAt: activated_at && new Date(activated_at).toISOString(),
      soldAt: sold_at && new Date(sold_at).toISOString(),
      shippedTo: shipped_to ?? [],
    });
    return { id, score: Math.round(score), reasons };
  });
  await manager.execute(
    `update trace_stamp_tally tally set score = given.score, reasons = given.reasons
     from jsonb_to_recordset(?::jsonb) as given(id text, score int, reasons jsonb)
     where tally.id = given.id`,
    [JSON.stringify(reckoned)],
  );
}
