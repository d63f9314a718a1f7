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
});

export const availabilityAnswer = z.object({ offers: z.array(offer) });

export type AvailabilityAnswer = z.output<typeof availabilityAnswer>;
