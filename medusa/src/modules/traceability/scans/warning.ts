import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { PlainDate } from '@ocop/rules/date';
import type { StampPosition } from '@ocop/rules/stamps/stamp-position';
import { SUSPICIOUS_FROM, type SuspicionReason } from '@ocop/rules/stamps/suspicion';
import { recordChanges } from '../audit-log/record-change.ts';

/** A warning buyers are given: since which day in Vietnam, and the score and reasons of that moment. */
export interface Warning {
  on: PlainDate;
  score: number;
  reasons: SuspicionReason[];
}

/** `no-warning`: the stamp is neither warned of nor suspicious, so there is nothing to lift. */
export type WarningLifted = { ok: true } | { ok: false; reason: 'no-warning' };

interface Standing {
  score: number | null;
  warned_on: PlainDate | null;
  warned_score: number | null;
  lot: string | null;
  product: string;
}

const standing = `
  select tally.score, tally.warned_on, tally.warned_score, range.product,
    coalesce(active.lot_code, range.lot_code) as lot
  from trace_stamp_tally tally
  join trace_stamp_range range on range.number = tally.range
  left join lateral (
    select lot_code, last from trace_stamp_span
    where range = tally.range and kind = 'activated' and first <= tally.index and deleted_at is null
    order by first desc limit 1
  ) active on active.last >= tally.index
  where tally.id = ?
  for update of tally`;

const clear = `
  update trace_stamp_tally
  set warned_on = null, warned_score = null, warned_reasons = null, score = null, reasons = null,
      cleared_at = ?::timestamptz
  where id = ?`;

/**
 * Lifts a warning: nothing else does. Only scans after `at` are reckoned from then on, or the next scan
 * would bring the warning back; copies that go on being scanned do bring it back. Must run inside a
 * transaction of `manager`; the lock is the one that whoever counts a scan takes first.
 */
export async function liftWarning(
  manager: SqlEntityManager,
  { range, index }: StampPosition,
  { actor, note, at }: { actor: string; note: string; at: Date },
): Promise<WarningLifted> {
  const tally = `${range}-${index}`;
  const [found]: Standing[] = await manager.execute(standing, [tally]);
  const suspicious = (found?.score ?? 0) >= SUSPICIOUS_FROM;
  if (!found || (found.warned_on === null && !suspicious)) return { ok: false, reason: 'no-warning' };
  await manager.execute(clear, [at.toISOString(), tally]);
  const { lot, product, warned_on: warnedOn } = found;
  const score = found.warned_score ?? found.score ?? 0;
  await recordChanges(manager, actor, [
    {
      event: 'stamp.warning-lifted',
      data: { range, index, lot, product, warnedOn, score },
      staffOnly: { note },
    },
  ]);
  return { ok: true };
}
