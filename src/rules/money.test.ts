import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDong, divideDong, formatDong, isDong, timesDong } from './money.ts';

const anyAmount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const notDong = [-1, 0.5, 1e16, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53];

describe('isDong', () => {
  it('takes whole amounts of zero or more, and nothing else', () => {
    expect([0, 1, 30_000, Number.MAX_SAFE_INTEGER].every(isDong)).toBe(true);
    expect([...notDong, '30000', null, undefined, 10n].some(isDong)).toBe(false);
  });
});

describe('formatDong', () => {
  it.each([
    [0, '0\u00a0₫'],
    [-0, '0\u00a0₫'],
    [999, '999\u00a0₫'],
    [1000, '1.000\u00a0₫'],
    [30_000, '30.000\u00a0₫'],
    [1_250_000, '1.250.000\u00a0₫'],
    [Number.MAX_SAFE_INTEGER, '9.007.199.254.740.991\u00a0₫'],
  ])('writes %d as %s', (amount, text) => {
    expect(formatDong(amount, 'vi')).toBe(text);
    expect(formatDong(amount, 'en')).toBe(text.replaceAll('.', ','));
  });

  it('can be read back, in groups of three', () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        const text = formatDong(amount, 'vi');
        expect(text).toMatch(/^\d{1,3}(\.\d{3})*\u00a0₫$/);
        expect(Number(text.replace(/[^\d]/g, ''))).toBe(amount);
      }),
    );
  });

  it.each(notDong)('refuses %d', (amount) => {
    expect(() => formatDong(amount, 'vi')).toThrow(RangeError);
  });
});

describe('adding and multiplying', () => {
  it('adds nothing to zero', () => {
    expect(addDong()).toBe(0);
  });

  it('is exact or refused, checked against whole-number arithmetic', () => {
    fc.assert(
      fc.property(fc.array(anyAmount, { maxLength: 6 }), (amounts) => {
        const sum = amounts.reduce((total, amount) => total + BigInt(amount), 0n);
        if (sum > BigInt(Number.MAX_SAFE_INTEGER)) {
          expect(() => addDong(...amounts)).toThrow(RangeError);
        } else expect(BigInt(addDong(...amounts))).toBe(sum);
      }),
    );
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 0, max: 5000 }), (price, quantity) => {
        const total = BigInt(price) * BigInt(quantity);
        if (total > BigInt(Number.MAX_SAFE_INTEGER)) {
          expect(() => timesDong(price, quantity)).toThrow(RangeError);
        } else expect(BigInt(timesDong(price, quantity))).toBe(total);
      }),
    );
  });

  it('refuses broken amounts and quantities', () => {
    for (const bad of notDong) {
      expect(() => addDong(1000, bad)).toThrow(RangeError);
      expect(() => timesDong(bad, 1)).toThrow(RangeError);
      expect(() => timesDong(1000, bad)).toThrow(RangeError);
    }
    expect(() => timesDong(1.5, 2)).toThrow(RangeError);
  });
});

let seed = 11;
const drawn = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;

describe('a sum divided', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [130_000, [100_000, 30_000], [100_000, 30_000]],
    [10, [0, 5], [0, 10]],
    [10, [0, 0], [5, 5]],
    [0, [3, 4], [0, 0]],
    [2, [1, 1, 1, 1, 1], [1, 1, 0, 0, 0]],
    [7, [], []],
  ])('%d by %j is %j', (amount, weights, parts) => expect(divideDong(amount, weights)).toEqual(parts));

  it('is that sum again, no part is off by a đồng, and large sums stay exact', () => {
    for (let round = 0; round < 500; round += 1) {
      const weights = Array.from({ length: 1 + drawn(6) }, () => drawn(2_000_000_000));
      const amount = drawn(2_000_000_000) * 1_000;
      const parts = divideDong(amount, weights);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      weights.forEach((weight, at) =>
        expect(Math.abs((parts[at] ?? NaN) - (amount * weight) / whole)).toBeLessThan(1.01),
      );
    }
  });
});
