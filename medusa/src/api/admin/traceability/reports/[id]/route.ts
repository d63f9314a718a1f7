import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { ReportStepRequest } from '@ocop/contract/stamp-report';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';
import { refuse } from '../../refusals.ts';
import { withCode } from '../with-code.ts';

/** One report. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const id = req.params.id ?? '';
  const report = await traceability.reports.read(id);
  if (!report) return refuse(res, 'unknown-report', { report: id });
  res.json({ report: withCode(report, traceability) });
}

/** Takes a report up, or closes it, with a note for the file. */
export async function POST(
  req: AuthenticatedMedusaRequest<ReportStepRequest>,
  res: MedusaResponse,
): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const id = req.params.id ?? '';
  const step = req.validatedBody;
  const answer = await traceability.reports.step(id, step, req.auth_context.actor_id);
  if (!answer.ok) return refuse(res, answer.reason, { report: id, ...answer, to: step.state });
  res.json({ report: withCode(answer.report, traceability) });
}
