import { addDong, timesDong } from '@ocop/rules/money';
import { countPieces, type Cart, type CartItem } from './cart.ts';
import type { Offers } from './changes.ts';
import { heldKinds, type HeldKind } from './held.ts';

/** Why a line cannot be ordered as it stands. */
export type LineProblem =
  | { kind: 'withdrawn' | 'sold-out' }
  /** Shown and not ordered here. */
  | { kind: 'alcohol' }
  /** Not sold until staff decide (decision 0044). */
  | { kind: HeldKind }
  | { kind: 'less-left'; left: number };

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

/** A cart checked against today's stock and prices. Amounts in đồng. */
export interface CartView {
  lines: CartLineView[];
  /** Pieces in all lines together. */
  count: number;
  /** Sum of the lines that can still be bought. */
  subtotal: number;
  /** Whether anything in it can be bought; else there is nothing to add up, and no delivery either. */
  orderable: boolean;
  /** `null` when the delivery price could not be asked, or nothing is delivered. */
  shipping: number | null;
  total: number;
  /** Whether at least one line must change before an order is possible. */
  blocked: boolean;
  /** Whether some price differs from when the buyer put it in. */
  pricesChanged: boolean;
}

function problemOf(line: CartItem, offers: Offers): LineProblem | null {
  if (offers === null) return null;
  const offer = offers.get(line.sku);
  if (!offer) return { kind: 'withdrawn' };
  if (offer.barred) return { kind: offer.barred };
  if (offer.held) return { kind: heldKinds[offer.held] };
  if (offer.available === null || offer.available >= line.quantity) return null;
  return offer.available <= 0 ? { kind: 'sold-out' } : { kind: 'less-left', left: offer.available };
}

/**
 * Checks a cart line by line against what is on sale now.
 * @param offers prices and stock by sku; `null` when they are not known, then nothing is judged
 * @param shipping price of delivery in đồng, `null` when not known
 */
export function cartView(cart: Cart, offers: Offers, shipping: number | null): CartView {
  const lines = cart.items.map((line): CartLineView => {
    const problem = problemOf(line, offers);
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
  const delivery = buyable.length > 0 ? shipping : null;
  return {
    lines,
    count: countPieces(cart),
    orderable: buyable.length > 0,
    subtotal,
    shipping: delivery,
    total: addDong(subtotal, delivery ?? 0),
    blocked: lines.some((line) => line.problem !== null),
    pricesChanged: buyable.some((line) => line.priceBefore !== null),
  };
}

/** Whether a line can only be taken out: nothing of it can be bought. */
export function isGone(line: CartLineView): boolean {
  return line.problem !== null && line.problem.kind !== 'less-left';
}
