/** `/admin/traceability/selling`: packs on sale that are not sold until staff decide. */
import { z } from 'zod';
import { note } from './fields.ts';

/** Keeps a held price; `price` in đồng is the one staff saw, so that another is not kept unseen. */
export const keepPriceRequest = z.strictObject({
  variantId: z.string().min(1),
  price: z.number(),
  note,
});

export type KeepPriceRequest = z.output<typeof keepPriceRequest>;

/** A pack that is held. Prices in đồng, as they were set: of a held price nothing else is certain. */
export const heldPack = z.object({
  variantId: z.string(),
  sku: z.string(),
  /** Medusa's id of the product. */
  productId: z.string(),
  product: z.string(),
  title: z.string(),
  held: z.enum(['price', 'recall', 'part']),
  fault: z.enum(['implausible', 'jump']).nullable(),
  price: z.number(),
  accepted: z.number().nullable(),
});

export type HeldPack = z.output<typeof heldPack>;

export const heldPacks = z.object({ held: z.array(heldPack), count: z.int() });

export type HeldPacks = z.output<typeof heldPacks>;
