import type { BigNumberValue, MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils';
import { formatDong } from '@ocop/rules/money';
import { cardPayments } from '../payment/cards.ts';

/**
 * Puts a new order into the notices of the staff screens (the bell). It names no buyer: notices are stored apart
 * from the order and seen by all staff. A second telling of one order is none. An order by card is new once it is
 * paid: who leaves the page of the card has ordered nothing.
 */
export async function tellStaffOfOrder(container: MedusaContainer, orderId: string): Promise<void> {
  const card = await cardPayments(container).ofOrder(orderId);
  if (card !== null && card.money !== 'captured') return;
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data: found } = await query.graph({
    entity: 'order',
    fields: ['id', 'display_id', 'custom_display_id', 'total', 'items.quantity'],
    filters: { id: orderId },
  });
  const [order] = found as unknown as {
    id: string;
    display_id: number;
    custom_display_id: string | null;
    total: BigNumberValue;
    items: ({ quantity: BigNumberValue } | null)[] | null;
  }[];
  // Taken back since, as a torn one is.
  if (!order) return;
  const code = order.custom_display_id ?? String(order.display_id);
  const pieces = (order.items ?? []).reduce((sum, item) => sum + Number(item?.quantity ?? 0), 0);
  const sum = formatDong(Number(order.total), 'vi');
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: 'staff',
    channel: 'feed',
    template: 'admin-ui',
    resource_type: 'order',
    resource_id: order.id,
    idempotency_key: `new-order-${order.id}`,
    data: {
      title: `Đơn mới ${code}`,
      description: `${pieces} món, ${sum}. New order: ${pieces} ${pieces === 1 ? 'item' : 'items'}, ${sum}.`,
    },
  });
}
