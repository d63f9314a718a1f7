/** `GET /site/receipts/{orderId}`; 404 where there is no such order. */
import { z } from 'zod';

/**
 * What a buyer sees of an order again. `number` is the order's code (@ocop/rules/order-code); a Medusa before
 * 0.2 gives a running number and no commune and province apart. Amounts in whole đồng, `placedAt` ISO 8601,
 * personal data masked.
 */
export const receiptAnswer = z.object({
  number: z.union([z.string(), z.int()]).transform(String),
  placedAt: z.string(),
  status: z.enum(['placed', 'canceled']),
  items: z.array(
    z.object({
      sku: z.string(),
      title: z.string(),
      quantity: z.number(),
      unitPrice: z.number(),
      total: z.number(),
    }),
  ),
  subtotal: z.number(),
  shipping: z.number(),
  total: z.number(),
  payment: z.literal('cod'),
  recipient: z.object({
    name: z.string(),
    phoneMasked: z.string(),
    addressMasked: z.string(),
    commune: z.string().optional(),
    province: z.string().optional(),
  }),
});

export type Receipt = z.output<typeof receiptAnswer>;
