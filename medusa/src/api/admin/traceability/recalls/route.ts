import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { Recall, RecallList, RecallRequest, RecallsQuery } from '@ocop/contract/recalls';
import { TRACEABILITY, type TraceabilityService } from '../../../../modules/traceability/service.ts';
import type { RecallRequest as Announcement } from '../../../../modules/traceability/recalls/recall.ts';
import { stampOfRequest } from '../stamp-of-request.ts';
import { refuse, type Refused } from '../refusals.ts';

/** Recalls, the latest first; `open=true` leaves out those that were lifted. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { open, limit, offset } = req.validatedQuery as RecallsQuery;
  const { items, count } = await traceability.recalls.find(open === 'true', { limit, offset });
  res.json({ recalls: items, count } satisfies RecallList);
}

/** Calls goods back: every stamp of them says so on the next look. */
export async function POST(
  req: AuthenticatedMedusaRequest<RecallRequest>,
  res: MedusaResponse,
): Promise<void> {
  const body = req.validatedBody;
  if (body.scope !== 'serial') return announce(req, res, body, body);
  const { code, ...rest } = body;
  const requested = await stampOfRequest(req, res, code);
  if (!requested) return;
  const { range, index } = requested.stamp;
  return announce(req, res, { ...rest, range, index }, { range, code });
}

async function announce(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  request: Announcement,
  about: Refused,
): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const answer = await traceability.recalls.announce(request, req.auth_context.actor_id);
  if (!answer.ok) return refuse(res, answer.reason, { ...about, ...answer });
  res.status(201).json(answer.recall satisfies Recall);
}
