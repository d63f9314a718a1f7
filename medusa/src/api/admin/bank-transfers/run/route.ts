import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { finishCardNotices } from '../../../../payment/card-notices.ts';
import { finishCards } from '../../../../payment/card-settle.ts';
import { expireTransfers, remindOfTransfers } from '../../../../payment/expiry.ts';
import { finishTransfers } from '../../../../payment/settle.ts';

/**
 * Does at once what the jobs do each minute: finish what was left, ask about cards, end what was not paid in
 * time, remind of what is soon due.
 */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await finishTransfers(req.scope);
  await finishCardNotices(req.scope);
  await finishCards(req.scope, 0);
  const ended = await expireTransfers(req.scope);
  res.json({ ended, reminded: await remindOfTransfers(req.scope) });
}
