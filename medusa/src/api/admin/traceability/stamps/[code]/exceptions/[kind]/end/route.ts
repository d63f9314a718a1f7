import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { exceptionKind, type EndRequest, type ExceptionsAnswer } from '@ocop/contract/stamps';
import { stampOfRequest } from '../../../../../stamp-of-request.ts';
import { refuse } from '../../../../../refusals.ts';

/** Takes an exception of one stamp back; its history keeps it. */
export async function POST(req: AuthenticatedMedusaRequest<EndRequest>, res: MedusaResponse): Promise<void> {
  const requested = await stampOfRequest(req, res, req.params.code ?? '');
  if (!requested) return;
  const { traceability, stamp } = requested;
  const { code, range, index } = stamp;
  const kind = exceptionKind.safeParse(req.params.kind);
  if (!kind.success) return refuse(res, 'not-so', { code, kind: req.params.kind ?? '' });
  const ended = { kind: kind.data, note: req.validatedBody.note };
  const actor = req.auth_context.actor_id;
  const answer = await traceability.stamps.endException({ range, index }, ended, actor);
  if (!answer.ok) return refuse(res, answer.reason, { code, kind: kind.data });
  res.json({ code, exceptions: answer.exceptions } satisfies ExceptionsAnswer);
}
