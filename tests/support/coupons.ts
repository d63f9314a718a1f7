import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { AdminApi } from '../../scripts/commerce/admin-api.ts';

/** What a coupon of a test is, in Medusa's own words where it differs from a plain one. */
export interface CouponFacts {
  amount: number;
  code?: string;
  limit?: number;
  minimum?: number;
  products?: string[];
  campaign?: { starts_at?: string; ends_at?: string };
}

/** A code no other test uses. */
export const newCode = (): string => `THU-${String(randomInt(1e9)).padStart(9, '0')}`;

/** Makes a coupon as staff do in Medusa's own screen; answers its code and id. */
export async function makeCoupon(admin: AdminApi, facts: CouponFacts): Promise<{ code: string; id: string }> {
  const code = facts.code ?? newCode();
  const { promotion } = await admin.post(
    z.object({ promotion: z.object({ id: z.string(), code: z.string() }) }),
    '/admin/promotions',
    {
      code,
      type: 'standard',
      status: 'active',
      is_automatic: false,
      ...(facts.limit === undefined ? {} : { limit: facts.limit }),
      ...(facts.minimum === undefined ? {} : { metadata: { minimum: facts.minimum } }),
      ...(facts.campaign
        ? { campaign: { name: code, campaign_identifier: code.toLowerCase(), ...facts.campaign } }
        : {}),
      application_method: {
        ...{
          type: 'fixed',
          value: facts.amount,
          currency_code: 'vnd',
          target_type: 'items',
          allocation: 'across',
        },
        ...(facts.products
          ? { target_rules: [{ attribute: 'items.product.id', operator: 'in', values: facts.products }] }
          : {}),
      },
    },
  );
  return promotion;
}
