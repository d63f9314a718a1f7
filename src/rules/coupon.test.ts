import { describe, expect, it, test } from 'vitest';
import { applyCoupon, couponCode, type Coupon, type CouponLine } from './coupon.ts';

const coupon = (amount: number, more: Partial<Coupon> = {}): Coupon => ({
  ...{ code: 'TET', amount, minimum: null, skus: null },
  ...more,
});
const line = (total: number, more: Partial<CouponLine> = {}): CouponLine => ({
  ...{ sku: `S-${total}`, total, alcohol: false },
  ...more,
});

test.each([
  [' tet2039 ', 'TET2039'],
  ['Ｔｅｔ', 'TET'],
  ['GIAM-20K', 'GIAM-20K'],
  ['', null],
  ['A', null],
  ['a b', null],
  ['tết', null],
  ['x'.repeat(40), null],
  ['-AB', null],
])('a code typed as %j is %j', (typed, code) => expect(couponCode(typed)).toBe(code));

describe('a coupon', () => {
  it('is shared out in whole đồng that add up', () => {
    const odd = [line(33_333), line(45_001), line(99_999)];
    const outcome = applyCoupon(coupon(10_000), odd);
    expect(outcome).toMatchObject({ kind: 'applied', discount: 10_000 });
    const shares = outcome.kind === 'applied' ? outcome.shares : [];
    expect(shares.every(Number.isSafeInteger)).toBe(true);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10_000);
  });

  it('never makes a line cost less than nothing, whatever the sums', () => {
    for (const amount of [1, 999, 20_001, 1_000_000]) {
      for (const totals of [[1_000, 1_000], [1_000, 499_999_999, 7_777], [20_000]]) {
        const outcome = applyCoupon(
          coupon(amount),
          totals.map((total) => line(total)),
        );
        if (outcome.kind !== 'applied') continue;
        outcome.shares.forEach((share, at) => expect(share).toBeLessThanOrEqual(totals[at] ?? 0));
        expect(outcome.shares.reduce((sum, share) => sum + share, 0)).toBe(outcome.discount);
      }
    }
  });

  it('leaves something to pay', () => {
    expect(applyCoupon(coupon(50_000), [line(20_000)])).toMatchObject({ discount: 19_000 });
    expect(applyCoupon(coupon(50_000), [line(1_000)])).toEqual({ kind: 'not-for-these' });
  });

  it('leaves alcohol alone, and does not count it', () => {
    const wine = line(500_000, { alcohol: true });
    expect(applyCoupon(coupon(20_000), [wine, line(100_000)])).toMatchObject({ shares: [0, 20_000] });
    expect(applyCoupon(coupon(20_000), [wine])).toEqual({ kind: 'not-for-these' });
    const from = coupon(20_000, { minimum: 300_000 });
    expect(applyCoupon(from, [wine, line(100_000)])).toEqual({ kind: 'too-little', missing: 200_000 });
  });

  it('for some goods counts and changes these alone', () => {
    const some = coupon(20_000, { skus: ['S-100000'], minimum: 100_000 });
    expect(applyCoupon(some, [line(300_000), line(100_000)])).toMatchObject({ shares: [0, 20_000] });
    expect(applyCoupon(some, [line(300_000)])).toEqual({ kind: 'not-for-these' });
  });
});
