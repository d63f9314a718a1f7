import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { transferSeen } from '@ocop/contract/bank-transfers';
import type { z } from 'zod';
import { answerStaff } from '../../../../../../payment/refuse.ts';
import { confirmTransfer } from '../../../../../../payment/staff.ts';

/** Staff saw the transfer of an order in the bank's app. */
export async function POST(
  req: AuthenticatedMedusaRequest<z.output<typeof transferSeen>>,
  res: MedusaResponse,
): Promise<void> {
  const { remark, ...seen } = req.validatedBody;
  const decision = { by: req.auth_context.actor_id, remark };
  answerStaff(res, await confirmTransfer(req.scope, req.params.orderId ?? '', seen, decision));
}
