import { addLine, createCart, readCart, removeLine, setLine } from '../../medusa-client/carts.ts';
import type { MedusaCart } from '../../medusa-client/carts.ts';
import type { MedusaConnection } from '../../medusa-client/connection.ts';
import { success } from '../../medusa-client/result.ts';
import type { EdgeError, Result } from '../../medusa-client/result.ts';
import type { CurrentOffer } from '../../medusa-client/site-routes.ts';
import { heldKinds, type HeldKind } from './held.ts';
import { MAX_QUANTITY } from './quantity.ts';

/** What a buyer asked of the cart. `quantity` in pieces. */
export type CartChange =
  | { action: 'add'; sku: string; quantity: number }
  | { action: 'set'; sku: string; quantity: number }
  | { action: 'remove'; sku: string };

/**
 * What came of it. Unless `done`, the cart is as it was. `oldCartGone`: the remembered cart had
 * expired or was already ordered, and a new one was begun.
 */
export type CartOutcome =
  | { kind: 'done'; cart: MedusaCart; oldCartGone: boolean }
  | { kind: 'withdrawn' | 'alcohol' | HeldKind | 'sold-out' | 'too-many' | 'nothing-there' }
  /** `left` is `null` when Medusa refused without a number: sold in the last few seconds. */
  | { kind: 'less-left'; left: number | null; inCart: number }
  | { kind: 'not-reached'; error: EdgeError }
  /** Too many carts were begun or changed from this network: Medusa was not asked. */
  | { kind: 'limited' };

interface CartRoom {
  medusa: MedusaConnection;
  /** Prices and stock by sku, `null` when unknown. */
  offers: ReadonlyMap<string, CurrentOffer> | null;
}

/** The remembered cart while it can still change; `null` when there is none any more. */
async function openCart(medusa: MedusaConnection, cartId: string | null): Promise<Result<MedusaCart | null>> {
  if (cartId === null) return success(null);
  const cart = await readCart(medusa, cartId);
  if (cart.ok) return success(cart.data.completed ? null : cart.data);
  return cart.error.type === 'not-found' ? success(null) : cart;
}

/**
 * Changes a cart as a buyer asked. Stock is checked against the snapshot first, for words with
 * numbers in them; Medusa checks again and has the last say.
 * @param cartId the remembered cart, `null` when the browser has none
 */
export async function changeCart(
  room: CartRoom,
  cartId: string | null,
  change: CartChange,
): Promise<CartOutcome> {
  const { outcomes } = await changeLines(room, cartId, [change]);
  return outcomes[0] ?? { kind: 'nothing-there' };
}

/** What came of several changes, in their order, and the cart after them; null while there is none. */
export interface LinesOutcome {
  outcomes: CartOutcome[];
  cart: MedusaCart | null;
}

/**
 * Makes several changes one after the other. One that cannot be made leaves the others alone; only when
 * Medusa is out of reach the rest is not tried.
 */
export async function changeLines(
  room: CartRoom,
  cartId: string | null,
  changes: readonly CartChange[],
): Promise<LinesOutcome> {
  const open = await openCart(room.medusa, cartId);
  if (!open.ok) {
    return { outcomes: changes.map(() => ({ kind: 'not-reached', error: open.error })), cart: null };
  }
  const oldCartGone = cartId !== null && open.data === null;
  const outcomes: CartOutcome[] = [];
  let cart = open.data;
  let away: CartOutcome | null = null;
  for (const change of changes) {
    const outcome: CartOutcome = away ?? (await changeLine(room, cart, change, oldCartGone));
    if (outcome.kind === 'done') ({ cart } = outcome);
    if (outcome.kind === 'not-reached') away = outcome;
    outcomes.push(outcome);
  }
  return { outcomes, cart };
}

async function changeLine(
  room: CartRoom,
  cart: MedusaCart | null,
  change: CartChange,
  oldCartGone: boolean,
): Promise<CartOutcome> {
  const line = cart?.lines.find((candidate) => candidate.sku === change.sku);

  if (change.action === 'remove' || (change.action === 'set' && change.quantity === 0)) {
    if (!cart || !line) return { kind: 'nothing-there' };
    return outcomeOf(await removeLine(room.medusa, cart.id, line.id), false);
  }
  if (change.action === 'set' && (!cart || !line)) return { kind: 'nothing-there' };

  const inCart = line?.quantity ?? 0;
  const wanted = change.action === 'add' ? inCart + change.quantity : change.quantity;
  if (wanted > MAX_QUANTITY) return { kind: 'too-many' };
  if (room.offers === null) {
    return { kind: 'not-reached', error: { type: 'unreachable', isRetryable: true } };
  }
  const offer = room.offers.get(change.sku);
  if (!offer) return { kind: 'withdrawn' };
  if (offer.barred) return { kind: offer.barred };
  if (offer.held) return { kind: heldKinds[offer.held] };
  const short = shortage(offer, wanted, inCart);
  if (short) return short;

  if (cart && line && change.action === 'set') {
    return refusable(await setLine(room.medusa, cart.id, line.id, wanted), inCart);
  }
  const target = cart ? success(cart) : await createCart(room.medusa);
  if (!target.ok) return { kind: 'not-reached', error: target.error };
  const added = await addLine(room.medusa, target.data.id, offer.variantId, wanted - inCart);
  return refusable(added, inCart, oldCartGone);
}

function shortage(offer: CurrentOffer, wanted: number, inCart: number): CartOutcome | null {
  if (offer.available === null || offer.available >= wanted) return null;
  return offer.available <= 0 ? { kind: 'sold-out' } : { kind: 'less-left', left: offer.available, inCart };
}

function outcomeOf(result: Result<MedusaCart>, oldCartGone: boolean): CartOutcome {
  return result.ok
    ? { kind: 'done', cart: result.data, oldCartGone }
    : { kind: 'not-reached', error: result.error };
}

/** Medusa refuses a quantity only for want of stock: sold in the seconds since the snapshot. */
function refusable(result: Result<MedusaCart>, inCart: number, oldCartGone = false): CartOutcome {
  if (!result.ok && result.error.type === 'refused') {
    return { kind: 'less-left', left: null, inCart };
  }
  return outcomeOf(result, oldCartGone);
}
