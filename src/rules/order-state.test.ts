import { describe, expect, test } from 'vitest';
import { mayCancel, newsOf, orderStateOf, type OrderState } from './order-state.ts';

describe('orderStateOf', () => {
  test.each([
    ['pending', 'not_fulfilled', 'not_paid', 'placed', false, 'due'],
    ['pending', 'not_fulfilled', 'authorized', 'placed', false, 'due'],
    ['pending', 'canceled', 'authorized', 'placed', false, 'due'],
    ['pending', 'partially_fulfilled', 'authorized', 'packed', true, 'due'],
    ['pending', 'fulfilled', 'partially_authorized', 'packed', false, 'due'],
    ['pending', 'partially_shipped', 'awaiting', 'shipped', true, 'awaited'],
    ['pending', 'shipped', 'partially_captured', 'shipped', false, 'due'],
    ['pending', 'partially_delivered', 'captured', 'delivered', true, 'paid'],
    ['completed', 'delivered', 'captured', 'delivered', false, 'paid'],
    ['completed', 'delivered', 'partially_refunded', 'delivered', false, 'partly-refunded'],
    ['archived', 'delivered', 'refunded', 'delivered', false, 'refunded'],
    ['requires_action', 'not_fulfilled', 'requires_action', 'placed', false, 'due'],
    ['something new', 'something new', 'something new', 'placed', false, 'due'],
  ])('%s, %s, %s', (status, fulfillmentStatus, paymentStatus, delivery, partly, payment) => {
    const state = orderStateOf({ status, fulfillmentStatus, paymentStatus });
    expect(state).toEqual({ canceled: false, delivery, partly, payment });
  });

  test('a cancelled order stays what it was beside', () => {
    const states = { status: 'canceled', fulfillmentStatus: 'canceled', paymentStatus: 'canceled' };
    expect(orderStateOf(states)).toEqual({
      canceled: true,
      delivery: 'placed',
      partly: false,
      payment: 'due',
    });
  });
});

describe('newsOf', () => {
  const placed: OrderState = { canceled: false, delivery: 'placed', partly: false, payment: 'due' };

  test.each([
    [{}, 'placed'],
    [{ delivery: 'packed' }, 'packed'],
    [{ delivery: 'shipped', partly: true }, 'partly-shipped'],
    [{ delivery: 'delivered', payment: 'paid' }, 'delivered'],
    [{ delivery: 'delivered', payment: 'partly-refunded' }, 'delivered'],
    [{ delivery: 'delivered', payment: 'refunded' }, 'refunded'],
    [{ canceled: true, payment: 'refunded' }, 'canceled'],
  ] as const)('%o', (more, news) => expect(newsOf({ ...placed, ...more })).toBe(news));
});

describe('a buyer may take an order back', () => {
  const placed: OrderState = { canceled: false, delivery: 'placed', partly: false, payment: 'due' };
  test.each<[Partial<OrderState>, boolean]>([
    [{}, true],
    [{ canceled: true }, false],
    [{ delivery: 'packed', partly: true }, false],
    [{ delivery: 'shipped' }, false],
    [{ payment: 'awaited' }, true],
    [{ payment: 'paid' }, false],
    [{ payment: 'refunded' }, false],
  ])('%j: %s', (change, may) => {
    expect(mayCancel({ ...placed, ...change })).toBe(may);
  });
});
