import { z } from '@medusajs/framework/zod';
import { STAMP_INDEX_BITS, STAMP_RANGE_BITS } from '@ocop/rules/stamps/stamp-code';

const FIVE_MINUTES_MS = 5 * 60_000;

/** Up to 500 scans as the site noted them down, their codes already verified. */
export const scansBody = z.strictObject({
  scans: z
    .array(
      z.strictObject({
        id: z.string().min(16).max(64),
        epoch: z.string().length(1),
        range: z
          .int()
          .min(0)
          .max(2 ** STAMP_RANGE_BITS - 1),
        index: z
          .int()
          .min(0)
          .max(2 ** STAMP_INDEX_BITS - 1),
        device: z.string().min(8).max(128).nullable(),
        province: z.string().length(2).nullable(),
        at: z.iso
          .datetime()
          .refine((at) => Date.parse(at) <= Date.now() + FIVE_MINUTES_MS, 'lies in the future'),
      }),
    )
    .min(1)
    .max(500),
});

export type ScansBody = z.infer<typeof scansBody>;
