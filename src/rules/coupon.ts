/**
 * Coupons: a fixed sum off an order (decision 0055). Both the site, which shows the total, and Medusa, which charges
 * it, reckon with this rule. Whole đồng throughout; percentages make fractions of a đồng and are not taken.
 */
import { addDong, divideDong, isDong, type Dong } from './money.ts';
import { LEAST_PRICE } from './sale-hold.ts';

/** A coupon that can be used at this moment. */
export interface Coupon {
  /** In capitals. */
  code: string;
  amount: Dong;
  /** Sum of the goods it counts for from which on it can be used; null for any. */
  minimum: Dong | null;
  /** SKUs of the packs it is for; null for all. */
  skus: readonly string[] | null;
}

/** Why a coupon cannot be used, whatever is in the cart. `unsuited`: staff made one that this shop does not take. */
export const couponFaults = ['unknown', 'not-yet', 'ended', 'used-up', 'unsuited'] as const;

export type CouponFault = (typeof couponFaults)[number];

/** One line of a cart as a coupon sees it. */
export interface CouponLine {
  sku: string;
  /** Price of all its pieces. */
  total: Dong;
  /** Alcohol has no part in coupons: no line of it is made cheaper, and none counts for a minimum. */
  alcohol: boolean;
}

/** What a coupon comes to. `shares`: what each line becomes cheaper by, in the order of the lines. */
export type CouponOutcome =
  | { kind: 'applied'; discount: Dong; shares: Dong[] }
  | { kind: 'not-for-these' }
  | { kind: 'too-little'; missing: Dong };

const SHAPE = /^[A-Z0-9](?:[A-Z0-9_-]{1,28}[A-Z0-9])$/;

/** A code as it is compared: capitals, without room around it; null for what no code can be. */
export function couponCode(typed: string | null | undefined): string | null {
  const code = (typed ?? '').normalize('NFKC').trim().toUpperCase();
  return SHAPE.test(code) ? code : null;
}

/**
 * What a coupon takes off a cart. It never takes more than the goods it is for, and leaves at least the least price
 * of anything to be paid: an order of nothing would have nothing to pay and nothing to transfer.
 */
export function applyCoupon({ amount, minimum, skus }: Coupon, lines: readonly CouponLine[]): CouponOutcome {
  const counts = ({ sku, alcohol }: CouponLine) => !alcohol && (skus === null || skus.includes(sku));
  const eligible = lines.map((line) => (counts(line) ? line.total : 0));
  const sum = addDong(...eligible);
  const all = addDong(...lines.map(({ total }) => total));
  if (sum === 0) return { kind: 'not-for-these' };
  if (minimum !== null && sum < minimum) return { kind: 'too-little', missing: minimum - sum };
  const discount = Math.min(amount, sum, Math.max(0, all - LEAST_PRICE));
  if (discount === 0) return { kind: 'not-for-these' };
  return { kind: 'applied', discount, shares: divideDong(discount, eligible) };
}

/** Whether a sum can be that of a coupon. */
export const isCouponAmount = (amount: unknown): amount is Dong => isDong(amount) && amount >= 1;
