import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { HEADINGS, readTable } from '@ocop/rules/epcis/event-table';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';
import { readTableFile } from '../../../../../tables/read-table.ts';
import { refuseCapture, refuseProblems } from '../answers.ts';
import { CAPTURE_EVENTS, receivedBody } from '../received-body.ts';

/** Captures a table of steps, one row an event, all or nothing; 422 names every row and column. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const body = await receivedBody(req);
  if (!body) return refuseCapture(res, 'too-large');
  const file = await readTableFile(body);
  if (!file.ok) return refuseCapture(res, file.reason);
  const read = readTable(file.rows);
  if (!read.ok) return refuseProblems(res, read.faults);
  const { entries } = read;
  if (entries.length > CAPTURE_EVENTS) return refuseCapture(res, 'too-many-events');
  if (entries.length === 0) return refuseCapture(res, 'no-events');

  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const steps = entries.map(({ entry }) => entry);
  const answer = await traceability.traceEvents.storeSteps(steps, req.auth_context.actor_id);
  if (!answer.ok) {
    const problems = answer.faults.map(({ entry, field, ...fault }) => ({
      row: entries[entry]?.row ?? 1,
      column: HEADINGS[field],
      ...fault,
    }));
    return refuseProblems(res, problems);
  }
  const { ok: _, ...stored } = answer;
  res.status(201).json(stored);
}
