import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { epcisQueryDocument } from '@ocop/rules/epcis/document';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';
import { refuseCapture, sendEpcis } from '../answers.ts';

/** The event with this eventID and the declarations that take it back; 404 when there is none. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const events = await traceability.traceEvents.findOne(req.params.eventId ?? '');
  if (events.length === 0) return refuseCapture(res, 'unknown-event');
  sendEpcis(res, epcisQueryDocument(events, new Date().toISOString()));
}
