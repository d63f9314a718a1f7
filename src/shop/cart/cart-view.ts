import {
  deliveryRange,
  parcelsOf,
  quoteDelivery,
  type DeliveryTable,
  type LineToSend,
} from '@ocop/rules/delivery-price';
import { addDong, timesDong } from '@ocop/rules/money';
import { provinceCodes } from '@ocop/rules/place/province-name';
import { couponView, discountOf, type CouponView, type KnownCoupon } from '../coupon/coupon-view.ts';
import { countPieces, type Cart, type CartItem } from './cart.ts';
import type { Offers } from './changes.ts';
import { heldKinds, type HeldKind } from './held.ts';
import { sharedShortage } from './shared-stock.ts';

/** Why a line cannot be ordered as it stands. */
export type LineProblem =
  | { kind: 'withdrawn' | 'sold-out' }
  /** Shown and not ordered here. */
  | { kind: 'alcohol' }
  /** Not sold until staff decide (decision 0044). */
  | { kind: HeldKind }
  | { kind: 'less-left'; left: number }
  /**
   * Each line alone could be had, all lines together take too much of one thing: `part` is its SKU, null where it has
   * none; `asked` and `pieces` count it, `left` counts packs of this line, as long as the others stay.
   */
  | { kind: 'shared-short'; left: number; part: string | null; asked: number; pieces: number };

/** One line as a page shows it. Prices in đồng. */
export interface CartLineView {
  sku: string;
  quantity: number;
  /** The price now; what an order placed now would be charged. */
  unitPrice: number;
  /** The price when the buyer put it in the cart, where it has changed since. */
  priceBefore: number | null;
  total: number;
  problem: LineProblem | null;
}

/** What sending one producer's goods costs, đồng. `sku`: the first of them; `sender` as Medusa has it. */
export interface ParcelPrice {
  sender: string | null;
  sku: string;
  price: number;
}

/** How a cart is sent: the prices, and the code of the province it goes to, '' where none was chosen. */
export interface CartDelivery {
  table: DeliveryTable;
  province: string;
}

/** A cart checked against today's stock and prices. Amounts in đồng. */
export interface CartView {
  lines: CartLineView[];
  /** Pieces in all lines together. */
  count: number;
  /** Sum of the lines that can still be bought. */
  subtotal: number;
  /** What the coupon comes to; null for none. */
  coupon: CouponView | null;
  /** What it takes off the goods; delivery is priced by the goods as they were before. */
  discount: number;
  /** Whether anything in it can be bought; else there is nothing to add up, and no delivery either. */
  orderable: boolean;
  /** `null` when the delivery price could not be asked, or nothing is delivered. */
  shipping: number | null;
  /** Whether another province would pay more or less. */
  shippingVaries: boolean;
  /** Whether `shipping` is only the least that any province pays, because none was chosen yet. */
  shippingFrom: boolean;
  /** What each parcel costs where there are several that are paid for; else none. */
  parcels: ParcelPrice[];
  /** What each parcel costs to each province by its code, in the same order; empty where all pay the same. */
  toProvinces: Readonly<Record<string, readonly number[]>>;
  total: number;
  /** Whether at least one line must change before an order is possible. */
  blocked: boolean;
  /** Whether some price differs from when the buyer put it in. */
  pricesChanged: boolean;
}

function problemOf(line: CartItem, offers: Offers, items: readonly CartItem[]): LineProblem | null {
  if (offers === null) return null;
  const offer = offers.get(line.sku);
  if (!offer) return { kind: 'withdrawn' };
  if (offer.barred) return { kind: offer.barred };
  if (offer.held) return { kind: heldKinds[offer.held] };
  if (offer.available === null || offer.available >= line.quantity) {
    const short = sharedShortage(line, items, offers);
    return short && { kind: 'shared-short', ...short };
  }
  return offer.available <= 0 ? { kind: 'sold-out' } : { kind: 'less-left', left: offer.available };
}

/**
 * Checks a cart line by line against what is on sale now.
 * @param offers prices and stock by sku; `null` when they are not known, then nothing is judged
 * @param delivery `null` when what delivery costs is not known
 * @param known the coupon of the browser, if it keeps one
 */
export function cartView(
  cart: Cart,
  offers: Offers,
  delivery: CartDelivery | null,
  known: KnownCoupon | null = null,
): CartView {
  const lines = cart.items.map((line): CartLineView => {
    const problem = problemOf(line, offers, cart.items);
    const unitPrice = offers?.get(line.sku)?.price ?? line.price;
    return {
      sku: line.sku,
      quantity: line.quantity,
      unitPrice,
      priceBefore: unitPrice === line.price ? null : line.price,
      total: timesDong(unitPrice, line.quantity),
      problem,
    };
  });
  const buyable = lines.filter((line) => !isGone(line));
  const subtotal = addDong(...buyable.map((line) => line.total));
  const sent = sendingOf(buyable, offers, buyable.length > 0 ? delivery : null);
  const coupon =
    buyable.length > 0
      ? couponView(
          known,
          buyable.map((line) => couponLine(line, offers)),
        )
      : null;
  const discount = discountOf(coupon);
  return {
    lines,
    coupon,
    discount,
    count: countPieces(cart),
    orderable: buyable.length > 0,
    subtotal,
    ...sent,
    total: addDong(subtotal - discount, sent.shipping ?? 0),
    blocked: lines.some((line) => line.problem !== null),
    pricesChanged: buyable.some((line) => line.priceBefore !== null),
  };
}

/** Whether a line can only be taken out: nothing of it can be bought. */
export function isGone(line: CartLineView): boolean {
  const kind = line.problem?.kind ?? 'less-left';
  return kind !== 'less-left' && kind !== 'shared-short';
}

type Sending = Pick<CartView, 'shipping' | 'shippingVaries' | 'shippingFrom' | 'parcels' | 'toProvinces'>;

const notSent: Sending = {
  ...{ shipping: null, shippingVaries: false, shippingFrom: false },
  ...{ parcels: [], toProvinces: {} },
};

function sendingOf(lines: readonly CartLineView[], offers: Offers, delivery: CartDelivery | null): Sending {
  if (delivery === null) return notSent;
  const toSend = parcelsOf(linesToSend(lines, offers));
  const to = (province: string) => quoteDelivery(delivery.table, province, toSend);
  const { least, most } = deliveryRange(delivery.table, toSend);
  const varies = least.total !== most.total;
  const from = varies && delivery.province === '';
  const quote = from ? least : to(delivery.province);
  const firstOf = (sender: string | null) =>
    lines.find(({ sku }) => (offers?.get(sku)?.sender ?? null) === sender)?.sku ?? '';
  return {
    shipping: quote.total,
    shippingVaries: varies,
    shippingFrom: from,
    parcels:
      quote.parcels.length > 1
        ? quote.parcels.map(({ sender, price }) => ({ sender, sku: firstOf(sender), price }))
        : [],
    toProvinces: varies
      ? Object.fromEntries(provinceCodes.map((code) => [code, to(code).parcels.map(({ price }) => price)]))
      : {},
  };
}

const couponLine = ({ sku, total }: CartLineView, offers: Offers) => ({
  ...{ sku, total },
  alcohol: offers?.get(sku)?.alcohol ?? false,
});

/** Lines as the rule for delivery takes them; weight and sender are Medusa's, who charges by them. */
function linesToSend(
  lines: readonly Pick<CartLineView, 'sku' | 'quantity' | 'total'>[],
  offers: Offers,
): LineToSend[] {
  return lines.map(({ sku, quantity, total }) => {
    const offer = offers?.get(sku);
    return { sender: offer?.sender ?? null, packGrams: offer?.grams ?? null, quantity, total };
  });
}
