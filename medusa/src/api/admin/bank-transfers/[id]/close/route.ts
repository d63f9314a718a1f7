import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { transferClosed } from '@ocop/contract/bank-transfers';
import type { z } from 'zod';
import { answerStaff } from '../../../../../payment/refuse.ts';
import { closeTransfer } from '../../../../../payment/staff.ts';

/** A transfer that was left to a person pays no order. */
export async function POST(
  req: AuthenticatedMedusaRequest<z.output<typeof transferClosed>>,
  res: MedusaResponse,
): Promise<void> {
  const { closing, remark } = req.validatedBody;
  const decision = { by: req.auth_context.actor_id, remark };
  answerStaff(res, await closeTransfer(req.scope, req.params.id ?? '', closing, decision));
}
