import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { ScanErasureAnswer, ScanErasureRequest } from '@ocop/contract/stamps';
import { stampOfRequest } from '../../../../stamp-of-request.ts';

/** Erases scans of one stamp because somebody asks to be forgotten. It cannot be undone. */
export async function POST(
  req: AuthenticatedMedusaRequest<ScanErasureRequest>,
  res: MedusaResponse,
): Promise<void> {
  const requested = await stampOfRequest(req, res, req.params.code ?? '');
  if (!requested) return;
  const { traceability, stamp } = requested;
  const { code, range, index } = stamp;
  const { from = null, until = null } = req.validatedBody;
  const actor = req.auth_context.actor_id;
  const { erased } = await traceability.scans.erase({ range, index }, { from, until }, actor);
  res.json({ code, erased } satisfies ScanErasureAnswer);
}
