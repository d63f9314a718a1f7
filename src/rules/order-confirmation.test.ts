import { describe, expect, test } from 'vitest';
import { confirmationReasons, LARGE_SUM } from './order-confirmation.ts';

const order = (total: number, ...lines: [quantity: number, available: number | null][]) => ({
  total,
  lines: lines.map(([quantity, available]) => ({ quantity, available })),
});

describe('an order is confirmed by telephone', () => {
  test.each([
    ['an ordinary one', order(500_000, [2, 40]), []],
    ['the last three pieces', order(500_000, [3, 3]), []],
    ['all of fifteen', order(500_000, [15, 15]), ['scarce-stock']],
    ['just half', order(500_000, [10, 20]), []],
    ['more than half', order(500_000, [11, 20]), ['scarce-stock']],
    ['one line of several', order(500_000, [1, 50], [4, 4]), ['scarce-stock']],
    ['stock that is not kept', order(500_000, [99, null]), []],
    ['exactly the sum', order(LARGE_SUM, [1, 9]), []],
    ['above the sum', order(LARGE_SUM + 1, [1, 9]), ['large-sum']],
    ['both', order(LARGE_SUM * 2, [15, 15]), ['large-sum', 'scarce-stock']],
  ])('%s: %j', (_, asked, reasons) => {
    expect(confirmationReasons(asked)).toEqual(reasons);
  });

  test('from another sum where the shop says so', () => {
    expect(confirmationReasons(order(1_000_001, [1, 9]), 1_000_000)).toEqual(['large-sum']);
  });
});
