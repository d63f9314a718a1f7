import { z } from '@medusajs/framework/zod';
import { STAMP_INDEX_BITS, STAMP_RANGE_BITS } from '@ocop/rules/stamp-code';

/** A stamp whose code the site verified. `device` null: it could not be told from others. */
export const stampPosition = z.strictObject({
  epoch: z.string().length(1),
  range: z.int().min(0).max(2 ** STAMP_RANGE_BITS - 1),
  index: z.int().min(0).max(2 ** STAMP_INDEX_BITS - 1),
  device: z.string().min(8).max(128).nullable(),
});

/** Up to 500 stamps that readers are waiting for. */
export const stampsBody = z.strictObject({ stamps: z.array(stampPosition).min(1).max(500) });

export type StampsBody = z.infer<typeof stampsBody>;
