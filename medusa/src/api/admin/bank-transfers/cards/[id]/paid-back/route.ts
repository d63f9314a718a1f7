import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { z } from 'zod';
import type { cardPaidBack } from '@ocop/contract/bank-transfers';
import { payCardBack } from '../../../../../../payment/card-staff.ts';
import { answerStaff } from '../../../../../../payment/refuse.ts';

/** Staff pay a charge of a card back, see `@ocop/contract/bank-transfers`. */
export async function POST(
  req: AuthenticatedMedusaRequest<z.output<typeof cardPaidBack>>,
  res: MedusaResponse,
): Promise<void> {
  const { remark } = req.validatedBody;
  const decision = { by: req.auth_context.actor_id, remark };
  answerStaff(res, await payCardBack(req.scope, req.params.id ?? '', decision));
}
