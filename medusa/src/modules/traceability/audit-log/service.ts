import type { TraceContext } from '../context.ts';
import type { Page, Paged } from '../database/rows.ts';
import { readAuditLog, type AuditEntryRead, type AuditLogQuery } from './audit-log.ts';

/** Reading the audit log; it is written by each change, and by nothing else. */
export function auditLogService({ database }: TraceContext) {
  return {
    /** Who did what, the latest first. */
    read: (query: AuditLogQuery, page: Page): Promise<Paged<AuditEntryRead>> =>
      readAuditLog(database.reader(), query, page),
  };
}
