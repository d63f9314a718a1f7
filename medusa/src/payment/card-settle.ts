/**
 * What becomes of orders that are paid by card. Whoever asks, the buyer who comes back, what Stripe told, staff who
 * cancel, or the job each minute, ends here: Stripe itself is asked, one rule judges its answer, and it is booked;
 * under the lock of the order's cart, each step found and done again where a process ended before it.
 */
import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import { cancelOrderWorkflow } from '@medusajs/medusa/core-flows';
import { judgeCard } from '@ocop/rules/payment/card-payment';
import { isUnknownPage, type CardPayment, type HostedPage } from '../modules/card-payment/provider.ts';
import type { CardPaymentRow } from '../modules/card-payments/rows.ts';
import { tellStaffOfOrder } from '../ordering/tell-staff.ts';
import { decidingMoney, moneyOf, orderOfCart } from './bank-transfers.ts';
import { bookPayment } from './book.ts';
import { cardPayments } from './cards.ts';

/** What an order's page came to. */
type Came = 'captured' | 'unclear' | 'confirming' | 'open' | 'ended';

/** The way to Stripe. @throws where the shop takes no cards any more */
export function stripeOf(container: MedusaContainer): CardPayment {
  const { stripe } = cardPayments(container);
  if (stripe === null) throw new Error('STRIPE_SECRET_KEY is not set, so that Stripe cannot be asked.');
  return stripe;
}

/** Asks Stripe about the order of a cart and books what came. @throws where Stripe does not answer */
export function lookAtCard(container: MedusaContainer, cartId: string): Promise<void> {
  return decidingMoney(container, cartId, () => look(container, cartId));
}

async function look(container: MedusaContainer, cartId: string): Promise<void> {
  const service = cardPayments(container);
  const row = await service.ofCart(cartId);
  if (row?.money === 'captured' && row.bookedAt === null) return bookCard(container, row);
  if (row?.money !== 'awaiting') return;
  const order = await orderOfCart(container, cartId);
  const isOver = row.isDue || order?.canceledAt != null;
  const stripe = stripeOf(container);
  let page: HostedPage;
  try {
    page = await (isOver ? stripe.end(row.checkoutId) : stripe.look(row.checkoutId));
  } catch (error) {
    if (!isOver || !isUnknownPage(error)) throw error;
    // Nobody can tell from here whether it was paid.
    return service.doubt(row.id, 'not-found', { received: null, intent: null });
  }
  if ((await settle(container, row, page)) !== 'ended') return;
  if (!order) return service.forget(row.id);
  if (order.canceledAt === null) {
    // A process that ends between these two is made good by the next run, which finds it cancelled.
    await cancelOrderWorkflow(container).run({ input: { order_id: order.orderId } });
    await service.end(row.id, 'expired');
    return;
  }
  const money = moneyOf(order, row);
  await service.end(row.id, money === 'expired' ? money : 'cancelled');
}

/** Puts down what Stripe says of a page. */
async function settle(container: MedusaContainer, row: CardPaymentRow, page: HostedPage): Promise<Came> {
  const service = cardPayments(container);
  const verdict = judgeCard(page, row.amount);
  if (verdict === 'pays' && page.intent !== null) {
    const order = await orderOfCart(container, row.cartId);
    if (!order) {
      await service.doubt(row.id, 'no-order', page);
      return 'unclear';
    }
    if (await service.capture(row.id, page.intent, order.orderId)) {
      await bookCard(container, { ...row, orderId: order.orderId });
    }
    return 'captured';
  }
  if (typeof verdict === 'object') {
    await service.doubt(row.id, verdict.doubt, page);
    return 'unclear';
  }
  if (verdict === 'open' || verdict === 'confirming') {
    await service.asked(row.id, verdict === 'confirming');
    return verdict;
  }
  return 'ended';
}

async function bookCard(container: MedusaContainer, row: CardPaymentRow): Promise<void> {
  const wentBack = await bookPayment(container, row);
  await cardPayments(container).booked(row.id, wentBack ? 'refunded' : 'captured');
  if (row.orderId !== null) await tellStaffOfOrder(container, row.orderId);
}

/**
 * Sees to it that nobody can pay for an order any more, before it is cancelled. Called under the lock of its cart.
 * @returns `none`: it is not paid by card, or its payment is over. `captured`: it is paid. `unknown`: Stripe does not
 * answer, and the order may be paid in the next moment: it must not be cancelled
 */
export async function endCard(
  container: MedusaContainer,
  cartId: string,
): Promise<'none' | 'unknown' | Exclude<Came, 'open'>> {
  const row = await cardPayments(container).ofCart(cartId);
  if (row?.money === 'captured' || row?.money === 'unclear') return row.money;
  if (row?.money !== 'awaiting') return 'none';
  try {
    const came = await settle(container, row, await stripeOf(container).end(row.checkoutId));
    return came === 'open' ? 'unknown' : came;
  } catch (error) {
    warn(container, `Whether cart ${cartId} was paid by card could not be asked`, error);
    return 'unknown';
  }
}

/** Takes back an order that nobody paid, so that its buyer can pay otherwise. */
export function giveUpCard(
  container: MedusaContainer,
  cartId: string,
): Promise<'ended' | 'kept' | 'unknown'> {
  return decidingMoney(container, cartId, async () => {
    const order = await orderOfCart(container, cartId);
    const came = await endCard(container, cartId);
    if (came === 'unknown') return came;
    if (came !== 'ended' && came !== 'none') return 'kept';
    if (order && order.canceledAt === null) {
      if (came === 'none') return 'kept';
      await cancelOrderWorkflow(container).run({ input: { order_id: order.orderId } });
    }
    const row = await cardPayments(container).ofCart(cartId);
    if (row) await cardPayments(container).end(row.id, 'cancelled');
    return 'ended';
  });
}

/** Forgets an attempt of a cart that came to no order: its page, whose address nobody was told, is ended. */
export async function forgetCard(container: MedusaContainer, cartId: string): Promise<void> {
  const service = cardPayments(container);
  const row = await service.ofCart(cartId);
  if (row?.orderId !== null) return;
  try {
    await stripeOf(container).end(row.checkoutId);
  } catch (error) {
    warn(container, `The page of cart ${cartId}, which nobody saw, could not be ended`, error);
  }
  await service.forget(row.id);
}

/** A minute less what a job may be late. */
const ASK_AFTER_S = 50;

/**
 * Finds payments without orders and orders without payments, and finishes or lists them: books what a process left,
 * asks about every page that is not over, and cancels orders that nobody paid in time.
 * @param askAfterS how long nobody must have asked about a page, seconds
 */
export async function finishCards(container: MedusaContainer, askAfterS = ASK_AFTER_S): Promise<void> {
  const service = cardPayments(container);
  await service.nameOrders();
  if (service.stripe === null) return;
  for (const { cartId } of [...(await service.unbooked()), ...(await service.unasked(askAfterS))]) {
    try {
      await lookAtCard(container, cartId);
    } catch (error) {
      warn(
        container,
        `The card of cart ${cartId} could not be dealt with and is tried again within a minute`,
        error,
      );
      // It would not answer about the others either.
      if (isAway(error)) return;
    }
  }
}

const awayTypes: ReadonlySet<unknown> = new Set([
  'StripeConnectionError',
  'StripeAuthenticationError',
  'StripeRateLimitError',
]);

const isAway = (error: unknown) => awayTypes.has((error as { type?: unknown } | null)?.type);

/** Says what went wrong; of Stripe's own errors the kind alone, for their texts quote keys. */
export function warn(container: MedusaContainer, what: string, error: unknown): void {
  const { type, code } = error as { type?: unknown; code?: unknown };
  const isStripes = typeof type === 'string' && type.startsWith('Stripe');
  const own = error instanceof Error ? error.message : String(error);
  const why = isStripes ? [type, code].filter((part) => typeof part === 'string').join(' ') : own;
  container.resolve(ContainerRegistrationKeys.LOGGER).warn(`${what}: ${why}`);
}
