import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY, type TraceabilityService } from '../../../../../../modules/traceability/service.ts';
import { refuse } from '../../../refusals.ts';

/** The photo of a report, for staff alone: no cache may keep it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const id = req.params.id ?? '';
  const jpeg = await traceability.reports.photo(id);
  if (!jpeg) return refuse(res, 'no-photo', { report: id });
  res.setHeader('cache-control', 'private, no-store');
  res.setHeader('content-type', 'image/jpeg');
  res.setHeader('x-content-type-options', 'nosniff');
  res.end(jpeg);
}
