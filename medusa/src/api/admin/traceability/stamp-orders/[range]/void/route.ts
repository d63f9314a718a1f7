import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { StampOrder, VoidingRequest } from '@ocop/contract/stamp-orders';
import { TRACEABILITY, type TraceabilityService } from '../../../../../../modules/traceability/service.ts';
import { refuse } from '../../../refusals.ts';

/** Takes the stamps of a range, or of a segment of it, out of use for good. */
export async function POST(
  req: AuthenticatedMedusaRequest<VoidingRequest>,
  res: MedusaResponse,
): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const request = { ...req.validatedBody, range: Number(req.params.range) };
  const answer = await traceability.stamps.void(request, req.auth_context.actor_id);
  if (!answer.ok) return refuse(res, answer.reason, { ...request, ...answer });
  res.json(answer.order satisfies StampOrder);
}
