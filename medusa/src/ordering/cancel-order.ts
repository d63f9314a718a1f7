import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils';
import { cancelOrderWorkflow } from '@medusajs/medusa/core-flows';
import type { CancellationAnswer } from '@ocop/contract/order-cancellation';
import { normalisePhone } from '@ocop/rules/phone';
import { confirmations } from './confirmation.ts';
import { bankTransfers, decidingMoney, orderById } from '../payment/bank-transfers.ts';
import { endCard } from '../payment/card-settle.ts';
import { cardPayments } from '../payment/cards.ts';
import { isPacked, type Fulfilment } from './packed.ts';

interface OrderRow {
  id: string;
  canceled_at: string | null;
  metadata: Record<string, unknown> | null;
  shipping_address: { phone: string | null } | null;
  fulfillments: Fulfilment[] | null;
  payment_collections: { captured_amount: unknown }[] | null;
}

/**
 * Cancels an order for its buyer as long as nothing of it was packed or paid; asked again it answers the same.
 * @param phone in national form
 * @returns null where no such order has this telephone
 */
export async function cancelForBuyer(
  container: MedusaContainer,
  orderId: string,
  phone: string,
): Promise<CancellationAnswer | null> {
  const cartId = (await orderById(container, orderId))?.cartId;
  // An order that staff made by hand has no cart; its own name is as good a lock.
  return decidingMoney(container, cartId ?? orderId, async () => {
    const order = await orderOf(container, orderId);
    if (!order || normalisePhone(order.shipping_address?.phone ?? '') !== phone) return null;
    if (order.canceled_at !== null) return { outcome: 'canceled' };
    const awaited = cartId == null ? null : await bankTransfers(container).ofCart(cartId);
    const isPaid =
      awaited?.money === 'captured' ||
      (order.payment_collections ?? []).some((one) => Number(one.captured_amount) > 0);
    if (isPacked(order.fulfillments) || isPaid) return { outcome: 'too-late' };
    const card = cartId == null ? 'none' : await endCard(container, cartId);
    if (card === 'unknown') throw new Error(`Whether order ${orderId} was paid by card is not known.`);
    if (card !== 'none' && card !== 'ended') return { outcome: 'too-late' };
    await cancelOrderWorkflow(container).run({ input: { order_id: order.id } });
    if (awaited) await bankTransfers(container).giveUp(awaited.id, 'cancelled');
    const paidByCard = card === 'ended' && cartId ? await cardPayments(container).ofCart(cartId) : null;
    if (paidByCard) await cardPayments(container).end(paidByCard.id, 'cancelled');
    await noteWho(container, order);
    return { outcome: 'canceled' };
  });
}

/** The order is cancelled: that its buyer did it is for staff to read, and no reason to fail. */
async function noteWho(container: MedusaContainer, { id, metadata }: OrderRow): Promise<void> {
  try {
    const orders = container.resolve(Modules.ORDER);
    await orders.updateOrders([{ id, metadata: { ...metadata, canceled_by: 'buyer' } }]);
    const confirmation = await confirmations(container).ofOrder(id);
    if (confirmation) await confirmations(container).decide(confirmation.id, 'ended', null);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`Order ${id} was cancelled by its buyer, which could not be noted: ${reason}`);
  }
}

async function orderOf(container: MedusaContainer, id: string): Promise<OrderRow | null> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'order',
    fields: [
      ...['id', 'canceled_at', 'metadata', 'shipping_address.phone'],
      ...['fulfillments.canceled_at', 'payment_collections.captured_amount'],
    ],
    filters: { id },
  });
  return (data[0] as unknown as OrderRow | undefined) ?? null;
}
