import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { TRACEABILITY } from '../../../../modules/traceability/index.ts';
import type { RecallAsked } from '../../../../modules/traceability/recalls/recall.ts';
import type { TraceabilityService } from '../../../../modules/traceability/service.ts';
import { meantStamp } from '../meant-stamp.ts';
import { refuse, type Refused } from '../refusals.ts';
import type { RecallBody, RecallsQuery } from '../schemas.ts';

/** Recalls, the latest first; `open=true` leaves out those that were lifted. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const { open, limit, offset } = req.validatedQuery as RecallsQuery;
  const { items, count } = await traceability.findRecalls(open === 'true', { limit, offset });
  res.json({ recalls: items, count });
}

/** Calls goods back: every stamp of them says so on the next look. */
export async function POST(req: AuthenticatedMedusaRequest<RecallBody>, res: MedusaResponse): Promise<void> {
  const body = req.validatedBody;
  if (body.scope !== 'serial') return announce(req, res, body, body);
  const { code, ...rest } = body;
  const meant = await meantStamp(req, res, code);
  if (!meant) return;
  const { range, index } = meant.stamp;
  return announce(req, res, { ...rest, range, index }, { range, code });
}

async function announce(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  asked: RecallAsked,
  about: Refused,
): Promise<void> {
  const traceability = req.scope.resolve<TraceabilityService>(TRACEABILITY);
  const answer = await traceability.announceRecall(asked, req.auth_context.actor_id);
  if (!answer.ok) return refuse(res, answer.reason, { ...about, ...answer });
  res.status(201).json(answer.recall);
}
