import { z } from '@medusajs/framework/zod';
import { STAMP_INDEX_BITS, STAMP_RANGE_BITS } from '@ocop/rules/stamp-code';

const FIVE_MINUTES_MS = 5 * 60_000;

/**
 * A scan as the site reports it, its code already verified. `device` null: it could not be told
 * from others, so it always counts. `at` is given for scans that were held back.
 */
export const scanBody = z.strictObject({
  epoch: z.string().length(1),
  range: z.int().min(0).max(2 ** STAMP_RANGE_BITS - 1),
  index: z.int().min(0).max(2 ** STAMP_INDEX_BITS - 1),
  device: z.string().min(8).max(128).nullable(),
  at: z.iso
    .datetime()
    .refine((at) => Date.parse(at) <= Date.now() + FIVE_MINUTES_MS, 'lies in the future')
    .optional(),
});

export type ScanBody = z.infer<typeof scanBody>;
