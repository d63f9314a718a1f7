import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { EndRequest } from '@ocop/contract/stamps';
import { TRACEABILITY, type TraceabilityService } from '../../../../../../modules/traceability/service.ts';
import { refuse } from '../../../refusals.ts';

/** Ends a recall, with a note for whoever reads the audit log. */
export async function POST(req: AuthenticatedMedusaRequest<EndRequest>, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const recall = req.params.id ?? '';
  const { note } = req.validatedBody;
  const answer = await traceability.recalls.lift(recall, note, req.auth_context.actor_id);
  if (!answer.ok) return refuse(res, answer.reason, { recall });
  res.json(answer.recall);
}
