import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { payWaysAnswer } from '@ocop/contract/bank-transfers';
import type { z } from 'zod';
import { dongRegion } from '../../../ordering/delivery.ts';
import { cardPayments } from '../../../payment/cards.ts';
import { offeredPayWays } from '../../../payment/pay-ways.ts';

/** How an order can be paid at this moment. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const ways = await offeredPayWays(req.scope, await dongRegion(req.scope));
  const { settings } = cardPayments(req.scope);
  const card = settings && ways.includes('card') ? { leastTotal: settings.leastTotal } : null;
  res.json({ payWays: ways.filter((way) => way !== 'card'), card } satisfies z.input<typeof payWaysAnswer>);
}
