import { describe, expect, test } from 'vitest';
import type { OrderState } from '@ocop/rules/order-state';
import { receiptNews, type ToldOrder } from './receipt-news.ts';

const placed: OrderState = { canceled: false, delivery: 'placed', partly: false, payment: 'due' };
const order = (state: Partial<OrderState>, more: Partial<ToldOrder> = {}): ToldOrder => ({
  ...{ status: 'placed', state: { ...placed, ...state }, refunded: 0, total: 145_000 },
  ...more,
});
const call = /gọi số điện thoại|call the number/;
const pay = /trả 145\.000.*khi nhận|You pay/;

describe.each(['vi', 'en'] as const)('in %s', (lang) => {
  const told = (one: ToldOrder) => {
    const { title, rest } = receiptNews(one, lang);
    return `${title} ${rest}`;
  };

  test('whoever waits is told of the call and the sum', () => {
    for (const delivery of ['placed', 'packed', 'shipped'] as const) {
      expect(told(order({ delivery }))).toMatch(call);
      expect(told(order({ delivery }))).toMatch(pay);
    }
    expect(told(order({ delivery: 'shipped', payment: 'paid' }))).not.toMatch(pay);
  });

  test('nobody who has the goods, or their money back, is told to wait or to pay', () => {
    for (const over of [
      order({ delivery: 'delivered' }),
      order({ delivery: 'delivered', payment: 'paid' }),
      order({ delivery: 'delivered', payment: 'partly-refunded' }, { refunded: 20_000 }),
      order({ delivery: 'delivered', payment: 'refunded' }, { refunded: 145_000 }),
      order({ canceled: true }, { status: 'canceled' }),
    ]) {
      expect(told(over)).not.toMatch(call);
      expect(told(over)).not.toMatch(pay);
    }
  });

  test('money that was given back is told with its sum', () => {
    const some = told(order({ delivery: 'delivered', payment: 'partly-refunded' }, { refunded: 20_000 }));
    expect(some).toMatch(/20[.,]000/);
    expect(told(order({ delivery: 'delivered', payment: 'paid' }))).toMatch(/145[.,]000/);
  });

  test('an order of which a part went is told as a part', () => {
    const words = new Set(
      (['packed', 'shipped', 'delivered'] as const).map((delivery) =>
        told(order({ delivery, partly: true })),
      ),
    );
    expect(words.size).toBe(3);
    for (const said of words) expect(said).toMatch(/Một phần|A part/);
  });

  test('nobody whose money came, or may have, is told that paying is left to do', () => {
    const step = /Còn một bước|step is left/;
    for (const payment of ['transfer', 'card'] as const) {
      const awaited = order({ payment: 'awaited' }, { payment });
      expect(told(awaited)).not.toBe(told({ ...awaited, toPay: false }));
      expect(told({ ...awaited, toPay: false })).not.toMatch(step);
    }
    expect(told(order({ payment: 'awaited' }, { payment: 'card' }))).toMatch(step);
  });

  test('a Medusa that tells no state is believed as far as it goes', () => {
    expect(told({ status: 'placed', total: 145_000 })).toMatch(pay);
    expect(receiptNews({ status: 'canceled', total: 145_000 }, lang)).toMatchObject({ tone: 'bad' });
  });
});
