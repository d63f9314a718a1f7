import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { readOrderSheet } from '../../../../order-desk/read-orders.ts';

/** An order as the clerk who packs it needs it: note, place, lines by producer. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const order = await readOrderSheet(req.scope, req.params.id ?? '');
  if (order) res.json({ order });
  else res.status(404).json({ reason: 'unknown-order', message: 'There is no such order.' });
}
