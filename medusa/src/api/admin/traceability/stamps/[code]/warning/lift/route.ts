import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { EndRequest, WarningLiftAnswer } from '@ocop/contract/stamps';
import { refuse } from '../../../../refusals.ts';
import { stampOfRequest } from '../../../../stamp-of-request.ts';

/** Lifts the warning buyers are given of a stamp that was examined and found genuine. */
export async function POST(req: AuthenticatedMedusaRequest<EndRequest>, res: MedusaResponse): Promise<void> {
  const requested = await stampOfRequest(req, res, req.params.code ?? '');
  if (!requested) return;
  const { traceability, stamp } = requested;
  const { code, range, index } = stamp;
  const actor = req.auth_context.actor_id;
  const answer = await traceability.scans.liftWarning({ range, index }, req.validatedBody.note, actor);
  if (!answer.ok) return refuse(res, answer.reason, { code });
  res.json({ code, lifted: true } satisfies WarningLiftAnswer);
}
