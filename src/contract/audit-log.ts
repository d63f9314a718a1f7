/** `GET /admin/traceability/audit-log`: who did what to lots, ranges and stamps. */
import { z } from 'zod';
import { paging, range } from './fields.ts';

export const auditLogQuery = z.strictObject({
  lot: z.string().optional(),
  range: z.coerce.number().pipe(range).optional(),
  ...paging,
});

export type AuditLogQuery = z.output<typeof auditLogQuery>;

/** One entry; `at` is an ISO instant in UTC, `action` one of the rules' own names. */
const entry = z.object({
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  lot: z.string().nullable(),
  range: z.int().nullable(),
  index: z.int().nullable(),
  detail: z.record(z.string(), z.unknown()),
});

export const auditLogAnswer = z.object({ auditLog: z.array(entry), count: z.int() });
