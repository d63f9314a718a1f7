import { cartView } from '../cart/cart-view.ts';
import type { MedusaCart } from '../medusa-client/carts.ts';
import type { ShippingOption } from '../medusa-client/ordering.ts';
import { mayHaveHappened } from '../medusa-client/result.ts';
import type { EdgeError, Result } from '../medusa-client/result.ts';
import type { CurrentOffer } from '../medusa-client/site-routes.ts';

/** The steps of placing an order, each bound to one cart. */
export interface OrderSteps {
  offers(): Promise<ReadonlyMap<string, CurrentOffer> | null>;
  readCart(): Promise<Result<MedusaCart>>;
  /** Prices a line anew at today's price; the quantity stays. */
  priceAnew(lineId: string, quantity: number): Promise<Result<MedusaCart>>;
  writeDelivery(): Promise<Result<MedusaCart>>;
  shippingOptions(): Promise<Result<ShippingOption[]>>;
  chooseShipping(optionId: string): Promise<Result<MedusaCart>>;
  startPayment(): Promise<Result<null>>;
  complete(): Promise<Result<{ orderId: string }>>;
  /** Waits a moment before looking again. */
  pause(): Promise<void>;
}

/**
 * How placing an order ended. Except for `placed` and `unknown` nothing was ordered and the cart is
 * kept. `unknown`: the order was sent and no answer came; asking again with the same cart is safe,
 * because a cart becomes one order at most. `price-changed` carries the new total in đồng.
 */
export type PlaceOutcome =
  | { kind: 'placed'; orderId: string }
  | { kind: 'cart-gone' }
  | { kind: 'cart-changed' }
  | { kind: 'price-changed'; total: number }
  | { kind: 'not-placed'; error: EdgeError }
  | { kind: 'unknown' };

/** How often to look for the order after completing gave no clear answer. */
const LOOKS_AFTER_SILENCE = 3;

/** Carries an early end out of the chain of steps. */
type Step<T> = { go: true; value: T } | { go: false; outcome: PlaceOutcome };

/**
 * Places the order of one cart, paid on delivery. Safe to call twice, also at the same time: the
 * second call finds the cart completed and ends at the same order.
 * @param agreedTotal what the buyer was shown, đồng; a different total asks the buyer again
 */
export async function placeOrder(steps: OrderSteps, agreedTotal: number): Promise<PlaceOutcome> {
  const ready = await prepare(steps, agreedTotal);
  return ready.go ? complete(steps) : ready.outcome;
}

async function prepare(steps: OrderSteps, agreedTotal: number): Promise<Step<null>> {
  const cart = await steps.readCart();
  if (!cart.ok) {
    return cart.error.type === 'not-found'
      ? end({ kind: 'cart-gone' })
      : end({ kind: 'not-placed', error: cart.error });
  }
  if (cart.data.completed) return proceed(null);

  const offers = await steps.offers();
  if (offers === null) {
    return end({ kind: 'not-placed', error: { type: 'unreachable', isRetryable: true } });
  }
  const view = cartView(cart.data, offers, null);
  if (view.lines.length === 0 || view.blocked) return end({ kind: 'cart-changed' });
  for (const line of view.lines) {
    if (line.priceBefore === null) continue;
    const priced = await steps.priceAnew(line.id, line.quantity);
    if (!priced.ok) return refusedMeans(steps, priced.error);
  }

  const addressed = await steps.writeDelivery();
  if (!addressed.ok) return refusedMeans(steps, addressed.error);
  const shipped = await ship(steps);
  if (!shipped.go) return shipped;
  if (shipped.value.total !== agreedTotal) {
    return end({ kind: 'price-changed', total: shipped.value.total });
  }
  // Last, because any change of the total throws earlier payment sessions away.
  const paying = await steps.startPayment();
  return paying.ok ? proceed(null) : refusedMeans(steps, paying.error);
}

async function ship(steps: OrderSteps): Promise<Step<MedusaCart>> {
  const options = await steps.shippingOptions();
  if (!options.ok) return refusedMeans(steps, options.error);
  const [cheapest] = [...options.data].sort((a, b) => a.amount - b.amount);
  if (!cheapest) {
    return end({ kind: 'not-placed', error: { type: 'refused', isRetryable: false } });
  }
  // Chosen anew even when already on the cart: its price may have changed since.
  const chosen = await steps.chooseShipping(cheapest.id);
  return chosen.ok ? proceed(chosen.data) : refusedMeans(steps, chosen.error);
}

/**
 * Medusa refuses changes to a cart that was completed meanwhile (the same form sent twice): then the
 * order exists. Otherwise something in the cart can no longer be had.
 */
async function refusedMeans(
  steps: OrderSteps,
  error: EdgeError,
): Promise<{ go: false; outcome: PlaceOutcome }> {
  const cart = await steps.readCart();
  if (cart.ok && cart.data.completed) return end(await complete(steps));
  if (error.type === 'refused') return end({ kind: 'cart-changed' });
  return end({ kind: 'not-placed', error });
}

async function complete(steps: OrderSteps): Promise<PlaceOutcome> {
  const completed = await steps.complete();
  if (completed.ok) return { kind: 'placed', orderId: completed.data.orderId };
  if (!mayHaveHappened(completed.error) && completed.error.type !== 'refused') {
    return { kind: 'not-placed', error: completed.error };
  }
  for (let look = 0; look < LOOKS_AFTER_SILENCE; look += 1) {
    const cart = await steps.readCart();
    if (cart.ok && cart.data.completed) {
      const again = await steps.complete();
      if (again.ok) return { kind: 'placed', orderId: again.data.orderId };
    } else if (cart.ok && completed.error.type === 'refused') {
      return { kind: 'cart-changed' };
    }
    await steps.pause();
  }
  return { kind: 'unknown' };
}

function proceed<T>(value: T): Step<T> {
  return { go: true, value };
}

function end(outcome: PlaceOutcome): { go: false; outcome: PlaceOutcome } {
  return { go: false, outcome };
}
