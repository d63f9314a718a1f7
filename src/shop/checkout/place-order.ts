import { cartView } from '../cart/cart-view.ts';
import type { MedusaCart } from '../../medusa-client/carts.ts';
import type { ShippingOption } from '../../medusa-client/ordering.ts';
import { mayHaveHappened } from '../../medusa-client/result.ts';
import type { EdgeError, EdgeErrorType, Result } from '../../medusa-client/result.ts';
import type { CurrentOffer } from '../../medusa-client/site-routes.ts';

/** The steps of placing an order, each bound to one cart. */
export interface OrderSteps {
  /** Prices and stock by sku; `fresh` asks for them anew, because the known ones proved wrong. */
  offers(fresh: boolean): Promise<ReadonlyMap<string, CurrentOffer> | null>;
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

/** How often to try before saying that the order could not be placed. */
const TRIES = 3;

/** How often to look for the order after completing gave no clear answer. */
const LOOKS_AFTER_SILENCE = 3;

/** How one try ended; `again`: what it stumbled over may have passed in a moment. */
interface Ended {
  outcome: PlaceOutcome;
  again: boolean;
}

/** A value to go on with, or an early end. */
type Step<T> = { ok: true; value: T } | { ok: false; end: Ended };

/**
 * Places the order of one cart, paid on delivery. Safe to call twice, also at the same time: the
 * second call finds the cart completed and ends at the same order. Two calls that prepare the same
 * cart at once throw away each other's payment sessions; then both prepare again, and each try
 * begins by looking whether the other one has placed the order.
 * @param agreedTotal what the buyer was shown, đồng; a different total asks the buyer again
 */
export async function placeOrder(steps: OrderSteps, agreedTotal: number): Promise<PlaceOutcome> {
  for (let tries = 1; ; tries += 1) {
    const ready = await prepare(steps, agreedTotal, tries > 1);
    const ended = ready.ok ? await complete(steps) : ready.end;
    if (tries === TRIES || !ended.again) return ended.outcome;
    await steps.pause();
  }
}

async function prepare(steps: OrderSteps, agreedTotal: number, fresh: boolean): Promise<Step<null>> {
  const cart = await steps.readCart();
  if (!cart.ok) {
    return cart.error.type === 'not-found' ? end({ kind: 'cart-gone' }) : failed(cart.error);
  }
  if (cart.data.completed) return proceed(null);

  const offers = await steps.offers(fresh);
  if (offers === null) return failed({ type: 'unreachable', isRetryable: true });
  const view = cartView(cart.data, offers, null);
  if (view.lines.length === 0 || view.blocked) return end({ kind: 'cart-changed' });
  for (const line of view.lines) {
    if (line.priceBefore === null) continue;
    const priced = await steps.priceAnew(line.id, line.quantity);
    if (!priced.ok) return failed(priced.error);
  }

  const addressed = await steps.writeDelivery();
  if (!addressed.ok) return failed(addressed.error);
  const shipped = await ship(steps);
  if (!shipped.ok) return shipped;
  if (shipped.value.total !== agreedTotal) {
    return end({ kind: 'price-changed', total: shipped.value.total });
  }
  // Last, because any change of the total throws earlier payment sessions away.
  const paying = await steps.startPayment();
  return paying.ok ? proceed(null) : failed(paying.error);
}

async function ship(steps: OrderSteps): Promise<Step<MedusaCart>> {
  const options = await steps.shippingOptions();
  if (!options.ok) return failed(options.error);
  const [cheapest] = [...options.data].sort((a, b) => a.amount - b.amount);
  if (!cheapest) {
    return end({ kind: 'not-placed', error: { type: 'refused', isRetryable: false } });
  }
  // Chosen anew even when already on the cart: its price may have changed since.
  const chosen = await steps.chooseShipping(cheapest.id);
  return chosen.ok ? proceed(chosen.data) : failed(chosen.error);
}

async function complete(steps: OrderSteps): Promise<Ended> {
  const completed = await steps.complete();
  if (completed.ok) return placed(completed.data.orderId);
  if (!mayHaveHappened(completed.error)) return failed(completed.error).end;
  for (let look = 0; look < LOOKS_AFTER_SILENCE; look += 1) {
    const cart = await steps.readCart();
    if (cart.ok && cart.data.completed) {
      const again = await steps.complete();
      if (again.ok) return placed(again.data.orderId);
    }
    await steps.pause();
  }
  return { outcome: { kind: 'unknown' }, again: false };
}

/** Errors that leave no doubt and do not pass by themselves within seconds. */
const final: ReadonlySet<EdgeErrorType> = new Set<EdgeErrorType>([
  'unreachable',
  'timeout',
  'unauthorised',
  'not-configured',
  'bad-answer',
]);

/**
 * A step did not work. Medusa refuses for want of stock, and when the cart was completed meanwhile
 * by another request; a look at the cart and fresh stock at the next try tells which.
 */
function failed(error: EdgeError): { ok: false; end: Ended } {
  const outcome: PlaceOutcome =
    error.type === 'refused' ? { kind: 'cart-changed' } : { kind: 'not-placed', error };
  return { ok: false, end: { outcome, again: !final.has(error.type) } };
}

function placed(orderId: string): Ended {
  return { outcome: { kind: 'placed', orderId }, again: false };
}

function proceed<T>(value: T): Step<T> {
  return { ok: true, value };
}

function end(outcome: PlaceOutcome): { ok: false; end: Ended } {
  return { ok: false, end: { outcome, again: false } };
}
