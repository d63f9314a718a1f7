import { z } from 'zod';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

const offerSchema = z.object({
  sku: z.string(),
  variantId: z.string(),
  price: z.number().transform((amount) => Math.round(amount)),
  available: z.number().nullable(),
});

const availabilitySchema = z
  .object({ offers: z.array(offerSchema) })
  .transform(({ offers }) => offers);

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

const scanAnswerSchema = z.object({
  stamp: z.enum(['active', 'not-activated', 'voided', 'recalled', 'expired']),
  lot: z
    .object({
      code: z.string(),
      product: z.string(),
      madeOn: z.string(),
      useBy: z.string().nullable(),
      rawMaterial: z.object({ vi: z.string(), en: z.string() }).nullable(),
      sample: z.boolean(),
    })
    .nullable(),
  gtin: z.string().nullish().transform((gtin) => gtin ?? null),
  scans: z.object({ count: z.number(), firstAt: z.string().nullable() }),
});

/** What Medusa knows of one stamp: its state, the lot it was activated with, and its scan history. */
export type ScanAnswer = z.output<typeof scanAnswerSchema>;

/** One look at a stamp, as sent to Medusa. `device` is an opaque token, never a person's data. */
export interface Scan {
  epoch: string;
  range: number;
  index: number;
  device: string;
  /** When it happened, ISO 8601; absent means now. */
  at?: string;
}

/** A stamp page must answer a weak phone quickly: past this the page shows what it knows itself. */
const SCAN_DEADLINE_MS = 2_500;

/**
 * Records a scan and asks for the stamp's state in one step. `not-found`: the serial lies in no
 * range ever issued.
 */
export function recordScan(medusa: MedusaConnection, scan: Scan): Promise<Result<ScanAnswer>> {
  return medusa.site(scanAnswerSchema, 'scans', {
    method: 'POST',
    body: { ...scan },
    deadlineMs: SCAN_DEADLINE_MS,
  });
}

const rangeSchema = z.discriminatedUnion('issued', [
  z.object({ issued: z.literal(true), gtin: z.string().nullable() }),
  z.object({ issued: z.literal(false) }),
]);

/** Whether a range of stamps was issued, and for which trade item. */
export type RangeAnswer = z.output<typeof rangeSchema>;

/** Looks up the range a code lies in; records nothing. One row, whatever the size of the catalogue. */
export function fetchRange(
  medusa: MedusaConnection,
  epoch: string,
  range: number,
): Promise<Result<RangeAnswer>> {
  return medusa.site(rangeSchema, `stamp-ranges/${encodeURIComponent(epoch)}/${range}`, {
    deadlineMs: SCAN_DEADLINE_MS,
  });
}
