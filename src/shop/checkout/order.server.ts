import { setTimeout as wait } from 'node:timers/promises';
import type { Cart } from '../cart/cart.ts';
import { forgetCoupon } from '../coupon/coupon.server.ts';
import { forgetDeliveryPrice } from '../cart/delivery-price.server.ts';
import { currentOffers, expireOffers } from '../availability/availability.server.ts';
import type { Lang } from '../../i18n/lang.ts';
import { log } from '../../log/logger.ts';
import { countOrder } from '../../log/metrics.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { sendOrder, type OrderRequest } from '../../medusa-client/orders.ts';
import { loadUnitTable } from '../../record/units.ts';
import type { Checkout } from './checkout.ts';
import { deliveryPlace } from './delivery-place.ts';
import type { DeliveryPlace } from './delivery-place.ts';
import { cardReturn } from '../payment/card.server.ts';
import { placeOrder } from './place-order.ts';
import type { PlaceOutcome } from './place-order.ts';

/** Where the buyer's commune lies today; `unknown` also when the table of units cannot be read. */
export async function placeOf(commune: string, provinceCode: string): Promise<DeliveryPlace> {
  return deliveryPlace(await loadUnitTable(), commune, provinceCode);
}

/**
 * What Medusa keeps as the address. Today's name stands first where exactly one unit is meant;
 * what the buyer typed is kept beside it, for the courier who knows the old name.
 */
export async function deliveryAddress(checkout: Checkout): Promise<OrderRequest['address']> {
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

/** What a buyer agreed to. */
export interface Agreed {
  total: number;
  /** Code of the coupon that was taken off; null for none. */
  coupon: string | null;
}

/** Orders being placed by this process, so that a form sent twice waits for one and the same answer. */
const underway = new Map<string, Promise<PlaceOutcome>>();

/**
 * Places the order of a cart. Two posts of the same cart end at the same order:
 * in this process the second joins the first, elsewhere Medusa's lock on the cart does the same.
 * @param agreed the total the buyer was shown, đồng, and the coupon in it
 */
export function place(cart: Cart, checkout: Checkout, agreed: Agreed, lang: Lang): Promise<PlaceOutcome> {
  const running = underway.get(cart.id);
  if (running) return running;
  const placing = send(cart, checkout, agreed, lang).finally(() => underway.delete(cart.id));
  underway.set(cart.id, placing);
  return placing;
}

async function send(cart: Cart, checkout: Checkout, agreed: Agreed, lang: Lang): Promise<PlaceOutcome> {
  const offers = await currentOffers();
  const lines = cart.items.flatMap(({ sku, quantity }) => {
    const variantId = offers?.get(sku)?.variantId;
    return variantId === undefined ? [] : [{ variantId, quantity }];
  });
  if (lines.length < cart.items.length) return { kind: 'cart-changed' };
  const request: OrderRequest = {
    cartId: cart.id,
    lines,
    agreedTotal: agreed.total,
    ...(agreed.coupon === null ? {} : { coupon: agreed.coupon }),
    address: await deliveryAddress(checkout),
    payment: checkout.payment,
    returnUrl: checkout.payment === 'card' ? cardReturn(cart.id, lang) : null,
    email: checkout.email,
    language: lang,
    note: checkout.note,
    gift: checkout.gift,
    invoice: checkout.invoice,
  };
  const outcome = await placeOrder({
    send: () => sendOrder(medusa(), request),
    pause: () => wait(1_000),
  });
  if (outcome.kind === 'placed') countOrder(outcome.orderId);
  if (outcome.kind === 'price-changed') forgetDeliveryPrice();
  if (outcome.kind !== 'placed' && agreed.coupon !== null) forgetCoupon(agreed.coupon);
  if (outcome.kind === 'price-changed' || outcome.kind === 'cart-changed') expireOffers();
  if (outcome.kind === 'not-placed') {
    const { type, detail } = outcome.error;
    log.warn(
      { component: 'orders', reason: detail ? `${type}: ${detail}` : type },
      'An order was not placed.',
    );
  }
  return outcome;
}
