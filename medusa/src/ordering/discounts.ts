/** What a cart's lines become cheaper by: the coupon its buyer was shown, in whole đồng, and nothing else. */
import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils';
import { applyCoupon } from '@ocop/rules/coupon';
import type { JudgedOffer } from '../modules/traceability/selling/held.ts';
import { findCoupon } from './coupons.ts';
import { isAlcoholByMetadata } from './order-bar.ts';
import { refusal } from './refusal.ts';
import { offersOf } from './sale-hold.ts';

interface Adjustment {
  id?: string;
  amount: unknown;
  code?: string | null;
}

/** A line of a cart with what it was made cheaper by. */
export interface DiscountedLine {
  id: string;
  variant_id: string | null;
  quantity: unknown;
  unit_price: unknown;
  adjustments?: Adjustment[] | null;
}

interface MadeCart {
  items: DiscountedLine[] | null;
  shipping_methods: { adjustments?: Adjustment[] | null }[] | null;
}

/**
 * Makes the lines of a new cart cheaper by a coupon, and takes away whatever Medusa did by itself: promotions that
 * apply unasked are in no total a buyer was shown, and shares of a sum are fractions of a đồng in Medusa.
 * @returns false where the coupon cannot be used, or not for these goods
 */
export async function discountCart(
  container: MedusaContainer,
  cartId: string,
  code: string | null | undefined,
): Promise<boolean> {
  const { items, shipping_methods: methods } = await linesOf(container, cartId);
  const lines = items ?? [];
  const carts = container.resolve(Modules.CART);
  if ((methods ?? []).some(({ adjustments }) => (adjustments ?? []).length > 0)) {
    await carts.setShippingMethodAdjustments(cartId, []);
  }
  if (!code) {
    if (lines.some(({ adjustments }) => (adjustments ?? []).length > 0)) {
      await carts.setLineItemAdjustments(cartId, []);
    }
    return true;
  }
  const found = await findCoupon(container, code);
  if ('fault' in found) return false;
  const offers = new Map(
    (
      await offersOf(
        container,
        lines.map(({ variant_id: id }) => id),
      )
    ).map((offer) => [offer.variantId, offer] as const),
  );
  const outcome = applyCoupon(
    found.coupon,
    lines.map((line) => couponLine(line, offers.get(line.variant_id ?? ''))),
  );
  if (outcome.kind !== 'applied') return false;
  const { storedCode, promotionId } = found.coupon;
  await carts.setLineItemAdjustments(
    cartId,
    lines.flatMap(({ id }, at) => {
      const amount = outcome.shares[at] ?? 0;
      if (amount === 0) return [];
      return [{ item_id: id, code: storedCode, amount, promotion_id: promotionId, is_tax_inclusive: true }];
    }),
  );
  return true;
}

const couponLine = ({ quantity, unit_price: price }: DiscountedLine, offer: JudgedOffer | undefined) => ({
  sku: offer?.sku ?? '',
  total: Math.max(0, Math.round(Number(price) * Number(quantity))),
  alcohol: isAlcoholByMetadata(offer?.metadata),
});

async function linesOf(container: MedusaContainer, id: string): Promise<MadeCart> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'cart',
    fields: [
      ...['id', 'items.id', 'items.variant_id', 'items.quantity', 'items.unit_price'],
      ...['items.adjustments.id', 'items.adjustments.amount', 'shipping_methods.adjustments.id'],
    ],
    filters: { id },
  });
  return (data[0] as unknown as MadeCart | undefined) ?? { items: [], shipping_methods: [] };
}

/**
 * Refuses a cart with a discount that is not one coupon of this shop, usable at this moment, in whole đồng, on goods
 * that are no alcohol. Whoever else made the cart: Medusa's own store routes take any promotion.
 * @param offers what is on sale of the cart's lines
 */
export async function refuseUnsoundDiscount(
  container: MedusaContainer,
  cart: { items?: DiscountedLine[]; shipping_methods?: { adjustments?: Adjustment[] | null }[] | null },
  offers: readonly JudgedOffer[],
): Promise<void> {
  const metadata = new Map(offers.map((offer) => [offer.variantId, offer.metadata]));
  const codes = new Set<string>();
  if ((cart.shipping_methods ?? []).some(({ adjustments }) => (adjustments ?? []).length > 0)) {
    throw refusal('delivery_discounted', 'Delivery is not made cheaper by a coupon. Take the coupon out');
  }
  for (const { variant_id: id, quantity, unit_price: price, adjustments } of cart.items ?? []) {
    let sum = 0;
    for (const { amount, code } of adjustments ?? []) {
      const dong = Number(amount);
      if (!Number.isSafeInteger(dong) || dong < 0) {
        throw refusal('not_whole_dong', 'A discount is no whole number of đồng. Take the coupon out');
      }
      sum += dong;
      codes.add(code ?? '');
    }
    if (sum === 0) continue;
    if (isAlcoholByMetadata(metadata.get(id ?? ''))) {
      throw refusal('alcohol_discounted', 'Alcohol is not made cheaper. Take the coupon out');
    }
    if (sum > Number(price) * Number(quantity)) {
      throw refusal('discount_too_large', 'A discount is more than the goods it is for. Take the coupon out');
    }
  }
  if (codes.size > 1) throw refusal('several_coupons', 'An order takes one coupon. Take the others out');
  for (const code of codes) {
    const found = await findCoupon(container, code);
    if ('fault' in found) throw refusal('coupon_refused', 'The coupon cannot be used any more. Take it out');
  }
}
