import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY, type TraceabilityService } from '../../../modules/traceability/service.ts';
import type { ReportBody } from './routes.ts';

/** Takes a consumer's report down and answers its number; the same number for a form sent twice. */
export async function POST(req: MedusaRequest<ReportBody>, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  res.json({ number: await traceability.reports.take(req.validatedBody) });
}
