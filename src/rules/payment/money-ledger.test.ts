import { describe, expect, test } from 'vitest';
import { faultsOf, moneyUses, totalsOf, type OrderAccount } from './money-ledger.ts';

const paid: OrderAccount = {
  order: 'MX2345678',
  canceled: false,
  captured: 130_000,
  refunded: 0,
  payments: 1,
  booked: 130_000,
  transfer: { asked: 130_000, came: 130_000, settled: true },
};

describe('an order’s money', () => {
  test('that came once and is booked has no fault, nor has one that waits', () => {
    expect(faultsOf(paid)).toEqual([]);
    expect(faultsOf({ ...paid, transfer: null })).toEqual([]);
    expect(
      faultsOf({
        ...{ ...paid, captured: 0, payments: 0, booked: 0 },
        transfer: { asked: 130_000, came: 0, settled: false },
      }),
    ).toEqual([]);
  });

  test('given back whole or in part has none, also where the order was taken back', () => {
    expect(faultsOf({ ...paid, refunded: 30_000, booked: 100_000 })).toEqual([]);
    expect(faultsOf({ ...paid, canceled: true, refunded: 130_000 })).toEqual([]);
    expect(faultsOf({ ...paid, canceled: true, refunded: 130_000, booked: 0 })).toEqual([]);
  });

  test.each([
    ['fraction', { captured: 130_000.5, booked: 130_000.5, transfer: null }],
    ['paid-twice', { captured: 260_000, booked: 260_000, payments: 2, transfer: null }],
    ['over-refunded', { refunded: 140_000, booked: -10_000 }],
    ['cancelled-and-kept', { canceled: true, refunded: 100_000 }],
    ['books-differ', { booked: 0 }],
    ['not-booked', { captured: 0, booked: 0, payments: 0 }],
    ['other-sum', { transfer: { asked: 131_000, came: 130_000, settled: true } }],
  ] as const)('with %s is told as that alone', (fault, change) => {
    expect(faultsOf({ ...paid, ...change })).toEqual([fault]);
  });
});

test('every sum that came went somewhere', () => {
  let seed = 7;
  const drawn = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 200; round += 1) {
    const entries = Array.from({ length: drawn(30) }, () => ({
      use: moneyUses[drawn(moneyUses.length)] ?? 'paid',
      amount: drawn(1_000_000),
    }));
    const { came, orders, back, open, kept } = totalsOf(entries);
    expect(orders + back + open + kept).toBe(came);
    const told = entries.filter(({ use }) =>
      ['paid', 'doubted', 'kept', 'sent-back', 'unjudged'].includes(use),
    );
    expect(came).toBe(told.reduce((sum, { amount }) => sum + amount, 0));
  }
});
