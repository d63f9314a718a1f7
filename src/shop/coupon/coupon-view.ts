import { applyCoupon, type CouponFault, type CouponLine } from '@ocop/rules/coupon';
import type { CouponAnswer } from '../../medusa-client/coupons.ts';

/** A code that a browser keeps, with what is known of it; `null`: it could not be asked. */
export interface KnownCoupon {
  code: string;
  answer: CouponAnswer | null;
}

/** What a cart says of a coupon. Amounts in đồng. */
export type CouponView = { code: string } & (
  | { state: 'applied'; discount: number; leavesAlcohol: boolean }
  | { state: 'too-little'; missing: number }
  | { state: 'not-for-these' | 'unreachable' | CouponFault }
);

/** What a coupon comes to for the lines of a cart that can be bought; null for no coupon. */
export function couponView(known: KnownCoupon | null, lines: readonly CouponLine[]): CouponView | null {
  if (known === null) return null;
  const { code, answer } = known;
  if (answer === null) return { code, state: 'unreachable' };
  if (answer.state !== 'usable') return { code, state: answer.state };
  const outcome = applyCoupon(answer, lines);
  if (outcome.kind === 'too-little') return { code, state: 'too-little', missing: outcome.missing };
  if (outcome.kind !== 'applied') return { code, state: outcome.kind };
  const leavesAlcohol = lines.some(({ alcohol }) => alcohol);
  return { code, state: 'applied', discount: outcome.discount, leavesAlcohol };
}

/** What a coupon takes off, 0 for one that takes nothing. */
export const discountOf = (coupon: CouponView | null): number =>
  coupon?.state === 'applied' ? coupon.discount : 0;
