import { z } from '@medusajs/framework/zod';
import { stampPosition } from '../stamps/schema.ts';

const FIVE_MINUTES_MS = 5 * 60_000;

/** Up to 500 scans as the site noted them down, their codes already verified. */
export const scansBody = z.strictObject({
  scans: z
    .array(
      z.strictObject({
        ...stampPosition.shape,
        id: z.string().min(16).max(64),
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
