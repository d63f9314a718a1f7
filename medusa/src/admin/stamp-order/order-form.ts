import type { StampOrderRequest } from '@ocop/contract/stamp-orders';

export type OrderForm =
  | { ok: true; order: StampOrderRequest }
  | { ok: false; problems: { product?: 'required'; count?: 'countWrong' } };

/**
 * An order of stamps as it was typed; a number may be grouped as people do: 10.000 or 10 000. How
 * many one range can hold is the server's to say.
 */
export function readOrderForm(typed: (name: string) => string): OrderForm {
  const grouped = typed('count');
  const count = /^\d{1,3}([ .,]\d{3})*$|^\d+$/.test(grouped) ? Number(grouped.replace(/[ .,]/g, '')) : NaN;
  const fits = Number.isInteger(count) && count >= 1;
  const product = typed('product');
  if (product === '' || !fits) {
    return {
      ok: false,
      problems: {
        ...(product === '' ? { product: 'required' } : {}),
        ...(fits ? {} : { count: 'countWrong' }),
      },
    };
  }
  const form = typed('form') === 'signed' ? 'signed' : 'tagged';
  return { ok: true, order: { product, lot: typed('lot') || null, count, form } };
}
