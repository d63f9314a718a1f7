import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { generateEntityId } from '@medusajs/framework/utils';
import { isoInstant, paged, type Page, type Paged } from '../database/rows.ts';

export type AuditAction =
  | 'lot-registered'
  | 'lot-corrected'
  | 'shipped-beyond'
  | 'stamps-ordered'
  | 'stamps-printed'
  | 'stamps-delivered'
  | 'stamps-activated'
  | 'stamps-voided'
  | 'exception-noted'
  | 'exception-ended'
  | 'scans-erased'
  | 'warning-lifted'
  | 'recall-announced'
  | 'recall-lifted'
  | 'recall-stock-cleared'
  | 'price-kept'
  | 'report-received'
  | 'report-taken-up'
  | 'report-closed';

/**
 * One line of the history of a lot, a range or one stamp; what it is not about is null. `actor` is a
 * Medusa user or key id, `detail` holds the figures of the change.
 */
export interface AuditEntry {
  actor: string;
  action: AuditAction;
  lotCode: string | null;
  range: number | null;
  index: number | null;
  detail: object;
}

/** A line as it is read: `at` is an ISO instant in UTC. */
export interface AuditEntryRead {
  at: string;
  actor: string;
  action: AuditAction;
  lot: string | null;
  range: number | null;
  index: number | null;
  detail: object;
}

/**
 * Adds lines to the audit log inside the caller's transaction, all at one time of the database's clock. That
 * is now and not when the transaction began: a change that had to wait for another comes after it in the log.
 */
export async function writeAuditLog(manager: SqlEntityManager, lines: readonly AuditEntry[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({
    id: generateEntityId(undefined, 'traudit'),
    actor: line.actor,
    action: line.action,
    lot_code: line.lotCode,
    range: line.range,
    index: line.index,
    detail: line.detail,
  }));
  await manager.execute(
    `insert into trace_audit_log (id, at, actor, action, lot_code, range, index, detail)
     select id, statement_timestamp(), actor, action, lot_code, range, index, detail
     from jsonb_to_recordset(?::jsonb)
       as line(id text, actor text, action text, lot_code text, range int, index int, detail jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** What a reader asks the audit log for; what is left out does not narrow the answer. */
export interface AuditLogQuery {
  lot?: string | undefined;
  range?: number | undefined;
  /** Of `range`: lines about this stamp alone, and about the whole range or a segment it lies in. */
  index?: number | undefined;
}

/** The audit log, newest first. */
export async function readAuditLog(
  manager: SqlEntityManager,
  query: AuditLogQuery,
  page: Page,
): Promise<Paged<AuditEntryRead>> {
  const { lot = null, range = null, index = null } = query;
  const rows: (AuditEntryRead & { total: number })[] = await manager.execute(
    `select at, actor, action, lot_code as lot, range, index, detail, count(*) over ()::int as total
     from trace_audit_log
     where deleted_at is null
       and (?::text is null or lot_code = ?) and (?::int is null or range = ?)
       and (?::int is null or index = ? or (index is null
         and ? between coalesce((detail->>'first')::int, 0)
                   and coalesce((detail->>'last')::int, 2147483647)))
     order by at desc, id desc limit ? offset ?`,
    [lot, lot, range, range, index, index, index ?? 0, page.limit, page.offset],
  );
  return paged(rows, (row) => ({ ...row, at: isoInstant(row.at) }));
}
