import { z } from '@medusajs/framework/zod';
import { isPlainDate } from '@ocop/rules/date';
import { isGtin } from '@ocop/rules/gs1';
import { STAMP_INDEX_BITS } from '@ocop/rules/stamp-code';

const day = z.string().refine(isPlainDate, 'should be a day written YYYY-MM-DD');
const text = z.strictObject({ vi: z.string(), en: z.string() });

const lot = z
  .strictObject({
    code: z.string().min(1).max(20),
    product: z.string().min(1),
    gtin: z.string().refine(isGtin, 'should be a GTIN with a right check digit').nullable(),
    madeOn: day,
    useBy: day.nullable(),
    quantity: z.int().min(1).max(2_147_483_647),
    rawMaterial: text,
    sample: z.boolean(),
  })
  .refine((one) => one.useBy === null || one.useBy >= one.madeOn, {
    path: ['useBy'],
    error: 'should not lie before madeOn',
  });

/** Up to 1,000 lots to create or correct, each code once. */
export const lotsBody = z.strictObject({
  lots: z
    .array(lot)
    .min(1)
    .max(1_000)
    .refine((lots) => new Set(lots.map(({ code }) => code)).size === lots.length, {
      error: 'should name each lot code once',
    }),
});

/** An order of stamps for one lot; `epoch` is the key that the orderer will build codes with. */
export const stampOrderBody = z.strictObject({
  lot: z.string().min(1),
  count: z.int().min(1).max(2 ** STAMP_INDEX_BITS),
  epoch: z.string().regex(/^[0-9A-HJKMNP-TV-Z]$/, 'should be one character of Crockford base 32'),
});

export type LotsBody = z.infer<typeof lotsBody>;
export type StampOrderBody = z.infer<typeof stampOrderBody>;
