/** A buyer's cart becomes an order: made in Medusa only now, in one request, once. */
import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, MedusaError, Modules } from '@medusajs/framework/utils';
import {
  completeCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
} from '@medusajs/medusa/core-flows';
import type { OrderAnswer, OrderRequest } from '@ocop/contract/orders';
import type { PayWay } from '@ocop/rules/payment/order-money';
import pLimit from 'p-limit';
import { bankTransfers, TRANSFER_PROVIDER } from '../payment/bank-transfers.ts';
import { forgetCard, warn } from '../payment/card-settle.ts';
import { CARD_PROVIDER, cardPayments } from '../payment/cards.ts';
import { isOffered } from '../payment/pay-ways.ts';
import { cheapestDelivery, dongRegion, type Delivery } from './delivery.ts';
import { deliveryData, priceDelivery } from './delivery-table.ts';
import { discountCart } from './discounts.ts';
import { eraseCart } from './old-carts.ts';
import { endTornCompletion } from './torn-orders.ts';

/** Medusa's provider for each way to pay; cash on delivery is its manual one. */
const providers: Readonly<Record<PayWay, string>> = {
  cod: 'pp_system_default',
  transfer: TRANSFER_PROVIDER,
  card: CARD_PROVIDER,
};

/**
 * Orders are placed a few at a time, in the order in which they came: an order is work for the one thread of this
 * process, and of twenty that share it each would wait for all.
 */
const inTurn = pLimit(3);

/** Seconds that the second of two requests for one cart waits for the first. */
const WAIT_S = 30;

/**
 * Places the order of a cart. The cart is made in Medusa under the identity the site drew
 * for it, so that a request sent twice, to two processes, or again after a crash comes to one order.
 * @throws what Medusa throws where it is not the buyer's cart that stands in the way; asking again is safe
 */
export function placeOrder(container: MedusaContainer, request: OrderRequest): Promise<OrderAnswer> {
  const locking = container.resolve(Modules.LOCKING);
  return inTurn(() =>
    locking.execute(`order:${request.cartId}`, () => place(container, request), { timeout: WAIT_S }),
  );
}

async function place(container: MedusaContainer, request: OrderRequest): Promise<OrderAnswer> {
  const { cartId } = request;
  await endTornCompletion(container, cartId, WAIT_S);
  const [known] = await container
    .resolve(Modules.CART)
    .listCarts({ id: cartId }, { select: ['id', 'completed_at'] });
  if (known?.completed_at) return complete(container, cartId);
  // What an earlier attempt left; it may have been paid another way.
  await forgetAttempt(container, cartId);
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await order(container, request);
      if (answer.outcome !== 'placed') await forgetAttempt(container, cartId);
      return answer;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const isAgain = isCodeTaken(error) && tries < DRAWS;
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .info(`Cart ${cartId} was not ordered: ${error.code ?? error.type}: ${error.message}`);
      await forgetAttempt(container, cartId);
      if (isAgain) continue;
      return { outcome: request.coupon && isOfCoupon(error) ? 'coupon-refused' : 'cart-changed' };
    }
  }
}

/** How often a code is drawn for an order before it is given up: two taken ones in a row are no chance any more. */
const DRAWS = 3;

/** Whether the code that was drawn belongs to another order already: nothing is wrong with the cart. */
function isCodeTaken({ message }: MedusaError): boolean {
  return /custom_display_id: .* already exists/.test(message);
}

/** Nothing is left of a cart that did not become an order, and nobody waits for its money. */
async function forgetAttempt(container: MedusaContainer, cartId: string): Promise<void> {
  await forgetCard(container, cartId);
  await bankTransfers(container).forget(cartId);
  await eraseCart(container, cartId);
}

async function order(container: MedusaContainer, request: OrderRequest): Promise<OrderAnswer> {
  const { cartId, agreedTotal, payment } = request;
  const regionId = await dongRegion(container);
  const chosen = { way: payment, total: agreedTotal };
  if (!(await isOffered(container, regionId, chosen))) return { outcome: 'no-such-payment' };
  const delivery = await cheapestDelivery(container, regionId);
  if (!delivery) return { outcome: 'no-delivery' };
  const quote = await priceDelivery(container, request, delivery.amount);
  const charged = { ...delivery, amount: quote.total, data: deliveryData(quote) };
  await createCartWorkflow(container).run({ input: cartOf(request, regionId, charged) });
  if (!(await discountCart(container, cartId, request.coupon))) return { outcome: 'coupon-refused' };
  const total = await totalOf(container, cartId);
  if (total !== agreedTotal) return { outcome: 'price-changed', total };
  // Last, because any change of the total throws earlier payment sessions away.
  const { result: collection } = await createPaymentCollectionForCartWorkflow(container).run({
    input: { cart_id: cartId },
  });
  const begun = { payment_collection_id: collection.id, provider_id: providers[payment] };
  if (payment === 'card') {
    if (!(await openPage(container, begun, request))) return { outcome: 'card-unreachable' };
  } else {
    const { result: session } = await createPaymentSessionsWorkflow(container).run({ input: begun });
    if (payment === 'transfer') await bankTransfers(container).expect(cartId, session.id, total);
  }
  return complete(container, cartId);
}

/** After a page took so long to be refused, ms, none is asked for so long: orders that wait in turn would all wait. */
const SLOW_MS = 3_000;
const REST_MS = 30_000;
let restsUntil = 0;

/** Opens the page on which the cart is paid by card. @returns false where Stripe does not give one */
async function openPage(
  container: MedusaContainer,
  begun: { payment_collection_id: string; provider_id: string },
  { cartId, agreedTotal: amount, language, returnUrl }: OrderRequest,
): Promise<boolean> {
  const began = Date.now();
  if (returnUrl === null || began < restsUntil) return false;
  try {
    const { result: session } = await createPaymentSessionsWorkflow(container).run({
      input: { ...begun, data: { return_url: returnUrl, language } },
    });
    const { checkout, url } = session.data as { checkout: string; url: string };
    await cardPayments(container).expect(cartId, {
      sessionId: session.id,
      checkoutId: checkout,
      url,
      amount,
    });
    return true;
  } catch (error) {
    warn(container, `Cart ${cartId} was not ordered: Stripe gave no page to pay on`, error);
    if (Date.now() - began > SLOW_MS) restsUntil = Date.now() + REST_MS;
    return false;
  }
}

/**
 * The cart as Medusa makes it. Its workflow hands over to the cart's module what it does not know itself:
 * the identity, and the way of delivery, which put in afterwards would have everything priced and taxed anew
 * and cost two fifths of the whole order.
 */
function cartOf(
  { cartId, lines, address, email, language, note, gift, invoice }: OrderRequest,
  regionId: string,
  delivery: Delivery & { data: Record<string, unknown> },
) {
  return {
    id: cartId,
    region_id: regionId,
    currency_code: 'vnd',
    shipping_methods: [delivery],
    items: lines.map(({ variantId, quantity }) => ({ variant_id: variantId, quantity })),
    ...(email ? { email } : {}),
    // Completing copies it into the order, which names its cart before it is linked to it.
    metadata: { language, note, gift, invoice, cart_id: cartId },
    shipping_address: {
      first_name: address.name,
      last_name: '',
      phone: address.phone,
      address_1: address.street,
      address_2: address.typed ?? '',
      city: address.commune,
      province: address.province,
      country_code: 'vn',
    },
  };
}

async function complete(container: MedusaContainer, cartId: string): Promise<OrderAnswer> {
  const { result } = await completeCartWorkflow(container).run({ input: { id: cartId } });
  return { outcome: 'placed', orderId: result.id };
}

async function totalOf(container: MedusaContainer, cartId: string): Promise<number> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'cart',
    fields: ['id', 'total'],
    filters: { id: cartId },
  });
  return Math.round(Number((data[0] as { total: unknown } | undefined)?.total));
}

/** Whether the coupon stands in the way: it ended in that moment, or another order took its last use (Medusa's words). */
const isOfCoupon = ({ code, message }: MedusaError) =>
  code === 'coupon_refused' || /^Promotion usage exceeds/.test(message);

const refusals: ReadonlySet<string> = new Set([
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.INVALID_DATA,
  MedusaError.Types.NOT_FOUND,
]);

/** Whether Medusa refuses this cart, which another try would not change. */
function isRefusal(error: unknown): error is MedusaError {
  return MedusaError.isMedusaError(error) && refusals.has(error.type);
}
