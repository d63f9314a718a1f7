import type { BigNumberValue } from '@medusajs/framework/types';

/** What an order was made cheaper by, and the coupon's code. Amount in đồng. */
export interface OrderDiscount {
  code: string;
  amount: number;
}

/** Fields that {@link discountOf} reads, beside the items whole. */
export const discountFields = ['item_total', 'original_item_total', 'items.adjustments.code'] as const;

interface DiscountedOrder {
  item_total: BigNumberValue;
  original_item_total?: BigNumberValue | null;
  items: { adjustments?: ({ code?: string | null } | null)[] | null }[];
}

/** The discount of an order; null where there is none. */
export function discountOf({
  item_total: after,
  original_item_total: before,
  items,
}: DiscountedOrder): OrderDiscount | null {
  const amount = Number(before ?? after) - Number(after);
  if (!(amount > 0)) return null;
  const codes = items.flatMap(({ adjustments }) => (adjustments ?? []).flatMap((one) => one?.code ?? []));
  return { code: [...new Set(codes)].join(', '), amount };
}
