import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { endTornCompletions } from '../../../ordering/torn-orders.ts';
import { ORDER_COMPLETION } from '../../../modules/order-completion/index.ts';
import type { OrderCompletionService } from '../../../modules/order-completion/service.ts';

/** Attempts to turn a cart into an order that have not ended: under way, torn, or stuck with the reason. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const journal = req.scope.resolve<OrderCompletionService>(ORDER_COMPLETION);
  res.json({ completions: await journal.openFor(0) });
}

/** Ends what was torn now, as the job of each minute does; answers how many ended how. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ ended: await endTornCompletions(req.scope) });
}
