/** Which of Medusa's promotions are coupons of this shop: a fixed sum in đồng off the goods (decision 0055). */
import { couponCode, isCouponAmount } from '@ocop/rules/coupon';

interface Rule {
  attribute?: unknown;
  operator?: unknown;
  values?: unknown;
}

/** A promotion as Medusa stores it, or as its screen sends it; what is absent was not said. */
export interface PromotionShape {
  code?: unknown;
  type?: unknown;
  is_automatic?: unknown;
  rules?: Rule[] | null | undefined;
  metadata?: Record<string, unknown> | null | undefined;
  application_method?:
    | {
        type?: unknown;
        value?: unknown;
        currency_code?: unknown;
        target_type?: unknown;
        allocation?: unknown;
        target_rules?: Rule[] | null | undefined;
      }
    | null
    | undefined;
}

/** What makes a promotion none that this shop takes. */
export type PromotionFault =
  | 'code'
  | 'automatic'
  | 'kind'
  | 'percentage'
  | 'amount'
  | 'currency'
  | 'target'
  | 'each'
  | 'rules'
  | 'target-rules'
  | 'minimum';

/** Conditions of Medusa's screen that hold for every order of this shop. */
const always: ReadonlySet<unknown> = new Set([
  'region.id',
  'shipping_address.country_code',
  'sales_channel_id',
]);

/** Goods a coupon is for, as Medusa's screen names them. */
const PRODUCT = new Set(['items.product.id', 'product_id', 'product.id', 'items.product_id']);

/** Looks at what is said; what a partial change leaves out is judged as it stands already. */
export function promotionFault({
  code,
  type,
  is_automatic: automatic,
  rules,
  metadata,
  application_method: method,
}: PromotionShape): PromotionFault | null {
  if (code !== undefined && couponCode(String(code)) === null) return 'code';
  if (automatic === true) return 'automatic';
  if (type !== undefined && type !== 'standard') return 'kind';
  if (method?.type === 'percentage') return 'percentage';
  if (method?.value !== undefined && !isCouponAmount(Number(method.value))) return 'amount';
  if (method?.currency_code != null && String(method.currency_code).toLowerCase() !== 'vnd')
    return 'currency';
  if (method?.target_type === 'shipping_methods') return 'target';
  if (method?.allocation != null && method.allocation !== 'across') return 'each';
  if ((rules ?? []).some(({ attribute }) => !always.has(attribute))) return 'rules';
  const isForProducts = ({ attribute, operator }: Rule) =>
    PRODUCT.has(String(attribute)) && (operator === 'in' || operator === 'eq');
  if (!(method?.target_rules ?? []).every(isForProducts)) return 'target-rules';
  const minimum = metadata?.minimum;
  if (minimum != null && minimum !== '' && !isCouponAmount(Number(minimum))) return 'minimum';
  return null;
}

const words: Readonly<Record<PromotionFault, string>> = {
  code: 'Mã chỉ gồm chữ không dấu, số, gạch nối, từ 3 đến 30 ký tự (letters without marks, digits and dashes, 3 to 30)',
  automatic:
    'Mã phải do người mua nhập, không tự động (promotions that apply by themselves are not shown to buyers)',
  kind: 'Chỉ dùng loại giảm tiền (Amount off), không dùng mua X tặng Y (buy X get Y is not taken)',
  percentage:
    'Không dùng phần trăm vì sinh ra số lẻ dưới một đồng; hãy nhập số tiền (percentages make fractions of a đồng: write a sum)',
  amount: 'Số tiền giảm phải là số đồng nguyên, không có dấu chấm, ví dụ 20000 (a whole number of đồng)',
  currency: 'Tiền tệ phải là VND (the currency has to be VND)',
  target: 'Mã chỉ giảm tiền hàng, không giảm phí giao (coupons take nothing off delivery)',
  each: 'Chọn phân bổ Across, không chọn Each (a sum for each piece is not taken)',
  rules: 'Bỏ các điều kiện về khách hàng hay nhóm khách (conditions on customers are not taken)',
  'target-rules': 'Chỉ giới hạn được theo sản phẩm (only products can be named)',
  minimum: 'metadata.minimum phải là số đồng nguyên (has to be a whole number of đồng)',
};

export const promotionWords = (fault: PromotionFault): string => `${words[fault]}. Nothing was saved.`;

/** Ids of the products a promotion is for; null for all. */
export function productsOf({ application_method: method }: PromotionShape): string[] | null {
  const rules = method?.target_rules ?? [];
  if (rules.length === 0) return null;
  const [first = [], ...more] = rules.map(({ values }) => valuesOf(values));
  // Every rule has to hold.
  return first.filter((id) => more.every((ids) => ids.includes(id)));
}

function valuesOf(values: unknown): string[] {
  const list: unknown[] = Array.isArray(values) ? values : [values];
  return list.flatMap((one) => {
    const value: unknown = typeof one === 'object' && one !== null ? (one as { value?: unknown }).value : one;
    return typeof value === 'string' ? [value] : [];
  });
}
