import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { EventErrorRequest } from '@ocop/contract/trace-events';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';
import { refuseCapture } from '../answers.ts';

/** Takes a wrong event back by declaring so; the event itself stays in the history. */
export async function POST(
  req: AuthenticatedMedusaRequest<EventErrorRequest>,
  res: MedusaResponse,
): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { eventID, reason } = req.validatedBody;
  const answer = await traceability.traceEvents.takeBack(eventID, reason, req.auth_context.actor_id);
  if (!answer.ok) return refuseCapture(res, answer.reason);
  res.status(201).json({ eventID });
}
