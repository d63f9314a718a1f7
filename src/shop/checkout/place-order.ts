import type { OrderAnswer } from '../../medusa-client/orders.ts';
import { mayHaveHappened } from '../../medusa-client/result.ts';
import type { EdgeError, Result } from '../../medusa-client/result.ts';

/** How one order is sent; each bound to one cart. */
export interface OrderSending {
  send(): Promise<Result<OrderAnswer>>;
  /** Waits a moment before sending it again. */
  pause(): Promise<void>;
}

/**
 * How placing an order ended. Except for `placed` and `unknown` nothing was ordered and the cart is
 * kept. `unknown`: the order was sent and no answer came; asking again with the same cart is safe,
 * it ends at the order that may have been placed.
 */
export type PlaceOutcome =
  | { kind: 'placed'; orderId: string }
  | { kind: 'unknown' }
  /** `total` in đồng, as it would be charged now. */
  | { kind: 'price-changed'; total: number }
  /** A line cannot be had as it stands. */
  | { kind: 'cart-changed' }
  /** No way of delivery is offered there. */
  | { kind: 'no-delivery' }
  /** It is not paid that way here, any more. */
  | { kind: 'no-such-payment' }
  /** The service that takes cards does not answer. */
  | { kind: 'card-unreachable' }
  /** The coupon cannot be used any more, or not for these goods. */
  | { kind: 'coupon-refused' }
  | { kind: 'not-placed'; error: EdgeError };

const TRIES = 3;

/**
 * Places an order. Medusa makes at most one of a cart, so an order whose answer was lost is sent again; only
 * after a silence of the whole deadline the buyer, who has waited long, is asked to look.
 */
export async function placeOrder({ send, pause }: OrderSending): Promise<PlaceOutcome> {
  for (let tries = 1; ; tries += 1) {
    const answer = await send();
    if (answer.ok) return outcomeOf(answer.data);
    const { error } = answer;
    if (!mayHaveHappened(error)) return { kind: 'not-placed', error };
    if (tries === TRIES || error.type === 'timeout') return { kind: 'unknown' };
    await pause();
  }
}

function outcomeOf(answer: OrderAnswer): PlaceOutcome {
  switch (answer.outcome) {
    case 'placed':
      return { kind: 'placed', orderId: answer.orderId };
    case 'price-changed':
      return { kind: 'price-changed', total: Math.round(answer.total) };
    default:
      return { kind: answer.outcome };
  }
}
