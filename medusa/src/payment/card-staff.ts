import type { MedusaContainer } from '@medusajs/framework/types';
import { cancelOrderWorkflow } from '@medusajs/medusa/core-flows';
import { decidingMoney, orderOfCart } from './bank-transfers.ts';
import { stripeOf, warn } from './card-settle.ts';
import { cardPayments } from './cards.ts';
import type { ByStaff, StaffAnswer } from './staff.ts';

const refused = (reason: 'dealt-with' | 'unknown-transfer' | 'card-unreachable'): StaffAnswer => ({
  done: false,
  reason,
});

/**
 * Pays a charge of a card back whole, the way it came, and cancels its order: a charge that is not the order's exact
 * sum pays nothing. Of a page that Stripe does not know the order is cancelled alone.
 * @param id of an order's payment, or of a notification of a charge without an order
 */
export async function payCardBack(
  container: MedusaContainer,
  id: string,
  decision: ByStaff,
): Promise<StaffAnswer> {
  const service = cardPayments(container);
  try {
    const payment = await service.ofId(id);
    if (payment) {
      return await decidingMoney(container, payment.cartId, async () => {
        const now = await service.ofId(id);
        if (now?.money !== 'unclear') return refused('dealt-with');
        if (now.intentId !== null) await stripeOf(container).payBack(now.intentId, `back:${id}`);
        const order = await orderOfCart(container, now.cartId);
        if (order && order.canceledAt === null) {
          await cancelOrderWorkflow(container).run({ input: { order_id: order.orderId } });
        }
        return (await service.end(id, 'refunded', decision)) ? { done: true } : refused('dealt-with');
      });
    }
    const stray = await service.notice(id);
    if (!stray) return refused('unknown-transfer');
    if (stray.state !== 'doubted' || stray.intentId === null) return refused('dealt-with');
    await stripeOf(container).payBack(stray.intentId, `back:${stray.intentId}`);
    return (await service.close(id, decision)) ? { done: true } : refused('dealt-with');
  } catch (error) {
    if (!String((error as { type?: unknown }).type).startsWith('Stripe')) throw error;
    warn(container, `The charge ${id} could not be paid back`, error);
    return refused('card-unreachable');
  }
}
