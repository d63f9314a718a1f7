import { expect, it } from 'vitest';
import type { CouponAnswer } from '../../medusa-client/coupons.ts';
import { couponView, discountOf } from './coupon-view.ts';

const usable: CouponAnswer = { state: 'usable', code: 'TET', amount: 20_000, minimum: 100_000, skus: null };
const lines = (total: number, alcohol = false) => [{ sku: 'A', total, alcohol }];
const view = (answer: CouponAnswer | null, of = lines(150_000)) => couponView({ code: 'TET', answer }, of);

it('says what a coupon takes off, what is missing, or why it takes nothing', () => {
  expect(view(usable)).toEqual({ code: 'TET', state: 'applied', discount: 20_000, leavesAlcohol: false });
  expect(view(usable, lines(80_000))).toEqual({ code: 'TET', state: 'too-little', missing: 20_000 });
  expect(view(usable, lines(150_000, true))).toEqual({ code: 'TET', state: 'not-for-these' });
  expect(view({ state: 'ended' })).toEqual({ code: 'TET', state: 'ended' });
  expect(view(null)).toEqual({ code: 'TET', state: 'unreachable' });
  expect(couponView(null, lines(1))).toBeNull();
});

it('takes nothing off unless it is applied', () => {
  expect([view(usable), view(null), view({ state: 'used-up' }), null].map(discountOf)).toEqual([
    20_000, 0, 0, 0,
  ]);
});
