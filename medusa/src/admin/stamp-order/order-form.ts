import type { StampOrderRequest } from '@ocop/contract/stamp-orders';
import { typedWhole, type NumberProblem } from '../screen/typed-whole.ts';

export type OrderForm =
  | { ok: true; order: StampOrderRequest }
  | { ok: false; problems: { product?: 'required'; count?: NumberProblem } };

/**
 * An order of stamps as it was typed; a number may be grouped as people do: 10.000 or 10 000. How
 * many one range can hold is the server's to say.
 */
export function readOrderForm(typed: (name: string) => string): OrderForm {
  const count = typedWhole(typed('count'), { least: 1 });
  const product = typed('product');
  if (product === '' || !count.ok) {
    return {
      ok: false,
      problems: {
        ...(product === '' ? { product: 'required' } : {}),
        ...(count.ok ? {} : { count: count.problem }),
      },
    };
  }
  const form = typed('form') === 'signed' ? 'signed' : 'tagged';
  const overReason = typed('overReason');
  return {
    ok: true,
    order: {
      product,
      lot: typed('lot') || null,
      count: count.value,
      form,
      ...(overReason === '' ? {} : { overReason }),
    },
  };
}
