import { describe, expect, test } from 'vitest';
import type { MoneyEntry } from './money-ledger.ts';
import { divided, statementLines, statementSums } from './producer-statement.ts';

let seed = 11;
const drawn = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;

describe('a sum divided', () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [130_000, [100_000, 30_000], [100_000, 30_000]],
    [10, [0, 5], [0, 10]],
    [10, [0, 0], [5, 5]],
    [0, [3, 4], [0, 0]],
    [2, [1, 1, 1, 1, 1], [1, 1, 0, 0, 0]],
    [7, [], []],
  ])('%d by %j is %j', (amount, weights, parts) => expect(divided(amount, weights)).toEqual(parts));

  test('is that sum again, no part is off by a đồng, and large sums stay exact', () => {
    for (let round = 0; round < 500; round += 1) {
      const weights = Array.from({ length: 1 + drawn(6) }, () => drawn(2_000_000_000));
      const amount = drawn(2_000_000_000) * 1_000;
      const parts = divided(amount, weights);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      weights.forEach((weight, at) =>
        expect(Math.abs((parts[at] ?? NaN) - (amount * weight) / whole)).toBeLessThan(1.01),
      );
    }
  });
});

const entry = (change: Partial<MoneyEntry>): MoneyEntry => ({
  ...{ id: 'e1', at: '2026-11-05T03:00:00.000Z', way: 'cod', use: 'paid', amount: 130_000, order: 'MX1' },
  ...{ source: 'x', reference: null },
  ...change,
});
const parts = new Map([
  [
    'MX1',
    [
      { producer: 'a', goods: 60_000, delivery: 20_000 },
      { producer: 'b', goods: 40_000, delivery: 10_000 },
    ],
  ],
]);

describe('a statement', () => {
  test('divides what came and what went back by what each sent', () => {
    const lines = statementLines([entry({}), entry({ use: 'refunded', amount: 13_000 })], parts);
    expect(lines.get('a')?.map(({ share }) => share)).toEqual([80_000, -8_000]);
    expect(lines.get('b')?.map(({ share }) => share)).toEqual([50_000, -5_000]);
  });

  test('leaves out what is no order’s, what waits for a person, and orders nobody knows', () => {
    const none = [
      entry({ order: null }),
      entry({ use: 'doubted' }),
      entry({ use: 'kept' }),
      entry({ use: 'repeat' }),
      entry({ order: 'MX9' }),
    ];
    expect(statementLines(none, parts).size).toBe(0);
  });

  test('adds up to what is left to be paid', () => {
    const lines =
      statementLines(
        [entry({}), entry({ way: 'transfer' }), entry({ way: 'transfer', use: 'owed' })],
        parts,
      ).get('a') ?? [];
    const sums = statementSums(lines, [
      { kind: 'fee', amount: 4_000 },
      { kind: 'paid-out', amount: 70_000 },
    ]);
    expect(sums).toEqual({
      came: { transfer: 80_000, card: 0, cod: 80_000, other: 0 },
      ...{ back: 80_000, fees: 4_000, paidOut: 70_000, balance: 6_000 },
    });
  });
});
