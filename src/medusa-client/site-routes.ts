import { z } from 'zod';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

const offerSchema = z.object({
  sku: z.string(),
  variantId: z.string(),
  price: z.number().transform((amount) => Math.round(amount)),
  available: z.number().nullable(),
});

const availabilitySchema = z.object({ offers: z.array(offerSchema) }).transform(({ offers }) => offers);

/** One pack on sale now. `price` in đồng; `available` in pieces, `null` when stock is not counted. */
export type CurrentOffer = z.output<typeof offerSchema>;

/** Every pack on sale with its price and stock of this moment. One query for the whole catalogue. */
export function fetchOffers(medusa: MedusaConnection): Promise<Result<CurrentOffer[]>> {
  return medusa.site(availabilitySchema, 'availability');
}

const receiptSchema = z.object({
  number: z.union([z.string(), z.number()]).transform(String),
  placedAt: z.string(),
  status: z.enum(['placed', 'canceled']).catch('placed'),
  items: z.array(
    z.object({
      sku: z.string().nullable(),
      title: z.string(),
      quantity: z.number(),
      unitPrice: z.number(),
      total: z.number(),
    }),
  ),
  subtotal: z.number(),
  shipping: z.number(),
  total: z.number(),
  recipient: z.object({
    name: z.string(),
    phoneMasked: z.string(),
    addressMasked: z.string(),
  }),
});

/** What a receipt shows: amounts in đồng, the recipient's phone and address already masked by Medusa. */
export type Receipt = z.output<typeof receiptSchema>;

/** The receipt of an order; `not-found` when there is no such order. */
export function fetchReceipt(medusa: MedusaConnection, orderId: string): Promise<Result<Receipt>> {
  return medusa.site(receiptSchema, `receipts/${encodeURIComponent(orderId)}`);
}
