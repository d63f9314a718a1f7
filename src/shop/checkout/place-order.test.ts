import { describe, expect, test } from 'vitest';
import type { MedusaCart } from '../../medusa-client/carts.ts';
import { failure, success } from '../../medusa-client/result.ts';
import type { EdgeErrorType, Result } from '../../medusa-client/result.ts';
import type { CurrentOffer } from '../../medusa-client/site-routes.ts';
import { placeOrder } from './place-order.ts';
import type { OrderSteps } from './place-order.ts';

const SHIPPING = 30_000;

/** A small Medusa in memory: one cart, one pack, orders counted. */
function shop(options: { cartPrice?: number; price?: number; stock?: number; asked?: number } = {}) {
  const asked = options.asked ?? 2;
  const state = {
    price: options.price ?? 50_000,
    linePrice: options.cartPrice ?? options.price ?? 50_000,
    stock: options.stock ?? 10,
    completed: false,
    gone: false,
    orders: 0,
    paymentTotal: 0,
    shippingChosen: false,
    calls: [] as string[],
    fail: {} as Partial<Record<keyof OrderSteps, EdgeErrorType>>,
  };
  const total = () => state.linePrice * asked + (state.shippingChosen ? SHIPPING : 0);
  const cart = (): MedusaCart => ({
    id: 'cart_1',
    completed: state.completed,
    lines: [
      { id: 'l1', sku: 'A', productSlug: 'a', title: 'A', quantity: asked, unitPrice: state.linePrice },
    ],
    itemTotal: state.linePrice * asked,
    shippingTotal: state.shippingChosen ? SHIPPING : 0,
    total: total(),
    shippingOptionIds: [],
  });
  function step<T>(name: keyof OrderSteps, act: () => Result<T>): () => Promise<Result<T>> {
    return () => {
      state.calls.push(name);
      const type = state.fail[name];
      return Promise.resolve(type ? failure(type) : act());
    };
  }
  const changing =
    <T>(act: () => Result<T>) =>
    (): Result<T> =>
      state.completed ? failure('refused') : act();
  const steps: OrderSteps = {
    offers: () =>
      Promise.resolve(
        new Map<string, CurrentOffer>([
          ['A', { sku: 'A', variantId: 'v', price: state.price, available: state.stock }],
        ]),
      ),
    readCart: step('readCart', () => (state.gone ? failure('not-found') : success(cart()))),
    priceAnew: step(
      'priceAnew',
      changing(() => {
        state.linePrice = state.price;
        return success(cart());
      }),
    ),
    writeDelivery: step(
      'writeDelivery',
      changing(() => success(cart())),
    ),
    shippingOptions: step('shippingOptions', () =>
      success([
        { id: 'so_fast', name: 'fast', amount: 90_000 },
        { id: 'so_1', name: 'plain', amount: SHIPPING },
      ]),
    ),
    chooseShipping: step(
      'chooseShipping',
      changing(() => {
        state.shippingChosen = true;
        return success(cart());
      }),
    ),
    startPayment: step(
      'startPayment',
      changing(() => {
        state.paymentTotal = total();
        return success(null);
      }),
    ),
    complete: step('complete', () => {
      if (!state.completed) {
        if (state.stock < asked) return failure('refused');
        state.completed = true;
        state.orders += 1;
      }
      return success({ orderId: 'order_1' });
    }),
    pause: () => Promise.resolve(),
  };
  return { state, steps };
}

const AGREED = 2 * 50_000 + SHIPPING;

describe('placing an order', () => {
  test('goes through, with the payment opened for the final total', async () => {
    const { state, steps } = shop();
    expect(await placeOrder(steps, AGREED)).toEqual({ kind: 'placed', orderId: 'order_1' });
    expect(state).toMatchObject({ orders: 1, paymentTotal: AGREED });
  });

  test('sent twice one after the other: one order, the same receipt', async () => {
    const { state, steps } = shop();
    await placeOrder(steps, AGREED);
    expect(await placeOrder(steps, AGREED)).toEqual({ kind: 'placed', orderId: 'order_1' });
    expect(state.orders).toBe(1);
  });

  test('sent twice at the same moment: one order, the same receipt', async () => {
    const { state, steps } = shop();
    const both = await Promise.all([placeOrder(steps, AGREED), placeOrder(steps, AGREED)]);
    expect(both).toEqual([
      { kind: 'placed', orderId: 'order_1' },
      { kind: 'placed', orderId: 'order_1' },
    ]);
    expect(state.orders).toBe(1);
  });

  test('completed by another request while this one was preparing', async () => {
    const { state, steps } = shop();
    const write = steps.writeDelivery;
    steps.writeDelivery = () => {
      state.completed = true;
      return write();
    };
    expect(await placeOrder(steps, AGREED)).toEqual({ kind: 'placed', orderId: 'order_1' });
  });

  test('the price rose since the buyer saw it: asked again with the new total, nothing ordered', async () => {
    const { state, steps } = shop({ cartPrice: 50_000, price: 60_000 });
    const newTotal = 2 * 60_000 + SHIPPING;
    expect(await placeOrder(steps, AGREED)).toEqual({ kind: 'price-changed', total: newTotal });
    expect(state.orders).toBe(0);
    expect(await placeOrder(steps, newTotal)).toMatchObject({ kind: 'placed' });
  });

  test('a lower price asks again as well: the receipt must say what the buyer agreed to', async () => {
    const { steps } = shop({ cartPrice: 50_000, price: 40_000 });
    expect(await placeOrder(steps, AGREED)).toMatchObject({ kind: 'price-changed', total: 110_000 });
  });

  test('sold out before: the cart page has to say so', async () => {
    const { state, steps } = shop({ stock: 1 });
    expect(await placeOrder(steps, AGREED)).toEqual({ kind: 'cart-changed' });
    expect(state.calls).not.toContain('complete');
  });

  test('sold out in the last moment: Medusa refuses, the cart is kept', async () => {
    const { state, steps } = shop();
    const pay = steps.startPayment;
    steps.startPayment = () => {
      state.stock = 0;
      return pay();
    };
    expect(await placeOrder(steps, AGREED)).toEqual({ kind: 'cart-changed' });
    expect(state.orders).toBe(0);
  });

  test('the cart expired', async () => {
    const { state, steps } = shop();
    state.gone = true;
    expect(await placeOrder(steps, AGREED)).toEqual({ kind: 'cart-gone' });
  });

  test.each(['readCart', 'writeDelivery', 'shippingOptions', 'chooseShipping', 'startPayment'] as const)(
    'Medusa goes away at %s: surely not placed',
    async (name) => {
      const { state, steps } = shop();
      state.fail[name] = 'unreachable';
      expect(await placeOrder(steps, AGREED)).toMatchObject({ kind: 'not-placed' });
      expect(state.orders).toBe(0);
    },
  );

  test('another request for the same cart got in the way: prepared again, one order', async () => {
    const { state, steps } = shop();
    const pay = steps.startPayment;
    let first = true;
    steps.startPayment = () => {
      if (!first) return pay();
      first = false;
      return Promise.resolve(failure('not-found'));
    };
    expect(await placeOrder(steps, AGREED)).toMatchObject({ kind: 'placed' });
    expect(state.orders).toBe(1);
  });

  test('the payment session was thrown away by another request just before completing', async () => {
    const { state, steps } = shop();
    const complete = steps.complete;
    let first = true;
    steps.complete = () => {
      if (!first) return complete();
      first = false;
      return Promise.resolve(failure('refused'));
    };
    expect(await placeOrder(steps, AGREED)).toMatchObject({ kind: 'placed' });
    expect(state.orders).toBe(1);
  });

  test('a fault that stays ends in "surely not placed", after a few tries', async () => {
    const { state, steps } = shop();
    state.fail.startPayment = 'server';
    expect(await placeOrder(steps, AGREED)).toMatchObject({ kind: 'not-placed' });
    expect(state.calls.filter((call) => call === 'startPayment')).toHaveLength(3);
    expect(state.orders).toBe(0);
  });

  test('no price list: surely not placed', async () => {
    const { steps } = shop();
    steps.offers = () => Promise.resolve(null);
    expect(await placeOrder(steps, AGREED)).toMatchObject({ kind: 'not-placed' });
  });

  test('completing was never sent: surely not placed', async () => {
    const { state, steps } = shop();
    state.fail.complete = 'unreachable';
    expect(await placeOrder(steps, AGREED)).toMatchObject({ kind: 'not-placed' });
  });

  test('completing took effect but the answer was lost: found by looking again', async () => {
    const { state, steps } = shop();
    const complete = steps.complete;
    let first = true;
    steps.complete = async () => {
      const answer = await complete();
      if (!first) return answer;
      first = false;
      return failure('timeout');
    };
    expect(await placeOrder(steps, AGREED)).toEqual({ kind: 'placed', orderId: 'order_1' });
    expect(state.orders).toBe(1);
  });

  test.each(['timeout', 'interrupted', 'server', 'conflict'] as const)(
    'completing gave no answer (%s): unknown, and asking again finds one order',
    async (type) => {
      const { state, steps } = shop();
      state.fail.complete = type;
      expect(await placeOrder(steps, AGREED)).toEqual({ kind: 'unknown' });
      delete state.fail.complete;
      expect(await placeOrder(steps, AGREED)).toMatchObject({ kind: 'placed' });
      expect(state.orders).toBe(1);
    },
  );
});
