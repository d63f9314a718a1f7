import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { confirmations, releaseUnconfirmed } from '../../../ordering/confirmation.ts';

const MOST_LISTED = 50;

/** Orders that are to be confirmed by telephone, the most urgent first; at most 50. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ confirmations: await confirmations(req.scope).awaited(MOST_LISTED) });
}

/** Frees the goods of orders whose time is over, as the job does; answers how many ended how. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ ended: await releaseUnconfirmed(req.scope) });
}
