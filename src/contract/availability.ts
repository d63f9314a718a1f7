/** `GET /site/availability` */
import { z } from 'zod';

/** One pack on sale. `price` in đồng; `available` counts packs, null where stock is not kept. */
export const offer = z.object({
  sku: z.string(),
  variantId: z.string(),
  price: z.number(),
  available: z.number().nullable(),
});

export const availabilityAnswer = z.object({ offers: z.array(offer) });

export type AvailabilityAnswer = z.output<typeof availabilityAnswer>;
