import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { CardEnded } from '@ocop/contract/card-payments';
import { giveUpCard } from '../../../../../payment/card-settle.ts';

/** A buyer pays otherwise: an order whose card was not charged is taken back. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const outcome = await giveUpCard(req.scope, req.params.cartId ?? '');
  res.json({ outcome } satisfies CardEnded);
}
