/** `GET /site/recalls`: what everybody may know of recalls, for the site's list and its product pages. */
import { z } from 'zod';
import { bilingual, recordIds } from './fields.ts';

/** The most recalls that are told: those in force first, then the latest that ended. */
export const MOST_PUBLIC_RECALLS = 200;

/**
 * One recall. `product` is the slug, `lot` the code on the package where one is known, with its days;
 * `stamps` counts the stamps it names where it is not about a whole lot. Instants are ISO 8601; `liftedAt`
 * is null while it is in force.
 */
export const publicRecall = z.object({
  id: z.string(),
  scope: z.enum(['lot', 'range', 'serial']),
  product: z.string().nullable(),
  productId: recordIds.productId,
  lot: z.string().nullable(),
  madeOn: z.string().nullable(),
  useBy: z.string().nullable(),
  stamps: z.int().nullable(),
  reason: bilingual,
  advice: bilingual,
  announcedAt: z.string(),
  liftedAt: z.string().nullable(),
});

export type PublicRecall = z.output<typeof publicRecall>;

export const publicRecallsAnswer = z.object({ recalls: z.array(publicRecall) });

export type PublicRecallsAnswer = z.output<typeof publicRecallsAnswer>;
