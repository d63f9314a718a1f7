import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { CardLooked } from '@ocop/contract/card-payments';
import { moneyOf, orderOfCart } from '../../../../../payment/bank-transfers.ts';
import { lookAtCard, warn } from '../../../../../payment/card-settle.ts';
import { cardPayments } from '../../../../../payment/cards.ts';

/** A buyer came back from the page of the card: what became of it is asked there, whatever the buyer's address says. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const cartId = req.params.cartId ?? '';
  const service = cardPayments(req.scope);
  let asked = true;
  try {
    // Also of one that is charged: whoever is booking it is waited for, so that the receipt says it is paid.
    if (await service.ofCart(cartId)) await lookAtCard(req.scope, cartId);
  } catch (error) {
    asked = false;
    warn(req.scope, `Whether cart ${cartId} was paid by card could not be asked`, error);
  }
  const [row, order] = [await service.ofCart(cartId), await orderOfCart(req.scope, cartId)];
  if (!row || !order) {
    res.status(404).json({ reason: 'unknown-order', message: 'No order of this cart is paid by card.' });
    return;
  }
  const { orderId } = order;
  res.json({ orderId, money: moneyOf(order, row), confirming: row.confirming, asked } satisfies CardLooked);
}
