import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY } from '../../../../modules/traceability/index.ts';
import type { TraceabilityService } from '../../../../modules/traceability/service.ts';
import type { StampOrderBody } from '../schemas.ts';

/** Issues stamps for a lot and activates them with it; 404 when the lot is not known. */
export async function POST(
  req: AuthenticatedMedusaRequest<StampOrderBody>,
  res: MedusaResponse,
): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const answer = await traceability.orderStamps(req.validatedBody, req.auth_context.actor_id);
  if (!answer.ok) {
    const { lot } = req.validatedBody;
    const [status, why] =
      answer.reason === 'unknown-lot'
        ? [404, `Lot ${lot} is not registered. Register the lot first.`]
        : [409, 'Every range number is used up. Codes of a new form are needed for more stamps.'];
    res.status(status).json({ reason: answer.reason, message: `${why} No stamps were issued.` });
    return;
  }
  const { ok: _, ...order } = answer;
  res.status(201).json(order);
}
