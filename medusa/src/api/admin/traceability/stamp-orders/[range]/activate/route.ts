import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { ActivationRequest, StampOrder } from '@ocop/contract/stamp-orders';
import { TRACEABILITY, type TraceabilityService } from '../../../../../../modules/traceability/service.ts';
import { refuse } from '../../../refusals.ts';

/** Puts the stamps of a range, or of a segment of it, on the goods of a lot. */
export async function POST(
  req: AuthenticatedMedusaRequest<ActivationRequest>,
  res: MedusaResponse,
): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const request = { ...req.validatedBody, range: Number(req.params.range) };
  const answer = await traceability.stamps.activate(request, req.auth_context.actor_id);
  if (!answer.ok) return refuse(res, answer.reason, { ...request, ...answer });
  res.json(answer.order satisfies StampOrder);
}
