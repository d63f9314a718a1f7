import { describe, expect, test } from 'vitest';
import type { MoneyEntry } from './money-ledger.ts';
import { statementLines, statementSums } from './producer-statement.ts';

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
