/** `GET /site/availability` */
import { z } from 'zod';

/**
 * One pack on sale. `price` in đồng; `available` counts packs, null where stock is not kept. `barred`: why
 * it is shown and cannot be ordered; absent from a Medusa before 0.2.
 */
export const offer = z.object({
  sku: z.string(),
  variantId: z.string(),
  price: z.number(),
  available: z.number().nullable(),
  barred: z.enum(['alcohol']).nullish(),
  /**
   * Why it is on sale and not sold at the moment; `available` is 0 then, which is all that a site of before
   * 0.3 reads; one of before gift boxes takes `part` for a price. `price` is the last one that was accepted.
   */
  held: z.enum(['price', 'recall', 'part']).nullish().catch('price'),
  /** Whether it is, or holds, an alcoholic drink, which no coupon makes cheaper; absent from a Medusa before coupons. */
  alcohol: z.boolean().nullish(),
  /**
   * What one pack takes out of stock (@ocop/rules/gift-box), where other packs take from the same pieces or it takes
   * several; absent for any other, and from a Medusa before gift boxes.
   */
  draws: z
    .array(
      z.object({
        item: z.string(),
        sku: z.string().nullable(),
        pieces: z.number().positive(),
        left: z.number(),
      }),
    )
    .nullish()
    .catch(null),
  /** Who sends it, by stable id, and what it weighs as packed, grams; absent from a Medusa before 0.3. */
  sender: z.string().nullish(),
  grams: z.number().nullish(),
});

export const availabilityAnswer = z.object({ offers: z.array(offer) });

export type AvailabilityAnswer = z.output<typeof availabilityAnswer>;
