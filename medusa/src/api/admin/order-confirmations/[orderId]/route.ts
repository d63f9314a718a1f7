import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { confirmations, confirmOrder } from '../../../../ordering/confirmation.ts';

/** Whether an order is to be confirmed by telephone, and what came of it; null for most orders. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ confirmation: await confirmations(req.scope).ofOrder(req.params.orderId ?? '') });
}

/** Notes that staff spoke with the buyer. 409 where the order is not waiting for it any more. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const service = confirmations(req.scope);
  const orderId = req.params.orderId ?? '';
  const confirmation = await service.ofOrder(orderId);
  if (!confirmation) {
    res.status(404).json({ reason: 'not-awaited', message: 'This order needs no confirmation.' });
    return;
  }
  if (!(await confirmOrder(req.scope, confirmation, req.auth_context.actor_id))) {
    const { state } = (await service.ofOrder(orderId)) ?? confirmation;
    res.status(409).json({
      reason: 'not-awaited',
      message: `This order does not wait for a confirmation any more: ${state}. Nothing was changed.`,
    });
    return;
  }
  res.json({ confirmation: await service.ofOrder(orderId) });
}
