/** Fields that several messages share, and what a route needs of a schema. */
import { isPlainDate } from '@ocop/rules/date';
import { isGtin } from '@ocop/rules/digital-link/gtin';
import { STAMP_INDEX_BITS, STAMP_RANGE_BITS } from '@ocop/rules/stamps/stamp-position';
import { z } from 'zod';

/**
 * What a route needs of a schema. Not zod's own type: Medusa brings a zod of another version, whose
 * types do not fit, while every zod 4 checks like this.
 */
export interface Schema<T = unknown> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
}

/** A calendar day in Vietnam, YYYY-MM-DD. */
export const day = z.string().refine(isPlainDate, 'should be a day written YYYY-MM-DD');

export const gtin = z.string().refine(isGtin, 'should be a GTIN with a right check digit');

/** The key epoch in a stamp's code. */
export const epoch = z.string().length(1);

/** Number of a range of stamps, as the code holds it. */
export const range = z
  .int()
  .min(0)
  .max(2 ** STAMP_RANGE_BITS - 1);

/** Position of a stamp in its range, from 0. */
export const index = z
  .int()
  .min(0)
  .max(2 ** STAMP_INDEX_BITS - 1);

/** Codes with a tag of the site's own key, or with a signature that anybody can check. */
export const stampForm = z.enum(['tagged', 'signed']);

/** A segment of a range, ends included; an end left out is the end of the range. */
export const segment = { first: index.optional(), last: index.optional() };

/** A note for the audit log. */
export const note = z.string().trim().min(1).max(500);

/** A text in both languages of the site. */
export const bilingual = z.strictObject({ vi: z.string(), en: z.string() });

/** `limit` (at most 100) items after the first `offset`, as every list is paged. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).default(0),
};

/**
 * Stable ids of a lot's or range's product and producer beside the product's slug: null where the record
 * does not hold them, absent from a Medusa before 0.2.
 */
export const recordIds = { productId: z.string().nullish(), producerId: z.string().nullish() };
