import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { expireTransfers } from '../../../../payment/expiry.ts';
import { finishTransfers } from '../../../../payment/settle.ts';

/** Does at once what the job does each minute: finishes what was left, ends what was not paid in time. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await finishTransfers(req.scope);
  res.json({ ended: await expireTransfers(req.scope) });
}
