import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { checkDocument, epcisQueryDocument } from '@ocop/rules/epcis/document';
import { TRACEABILITY, type TraceabilityService } from '../../../../modules/traceability/service.ts';
import type { EventQuery } from '../../../../modules/traceability/epcis/event-query.ts';
import { refuseCapture, refuseProblems, sendEpcis } from './answers.ts';
import { CAPTURE_EVENTS, receivedBody } from './received-body.ts';

/** Events by time as an EPCISQueryDocument; `x-total-count` says how many there are in all. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const query = req.validatedQuery as unknown as EventQuery;
  const { items, count } = await traceability.traceEvents.find(query);
  res.setHeader('x-total-count', String(count));
  sendEpcis(res, epcisQueryDocument(items, new Date().toISOString()));
}

/** Captures an EPCIS document, all or nothing; 422 names every event and field at fault. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const body = await receivedBody(req);
  if (!body) return refuseCapture(res, 'too-large');
  const json = parsed(body);
  if (!json.ok) return refuseCapture(res, 'not-json');
  const checked = checkDocument(json.value, Date.now());
  if (!checked.ok) return refuseProblems(res, checked.problems);
  const { events } = checked.document;
  if (events.length > CAPTURE_EVENTS) return refuseCapture(res, 'too-many-events');
  if (events.length === 0) return refuseCapture(res, 'no-events');

  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const captured = events.map((event) => ({ event, lot: null }));
  const answer = await traceability.traceEvents.store(captured, req.auth_context.actor_id);
  if (!answer.ok) return refuseProblems(res, answer.problems);
  const { ok: _, ...stored } = answer;
  res.status(201).json(stored);
}

function parsed(body: Buffer): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(body.toString('utf8')) };
  } catch {
    return { ok: false };
  }
}
