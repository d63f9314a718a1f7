import type { ToldOrder } from './told-order.ts';

/**
 * What the webhook is given to fill a template with. Approved templates take typed, short values, so sums are whole
 * đồng and no sentence is in it. Whoever writes templates relies on these names.
 */
export function webhookParameters(order: ToldOrder) {
  return {
    language: order.lang,
    sample: order.sample,
    parameters: {
      order: order.code,
      placedAt: order.placedAt,
      total: order.total,
      due: order.due,
      refunded: order.refunded,
      receipt: order.receipt,
      ...(order.transfer ? { transfer: order.transfer } : {}),
    },
  };
}
