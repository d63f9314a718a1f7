import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { Modules } from '@medusajs/framework/utils';
import { endTornCompletion } from '../ordering/torn-orders.ts';

/** As long as completing itself waits for the cart. */
const WAIT_S = 30;

/**
 * Before a cart becomes an order: ends an earlier attempt that was torn, so that this one makes the order
 * anew; and writes the cart's id where the order takes it over, for whoever finds an order that was not
 * linked to its cart yet. A cart that does not exist is left to Medusa to refuse.
 */
export async function beforeCompletion(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  try {
    const cartId = req.params.id ?? '';
    await endTornCompletion(req.scope, cartId, WAIT_S);
    const carts = req.scope.resolve(Modules.CART);
    const [cart] = await carts.listCarts({ id: cartId }, { select: ['id', 'metadata', 'completed_at'] });
    if (cart && !cart.completed_at && cart.metadata?.cart_id !== cartId) {
      await carts.updateCarts([{ id: cartId, metadata: { ...cart.metadata, cart_id: cartId } }]);
    }
    next();
  } catch (error) {
    next(error);
  }
}
