import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { readDesk } from '../../../payment/desk.ts';

/** Orders that wait for a transfer, transfers somebody has to look at, and money to be sent back. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json(await readDesk(req.scope));
}
