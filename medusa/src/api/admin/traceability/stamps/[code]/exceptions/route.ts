import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { ExceptionRequest, ExceptionsAnswer } from '@ocop/contract/stamps';
import { stampOfRequest } from '../../../stamp-of-request.ts';
import { refuse } from '../../../refusals.ts';

/** Singles one stamp out: sold, recalled, expired, voided, reported or frozen. */
export async function POST(
  req: AuthenticatedMedusaRequest<ExceptionRequest>,
  res: MedusaResponse,
): Promise<void> {
  const requested = await stampOfRequest(req, res, req.params.code ?? '');
  if (!requested) return;
  const { traceability, stamp } = requested;
  const { code, range, index } = stamp;
  const exception = req.validatedBody;
  const actor = req.auth_context.actor_id;
  const answer = await traceability.stamps.addException({ range, index }, exception, actor);
  if (!answer.ok) return refuse(res, answer.reason, { ...answer, range, code, kind: exception.kind });
  res.status(201).json({ code, exceptions: answer.exceptions } satisfies ExceptionsAnswer);
}
