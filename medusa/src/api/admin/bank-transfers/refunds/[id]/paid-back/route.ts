import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { refundPaidBack } from '@ocop/contract/bank-transfers';
import type { z } from 'zod';
import { answerStaff } from '../../../../../../payment/refuse.ts';
import { notePaidBack } from '../../../../../../payment/staff.ts';

/** Money that was owed to a buyer was transferred back. */
export async function POST(
  req: AuthenticatedMedusaRequest<z.output<typeof refundPaidBack>>,
  res: MedusaResponse,
): Promise<void> {
  const decision = { by: req.auth_context.actor_id, remark: req.validatedBody.remark };
  answerStaff(res, await notePaidBack(req.scope, req.params.id ?? '', decision));
}
