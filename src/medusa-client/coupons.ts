import { couponAnswer, type CouponAnswer } from '@ocop/contract/coupons';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

export type { CouponAnswer };

/** What a coupon is at this moment; `not-found`: a Medusa before coupons. */
export function fetchCoupon(medusa: MedusaConnection, code: string): Promise<Result<CouponAnswer>> {
  return medusa.site(couponAnswer, `coupons/${encodeURIComponent(code)}`);
}
