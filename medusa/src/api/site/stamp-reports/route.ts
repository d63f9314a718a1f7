import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { ReportAnswer, ReportRequest } from '@ocop/contract/stamp-report';
import { TRACEABILITY, type TraceabilityService } from '../../../modules/traceability/service.ts';

/** Takes a consumer's report down and answers its number; the same number for a form sent twice. */
export async function POST(req: MedusaRequest<ReportRequest>, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  res.json({ number: await traceability.reports.take(req.validatedBody) } satisfies ReportAnswer);
}
