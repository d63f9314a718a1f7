import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY } from '../../../../../../modules/traceability/index.ts';
import type { TraceabilityService } from '../../../../../../modules/traceability/service.ts';
import { refuse } from '../../../refusals.ts';
import type { VoidingBody } from '../../../schemas.ts';

/** Takes the stamps of a range, or of a part of it, out of use for good. */
export async function POST(req: AuthenticatedMedusaRequest<VoidingBody>, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const asked = { ...req.validatedBody, range: Number(req.params.range) };
  const answer = await traceability.voidStamps(asked, req.auth_context.actor_id);
  if (!answer.ok) return refuse(res, answer.reason, { ...asked, ...answer });
  res.json(answer.order);
}
