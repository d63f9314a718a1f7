import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { KeepPriceRequest } from '@ocop/contract/selling';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';
import { refuse } from '../../refusals.ts';

/** Lets a pack be sold at a price that was held. */
export async function POST(
  req: AuthenticatedMedusaRequest<KeepPriceRequest>,
  res: MedusaResponse,
): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const answer = await traceability.selling.keepPrice(req.validatedBody, req.auth_context.actor_id);
  if (!answer.ok) {
    return refuse(res, answer.reason, { ...answer, variant: req.validatedBody.variantId });
  }
  res.json({});
}
