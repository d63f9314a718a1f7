import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { z } from 'zod';
import { packingSlip, slipHeaders } from '../../../../../order-desk/packing-slip.ts';
import { readOrderSheet } from '../../../../../order-desk/read-orders.ts';

const asked = z.object({
  lang: z.enum(['vi', 'en']).catch('vi'),
  size: z.enum(['a6', 'a5']).catch('a6'),
  producer: z.string().max(100).nullable().catch(null).default(null),
});

/** The packing slip of an order as a page to print: `?lang=vi|en&size=a6|a5&producer=…`. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const order = await readOrderSheet(req.scope, req.params.id ?? '');
  if (!order) {
    res.status(404).json({ reason: 'unknown-order', message: 'There is no such order.' });
    return;
  }
  res.set(slipHeaders).send(packingSlip(order, asked.parse(req.query)));
}
