/** `GET /site/coupons/{code}`: what a coupon is at this moment. */
import { couponFaults } from '@ocop/rules/coupon';
import { z } from 'zod';

/**
 * `usable` with what the rule reckons with (@ocop/rules/coupon), whole đồng; else why not. 404 from a Medusa of before
 * coupons alone: a code that nobody made is `unknown`.
 */
export const couponAnswer = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('usable'),
    code: z.string(),
    amount: z.int().min(1),
    minimum: z.int().min(1).nullable(),
    skus: z.array(z.string()).nullable(),
  }),
  ...couponFaults.map((fault) => z.object({ state: z.literal(fault) })),
]);

export type CouponAnswer = z.output<typeof couponAnswer>;
