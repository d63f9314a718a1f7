import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { StampSpan } from '@ocop/rules/stamps/stamp-life-cycle';
import { readAuditLog, type AuditEntryRead } from '../audit-log/audit-log.ts';
import { isoInstant } from '../database/rows.ts';
import { findStampOrder, type IssuedStamps } from './order.ts';

/** A segment of a range that was activated with `lot`, or voided (`lot` null), at an ISO instant. */
export interface DatedSpan extends StampSpan {
  lot: string | null;
  at: string;
}

export interface StampOrderHistory {
  order: IssuedStamps;
  /** In the order of their positions. */
  spans: DatedSpan[];
  /** The newest hundred lines about the range or stamps of it, newest first. */
  auditLog: AuditEntryRead[];
}

/** All that was done to a range; null when it was never issued. */
export async function stampOrderHistory(
  manager: SqlEntityManager,
  range: number,
): Promise<StampOrderHistory | null> {
  const order = await findStampOrder(manager, range);
  if (!order) return null;
  const spans: DatedSpan[] = await manager.execute(
    `select first, last, kind, lot_code as lot, at from trace_stamp_span
     where range = ? and deleted_at is null order by first, at`,
    [range],
  );
  const auditLog = await readAuditLog(manager, { range }, { limit: 100, offset: 0 });
  return {
    order,
    spans: spans.map((span) => ({ ...span, at: isoInstant(span.at) })),
    auditLog: auditLog.items,
  };
}
