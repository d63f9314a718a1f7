import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { transferSettled } from '@ocop/contract/bank-transfers';
import { readOrderCode } from '@ocop/rules/order-code';
import type { z } from 'zod';
import { answerStaff } from '../../../../../payment/refuse.ts';
import { settleByHand } from '../../../../../payment/staff.ts';

/** A transfer that was left to a person pays the order with this code. */
export async function POST(
  req: AuthenticatedMedusaRequest<z.output<typeof transferSettled>>,
  res: MedusaResponse,
): Promise<void> {
  const { code, remark } = req.validatedBody;
  const decision = { by: req.auth_context.actor_id, remark };
  answerStaff(res, await settleByHand(req.scope, req.params.id ?? '', readOrderCode(code) ?? code, decision));
}
