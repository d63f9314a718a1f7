import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { cancelOrderWorkflow } from '@medusajs/medusa/core-flows';
import { confirmationReasons, type OrderedLine } from '@ocop/rules/order-confirmation';
import { ORDER_CONFIRMATION } from '../modules/order-confirmation/index.ts';
import type { JudgedOffer } from '../modules/traceability/selling/held.ts';
import { decidingMoney, TRANSFER_PROVIDER } from '../payment/bank-transfers.ts';
import { CARD_PROVIDER } from '../payment/cards.ts';
import { isPacked, type Fulfilment } from './packed.ts';
import type { Confirmation, OrderConfirmationService } from '../modules/order-confirmation/service.ts';

/** What a cart is about to order. */
export interface CartToOrder {
  id: string;
  total?: unknown;
  items?: { variant_id: string | null; quantity: unknown }[];
  payment_collection?: { payment_sessions?: { provider_id: string }[] | null } | null;
}

export function confirmations(container: MedusaContainer): OrderConfirmationService {
  return container.resolve<OrderConfirmationService>(ORDER_CONFIRMATION);
}

/**
 * Notes, before a cart becomes an order, whether somebody has to call its buyer. Who pays before anything is packed
 * need not be called.
 * @param offers what is on sale of the cart's variants at this moment
 */
export async function expectConfirmation(
  container: MedusaContainer,
  cart: CartToOrder,
  offers: readonly Pick<JudgedOffer, 'variantId' | 'available'>[],
): Promise<void> {
  const quantities = new Map<string, number>();
  for (const { variant_id: id, quantity } of cart.items ?? []) {
    if (id !== null) quantities.set(id, (quantities.get(id) ?? 0) + Number(quantity));
  }
  const lines = offers.map(({ variantId, available }): OrderedLine => ({
    quantity: quantities.get(variantId) ?? 0,
    available,
  }));
  const service = confirmations(container);
  const reasons = confirmationReasons({ total: Number(cart.total), lines }, service.settings.largeSum);
  const sessions = cart.payment_collection?.payment_sessions ?? [];
  const isPaidBefore = sessions.some(
    ({ provider_id: provider }) => provider === TRANSFER_PROVIDER || provider === CARD_PROVIDER,
  );
  await service.expect(cart.id, isPaidBefore ? [] : reasons);
}

/** What became of the orders whose time was over. */
export type Released = Record<'released' | 'confirmed' | 'ended' | 'failed', number>;

/**
 * Cancels the orders that nobody confirmed in time, so that their goods are free again. An order that was
 * packed counts as confirmed; one that was cancelled, or never placed, is done with.
 */
export async function releaseUnconfirmed(container: MedusaContainer): Promise<Released> {
  const counted: Released = { released: 0, confirmed: 0, ended: 0, failed: 0 };
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  for (const confirmation of await confirmations(container).due()) {
    try {
      counted[await release(container, confirmation)] += 1;
    } catch (error) {
      counted.failed += 1;
      const reason = error instanceof Error ? error.message : String(error);
      logger.error(`Order ${confirmation.orderId} was not confirmed and could not be cancelled: ${reason}`);
    }
  }
  if (counted.released > 0)
    logger.warn(`${counted.released} orders nobody confirmed in time were cancelled.`);
  return counted;
}

interface OrderRow {
  id: string;
  canceled_at: string | null;
  fulfillments: Fulfilment[] | null;
}

/** Notes that staff spoke with the buyer. @returns false where the order was not waiting for it any more */
export function confirmOrder(
  container: MedusaContainer,
  confirmation: Confirmation,
  staff: string,
): Promise<boolean> {
  return decidingMoney(container, confirmation.cartId, () =>
    confirmations(container).decide(confirmation.id, 'confirmed', staff),
  );
}

function release(
  container: MedusaContainer,
  confirmation: Confirmation,
): Promise<'released' | 'confirmed' | 'ended'> {
  return decidingMoney(container, confirmation.cartId, async () => {
    const service = confirmations(container);
    const order = await orderOf(container, confirmation.cartId);
    const packed = isPacked(order?.fulfillments);
    if (order === null || order.canceled_at !== null || packed) {
      const ending = packed ? 'confirmed' : 'ended';
      await service.decide(confirmation.id, ending, null);
      return ending;
    }
    if (!(await service.isAwaited(confirmation.id))) return 'ended';
    // A process that ends between these two is made good by the next run, which finds the order cancelled.
    await cancelOrderWorkflow(container).run({ input: { order_id: order.id } });
    await service.decide(confirmation.id, 'released', null);
    return 'released';
  });
}

async function orderOf(container: MedusaContainer, cartId: string): Promise<OrderRow | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const links = await query.graph({
    entity: 'order_cart',
    fields: ['order_id'],
    filters: { cart_id: cartId },
  });
  const [link] = links.data as { order_id: string }[];
  if (!link) return null;
  const { data } = await query.graph({
    entity: 'order',
    fields: ['id', 'canceled_at', 'fulfillments.canceled_at'],
    filters: { id: link.order_id },
  });
  return (data[0] as OrderRow | undefined) ?? null;
}
