import { withQuery } from '../server/ask.ts';

/** Where the server tells of orders as clerks need them. */
export const ORDER_DESK = '/admin/order-desk';

/** Address of an order's packing slip, which the browser opens by itself to be printed. */
export function slipAddress(
  id: string,
  { lang, size, producer }: { lang: 'vi' | 'en'; size: 'a6' | 'a5'; producer?: string | null },
): string {
  return withQuery(`${ORDER_DESK}/${encodeURIComponent(id)}/slip`, { lang, size, producer });
}

/** A `tel:` address of what a buyer typed as their number; null where it holds no digit. */
export function telAddress(phone: string): string | null {
  const number = phone.replace(/[^\d+]/g, '');
  return /\d/.test(number) ? `tel:${number}` : null;
}
