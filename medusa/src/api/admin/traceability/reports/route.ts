import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { ReportsQuery } from '@ocop/contract/stamp-report';
import { TRACEABILITY, type TraceabilityService } from '../../../../modules/traceability/service.ts';
import { withCode } from './with-code.ts';

/** Reports of consumers, the newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { state, ...page } = req.validatedQuery as ReportsQuery;
  const { items, count } = await traceability.reports.find(state, page);
  res.json({ reports: items.map((report) => withCode(report, traceability)), count });
}
