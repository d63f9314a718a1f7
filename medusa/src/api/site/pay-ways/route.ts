import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { payWaysAnswer } from '@ocop/contract/bank-transfers';
import type { z } from 'zod';
import { dongRegion } from '../../../ordering/delivery.ts';
import { offeredPayWays } from '../../../payment/pay-ways.ts';

/** How an order can be paid at this moment. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const payWays = await offeredPayWays(req.scope, await dongRegion(req.scope));
  res.json({ payWays } satisfies z.input<typeof payWaysAnswer>);
}
