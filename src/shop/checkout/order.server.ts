import { setTimeout as wait } from 'node:timers/promises';
import { forgetDeliveryPrice } from '../cart/delivery-price.server.ts';
import { currentOffers, expireOffers } from '../availability/availability.server.ts';
import { siteEnv } from '../../config/env.ts';
import type { Lang } from '../../i18n/lang.ts';
import { countOrder } from '../../log/metrics.ts';
import { chooseShipping, readCart, setLine, writeDelivery } from '../../medusa-client/carts.ts';
import type { DeliveryAddress } from '../../medusa-client/carts.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { completeCart, shippingOptions, startCashOnDelivery } from '../../medusa-client/ordering.ts';
import { loadUnitTable } from '../../record/units.ts';
import type { Checkout } from './checkout.ts';
import { deliveryPlace } from './delivery-place.ts';
import type { DeliveryPlace } from './delivery-place.ts';
import { placeOrder } from './place-order.ts';
import type { OrderSteps, PlaceOutcome } from './place-order.ts';
import { receiptToken } from '../receipt/receipt-token.ts';

/** Where the buyer's commune lies today; `unknown` also when the table of units cannot be read. */
export async function placeOf(commune: string, provinceCode: string): Promise<DeliveryPlace> {
  return deliveryPlace(await loadUnitTable(), commune, provinceCode);
}

/**
 * What Medusa keeps as the address. Today's name stands first where exactly one unit is meant;
 * what the buyer typed is kept beside it, for the courier who knows the old name.
 */
export async function deliveryAddress(checkout: Checkout): Promise<DeliveryAddress> {
  const table = await loadUnitTable();
  const place = deliveryPlace(table, checkout.commune, checkout.province);
  const today = place.kind === 'current' || place.kind === 'renamed' ? place.unit.name : null;
  return {
    name: checkout.name,
    phone: checkout.phone,
    street: checkout.street,
    commune: today ?? checkout.commune,
    province: table.provinces.get(checkout.province)?.name ?? '',
    typed: today !== null && place.kind === 'renamed' ? checkout.commune : null,
  };
}

/** The address of the receipt of an order, `null` when this site has no receipt secret. */
export function receiptOfOrder(orderId: string): string | null {
  const secret = siteEnv().RECEIPT_SECRET;
  return secret ? receiptToken(secret, orderId) : null;
}

/** The receipt of a cart that was completed earlier; `null` when Medusa does not answer. */
export async function receiptOfCart(cartId: string): Promise<string | null> {
  const order = await completeCart(medusa(), cartId);
  return order.ok ? receiptOfOrder(order.data.orderId) : null;
}

/** Orders being placed by this process, so that a form sent twice waits for one and the same answer. */
const underway = new Map<string, Promise<PlaceOutcome>>();

/**
 * Places the order of a cart, cash on delivery. Two posts of the same cart end at the same order:
 * in this process the second joins the first, elsewhere Medusa's lock on the cart does the same.
 * @param agreedTotal the total the buyer was shown, đồng
 */
export function place(
  cartId: string,
  checkout: Checkout,
  agreedTotal: number,
  lang: Lang,
): Promise<PlaceOutcome> {
  const running = underway.get(cartId);
  if (running) return running;
  const placing = placeOrder(stepsOf(cartId, checkout, lang), agreedTotal)
    .then((outcome) => {
      if (outcome.kind === 'placed') countOrder(outcome.orderId);
      if (outcome.kind === 'price-changed') forgetDeliveryPrice();
      if (outcome.kind === 'price-changed' || outcome.kind === 'cart-changed') expireOffers();
      return outcome;
    })
    .finally(() => underway.delete(cartId));
  underway.set(cartId, placing);
  return placing;
}

function stepsOf(cartId: string, checkout: Checkout, lang: Lang): OrderSteps {
  const shop = medusa();
  return {
    offers(fresh) {
      if (fresh) expireOffers();
      return currentOffers();
    },
    readCart: () => readCart(shop, cartId),
    priceAnew: (lineId, quantity) => setLine(shop, cartId, lineId, quantity),
    async writeDelivery() {
      return writeDelivery(shop, cartId, {
        address: await deliveryAddress(checkout),
        email: checkout.email,
        metadata: { language: lang, note: checkout.note },
      });
    },
    shippingOptions: () => shippingOptions(shop, cartId),
    chooseShipping: (optionId) => chooseShipping(shop, cartId, optionId),
    startPayment: () => startCashOnDelivery(shop, cartId),
    complete: () => completeCart(shop, cartId),
    pause: () => wait(1_000),
  };
}
