import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY } from '../../../../modules/traceability/index.ts';
import type { TraceabilityService } from '../../../../modules/traceability/service.ts';
import type { StampOrderBody } from '../schemas.ts';

/** Issues stamps for a lot and activates them with it; 404 when the lot is not registered. */
export async function POST(
  req: AuthenticatedMedusaRequest<StampOrderBody>,
  res: MedusaResponse,
): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const answer = await traceability.orderStamps(req.validatedBody, req.auth_context.actor_id);
  if (!answer.ok) {
    res.status(404).json({
      reason: answer.reason,
      message: `Lot ${req.validatedBody.lot} is not registered. No stamps were issued: register the lot first.`,
    });
    return;
  }
  const { ok: _, ...order } = answer;
  res.status(201).json(order);
}
