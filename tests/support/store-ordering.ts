import { z } from 'zod';
import type { MedusaConnection } from '../../src/medusa-client/connection.ts';
import { failure, success } from '../../src/medusa-client/result.ts';
import type { Result } from '../../src/medusa-client/result.ts';

/** Medusa's manual payment provider, shown to buyers as cash on delivery. */
const CASH_ON_DELIVERY = 'pp_system_default';

/** Completing locks the cart for up to 30 s; give up only after the lock would have been had. */
const COMPLETE_DEADLINE_MS = 40_000;

const optionsSchema = z.object({
  shipping_options: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      amount: z.number().nullish(),
      calculated_price: z.object({ calculated_amount: z.number().nullish() }).nullish(),
    }),
  ),
});

/** A way of delivery. `amount` in đồng. */
export interface ShippingOption {
  id: string;
  name: string;
  amount: number;
}

/** The ways of delivery this cart may use. */
export async function shippingOptions(
  medusa: MedusaConnection,
  cartId: string,
): Promise<Result<ShippingOption[]>> {
  const answer = await medusa.store(optionsSchema, 'shipping-options', {
    query: { cart_id: cartId },
  });
  if (!answer.ok) return answer;
  return success(
    answer.data.shipping_options.flatMap((option) => {
      const amount = option.amount ?? option.calculated_price?.calculated_amount;
      return typeof amount === 'number'
        ? [{ id: option.id, name: option.name, amount: Math.round(amount) }]
        : [];
    }),
  );
}

const anything = z.unknown();

const collectionSchema = z.object({ payment_collection: z.object({ id: z.string() }) });

/** Opens the cash-on-delivery payment session for the cart's present total. No money moves. */
export async function startCashOnDelivery(medusa: MedusaConnection, cartId: string): Promise<Result<null>> {
  const collection = await medusa.store(collectionSchema, 'payment-collections', {
    method: 'POST',
    query: { fields: 'id' },
    body: { cart_id: cartId },
  });
  if (!collection.ok) return collection;
  const { id } = collection.data.payment_collection;
  const session = await medusa.store(
    anything,
    `payment-collections/${encodeURIComponent(id)}/payment-sessions`,
    { method: 'POST', query: { fields: 'id' }, body: { provider_id: CASH_ON_DELIVERY } },
  );
  return session.ok ? success(null) : session;
}

const completedSchema = z.union([
  z.object({ type: z.literal('order'), order: z.object({ id: z.string() }) }),
  z.object({ type: z.literal('cart') }),
]);

/**
 * Turns a cart into an order. Asking again for a cart already completed answers the same order
 * (Medusa's complete-cart workflow holds a lock on the cart and looks up the order made from it).
 * @returns the order's id; `refused` when stock, shipping or payment no longer allow it
 */
export async function completeCart(
  medusa: MedusaConnection,
  cartId: string,
): Promise<Result<{ orderId: string }>> {
  const path = `carts/${encodeURIComponent(cartId)}/complete`;
  const answer = await medusa.store(completedSchema, path, {
    method: 'POST',
    body: {},
    query: { fields: 'id' },
    deadlineMs: COMPLETE_DEADLINE_MS,
  });
  if (!answer.ok) return answer;
  return answer.data.type === 'order' ? success({ orderId: answer.data.order.id }) : failure('refused');
}
