import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { ScanSummary, ScanSummaryQuery } from '@ocop/contract/scan-statistics';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';

/** Counted scans of some days by day, province and product. The log itself ends after its time. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const summary = await traceability.scans.summary(req.validatedQuery as ScanSummaryQuery);
  res.json(summary satisfies ScanSummary);
}
