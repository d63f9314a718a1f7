import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { AuditLogQuery } from '@ocop/contract/audit-log';
import { TRACEABILITY, type TraceabilityService } from '../../../../modules/traceability/service.ts';

/** Who did what to lots, ranges and stamps, the latest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { limit, offset, ...query } = req.validatedQuery as AuditLogQuery;
  const { items, count } = await traceability.auditLog.read(query, { limit, offset });
  res.json({ auditLog: items, count });
}
