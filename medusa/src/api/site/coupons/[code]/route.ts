import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { CouponAnswer } from '@ocop/contract/coupons';
import { findCoupon } from '../../../../ordering/coupons.ts';

/** What a coupon is at this moment. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const found = await findCoupon(req.scope, req.params.code ?? '');
  if ('fault' in found) {
    res.json({ state: found.fault } satisfies CouponAnswer);
    return;
  }
  const { code, amount, minimum, skus } = found.coupon;
  res.json({ state: 'usable', code, amount, minimum, skus: skus && [...skus] } satisfies CouponAnswer);
}
