import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { readEntry, type Typed } from '@ocop/rules/epcis/step-entry';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';
import { refuseProblems } from '../answers.ts';

/** Adds one typed step to the history of a lot; 422 names every field at fault. */
export async function POST(req: AuthenticatedMedusaRequest<Typed>, res: MedusaResponse): Promise<void> {
  const read = readEntry(req.validatedBody);
  if (!read.ok) return refuseProblems(res, read.faults);
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const answer = await traceability.traceEvents.storeSteps([read.entry], req.auth_context.actor_id);
  if (!answer.ok) {
    return refuseProblems(
      res,
      answer.faults.map(({ entry: _, ...fault }) => fault),
    );
  }
  const { ok: _, ...stored } = answer;
  res.status(201).json(stored);
}
