import { describe, expect, test } from 'vitest';
import { failure, success, type EdgeErrorType, type Result } from '../../medusa-client/result.ts';
import type { OrderAnswer } from '../../medusa-client/orders.ts';
import { placeOrder } from './place-order.ts';

/** Medusa's answers one after the other; counts how often it was asked. */
function shop(...answers: Result<OrderAnswer>[]) {
  const state = { sent: 0, pauses: 0 };
  const outcome = placeOrder({
    send: () => Promise.resolve(answers[state.sent++] ?? failure('server')),
    pause: () => {
      state.pauses += 1;
      return Promise.resolve();
    },
  });
  return outcome.then((ended) => ({ ...state, ended }));
}

const placed = success<OrderAnswer>({ outcome: 'placed', orderId: 'order_1' });

describe('placing an order', () => {
  test.each([
    [placed, { kind: 'placed', orderId: 'order_1' }],
    [
      success<OrderAnswer>({ outcome: 'price-changed', total: 90_000.4 }),
      { kind: 'price-changed', total: 90_000 },
    ],
    [success<OrderAnswer>({ outcome: 'cart-changed' }), { kind: 'cart-changed' }],
    [success<OrderAnswer>({ outcome: 'no-delivery' }), { kind: 'no-delivery' }],
  ])('an answer is the end of it: %o', async (answer, ended) => {
    expect(await shop(answer)).toEqual({ sent: 1, pauses: 0, ended });
  });

  test.each(['unreachable', 'unauthorised', 'not-configured', 'refused', 'not-found'] as EdgeErrorType[])(
    '%s: nothing was ordered, and it is not sent again',
    async (type) => {
      expect(await shop(failure(type))).toMatchObject({
        sent: 1,
        ended: { kind: 'not-placed', error: { type } },
      });
    },
  );

  test.each(['interrupted', 'server', 'conflict', 'bad-answer'] as EdgeErrorType[])(
    '%s: the order may have been placed, so it is sent again and finds it',
    async (type) => {
      expect(await shop(failure(type), failure(type), placed)).toMatchObject({
        sent: 3,
        pauses: 2,
        ended: { kind: 'placed' },
      });
      expect(await shop(failure(type), failure(type), failure(type), placed)).toMatchObject({
        sent: 3,
        ended: { kind: 'unknown' },
      });
    },
  );

  test('silence until the deadline: the buyer has waited enough and is asked to look', async () => {
    expect(await shop(failure('timeout'), placed)).toMatchObject({ sent: 1, ended: { kind: 'unknown' } });
  });
});
