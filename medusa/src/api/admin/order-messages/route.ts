import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { ORDER_MESSAGES } from '../../../modules/order-messages/index.ts';
import type { OrderMessagesService } from '../../../modules/order-messages/service.ts';
import { sendOrderMessages } from '../../../order-messages/send.ts';
import { sweepOrders } from '../../../order-messages/sweep.ts';

/** Messages to buyers that were given up, the newest first; at most 100. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ failed: await req.scope.resolve<OrderMessagesService>(ORDER_MESSAGES).failed() });
}

/** Finds and sends what is due now, as the job of each minute does; answers how many. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const swept = await sweepOrders(req.scope);
  res.json({ swept, sent: await sendOrderMessages(req.scope) });
}
