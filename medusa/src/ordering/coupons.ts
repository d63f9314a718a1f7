/** Coupons are promotions of Medusa's that staff make; what one takes off a cart is reckoned by our rule (decision 0055). */
import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils';
import { couponCode, type Coupon, type CouponFault } from '@ocop/rules/coupon';
import { productsOf, promotionFault, type PromotionShape } from './promotions.ts';

/** A coupon with Medusa's id and code of it. */
export interface StoredCoupon extends Coupon {
  promotionId: string;
  /** As staff typed it, which is what Medusa counts uses by. */
  storedCode: string;
}

export type CouponLookup = { coupon: StoredCoupon } | { fault: CouponFault };

interface PromotionRow extends PromotionShape {
  id: string;
  code: string;
  status: string;
  limit: number | null;
  used: number | null;
  campaign: {
    starts_at: string | Date | null;
    ends_at: string | Date | null;
    budget: { type: string; limit: unknown; used: unknown; currency_code: string | null } | null;
  } | null;
}

const fields = [
  ...['id', 'code', 'type', 'status', 'is_automatic', 'limit', 'used', 'metadata'],
  ...['application_method.type', 'application_method.value', 'application_method.currency_code'],
  ...['application_method.target_type', 'application_method.allocation'],
  ...['application_method.target_rules.attribute', 'application_method.target_rules.operator'],
  ...[
    'application_method.target_rules.values.value',
    'rules.attribute',
    'rules.operator',
    'rules.values.value',
  ],
  ...['campaign.starts_at', 'campaign.ends_at', 'campaign.budget.type', 'campaign.budget.limit'],
  'campaign.budget.used',
];

/** Finds a coupon by its code, in whatever letters staff and buyer typed it, and judges whether it can be used now. */
export async function findCoupon(
  container: MedusaContainer,
  typed: string,
  now = new Date(),
): Promise<CouponLookup> {
  const code = couponCode(typed);
  const id = code === null ? null : await promotionIdOf(container, code);
  if (code === null || id === null) return { fault: 'unknown' };
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: 'promotion', fields, filters: { id } });
  const promotion = data[0] as unknown as PromotionRow | undefined;
  if (promotion?.status !== 'active') return { fault: 'unknown' };
  const fault = promotionFault(promotion) === null ? faultNow(promotion, now) : 'unsuited';
  if (fault !== null) return { fault };
  const products = productsOf(promotion);
  const minimum = promotion.metadata?.minimum;
  return {
    coupon: {
      code,
      storedCode: promotion.code,
      promotionId: promotion.id,
      amount: Number(promotion.application_method?.value),
      minimum: minimum == null || minimum === '' ? null : Number(minimum),
      skus: products && (await skusOf(container, products)),
    },
  };
}

/** Medusa compares codes letter by letter; the exact spelling goes first where staff made two. */
async function promotionIdOf(container: MedusaContainer, code: string): Promise<string | null> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: { id: string }[] }>(
      `select id from promotion where upper(trim(code)) = ? and deleted_at is null
     order by code = ? desc, status = 'active' desc, created_at limit 1`,
      [code, code],
    );
  return rows[0]?.id ?? null;
}

/** What of a promotion's limits and days matters; `now` decides about the days. */
export function faultNow(
  { limit, used, campaign, application_method: method }: Limits,
  now: Date,
): CouponFault | null {
  if (campaign?.starts_at != null && new Date(campaign.starts_at) > now) return 'not-yet';
  if (campaign?.ends_at != null && new Date(campaign.ends_at) < now) return 'ended';
  if (limit !== null && (used ?? 0) >= limit) return 'used-up';
  const budget = campaign?.budget;
  if (budget?.limit == null) return null;
  // Buyers order as guests: nobody can count uses by a customer.
  if (budget.type === 'use_by_attribute') return 'unsuited';
  // Medusa refuses an order whose discount is more than what is left of a sum to spend.
  const next = budget.type === 'spend' ? Number(method?.value) : 1;
  return Number(budget.used ?? 0) + next > Number(budget.limit) ? 'used-up' : null;
}

type Limits = Pick<PromotionRow, 'limit' | 'used' | 'campaign' | 'application_method'>;

async function skusOf(container: MedusaContainer, productIds: string[]): Promise<string[]> {
  if (productIds.length === 0) return [];
  const variants = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ product_id: productIds }, { select: ['sku'], take: 1_000 });
  return variants.flatMap(({ sku }) => sku ?? []);
}
