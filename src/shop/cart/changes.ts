import type { CurrentOffer } from '../../medusa-client/site-routes.ts';
import { newCart, type Cart, type CartItem } from './cart.ts';
import { heldKinds, type HeldKind } from './held.ts';
import { MAX_QUANTITY } from './quantity.ts';
import { sharedShortage } from './shared-stock.ts';

/** What a buyer asked of the cart. `quantity` in pieces. */
export type CartChange =
  | { action: 'add'; sku: string; quantity: number }
  | { action: 'set'; sku: string; quantity: number }
  | { action: 'remove'; sku: string };

/** What came of it. Unless `done`, the cart is as it was. */
export type CartOutcome =
  | { kind: 'done' }
  | {
      kind: 'withdrawn' | 'alcohol' | HeldKind | 'sold-out' | 'too-many' | 'too-many-kinds' | 'nothing-there';
    }
  | { kind: 'less-left'; left: number; inCart: number }
  /** `part`, by its SKU, is in other lines of the cart too; `left`: packs that can be had beside them. */
  | { kind: 'shared-short'; left: number; inCart: number; part: string | null }
  /** Prices and stock are not known: Medusa has not answered since the site started. */
  | { kind: 'not-reached' };

/** Prices and stock by sku, `null` when unknown. */
export type Offers = ReadonlyMap<string, CurrentOffer> | null;

/** More kinds of goods than a cart of people has; they are kept in one cookie. */
export const MOST_KINDS = 40;

/** What came of several changes, in their order, and the cart after them; null where there is none. */
export interface CartChanged {
  outcomes: CartOutcome[];
  cart: Cart | null;
}

/**
 * Makes several changes one after the other; one that cannot be made leaves the others alone. Stock is
 * judged by the site's list, a few seconds old; Medusa has the last say when the cart is ordered.
 * @param cart the remembered cart, `null` when the browser has none; it is not changed itself
 */
export function changeCart(cart: Cart | null, offers: Offers, changes: readonly CartChange[]): CartChanged {
  const now = structuredClone(cart) ?? newCart();
  const outcomes = changes.map((change) => changeLine(now, offers, change));
  return { outcomes, cart: now.items.length > 0 || cart !== null ? now : null };
}

function changeLine({ items }: Cart, offers: Offers, change: CartChange): CartOutcome {
  const item = items.find(({ sku }) => sku === change.sku);
  if (change.action === 'remove' || (change.action === 'set' && change.quantity === 0)) {
    if (!item) return { kind: 'nothing-there' };
    items.splice(items.indexOf(item), 1);
    return { kind: 'done' };
  }
  if (change.action === 'set' && !item) return { kind: 'nothing-there' };
  const inCart = item?.quantity ?? 0;
  const wanted = change.action === 'add' ? inCart + change.quantity : change.quantity;
  if (wanted > MAX_QUANTITY) return { kind: 'too-many' };
  if (!item && items.length >= MOST_KINDS) return { kind: 'too-many-kinds' };
  if (offers === null) return { kind: 'not-reached' };
  const offer = offers.get(change.sku);
  const obstacle = offer
    ? (obstacleOf(offer, wanted, inCart) ??
      sharedObstacle({ sku: change.sku, wanted, inCart }, items, offers))
    : { kind: 'withdrawn' as const };
  if (obstacle !== null || !offer) return obstacle ?? { kind: 'withdrawn' };
  put(items, item, { sku: change.sku, quantity: wanted, price: offer.price });
  return { kind: 'done' };
}

function obstacleOf(offer: CurrentOffer, wanted: number, inCart: number): CartOutcome | null {
  if (offer.barred) return { kind: offer.barred };
  if (offer.held) return { kind: heldKinds[offer.held] };
  if (offer.available === null || offer.available >= wanted) return null;
  return offer.available <= 0 ? { kind: 'sold-out' } : { kind: 'less-left', left: offer.available, inCart };
}

function sharedObstacle(
  { sku, wanted, inCart }: { sku: string; wanted: number; inCart: number },
  items: readonly CartItem[],
  offers: ReadonlyMap<string, CurrentOffer>,
): CartOutcome | null {
  // Fewer than before is always allowed: it mends what is short.
  if (wanted <= inCart) return null;
  const short = sharedShortage({ sku, quantity: wanted }, items, offers);
  return short && { kind: 'shared-short', left: short.left, inCart, part: short.part };
}

/** The buyer has seen the price of this moment on the page the change was made from, or sees it now. */
function put(items: CartItem[], known: CartItem | undefined, item: CartItem): void {
  if (known) items[items.indexOf(known)] = item;
  else items.push(item);
}
