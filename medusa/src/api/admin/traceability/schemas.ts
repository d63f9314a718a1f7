import { z } from '@medusajs/framework/zod';
import { isPlainDate } from '@ocop/rules/date';
import { isGtin } from '@ocop/rules/gs1';
import { STAMP_INDEX_BITS } from '@ocop/rules/stamp-code';
import { paging } from '../../query.ts';

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

export const lotsQuery = z.strictObject({
  q: z.string().optional(),
  product: z.string().optional(),
  ...paging,
});

const position = z.int().min(0).max(2 ** STAMP_INDEX_BITS - 1);
const part = { first: position.optional(), last: position.optional() };

/** An order of stamps for goods of a product; with a lot they carry it in print. */
export const stampOrderBody = z.strictObject({
  product: z.string().min(1),
  lot: z.string().min(1).nullable(),
  count: z.int().min(1).max(2 ** STAMP_INDEX_BITS),
  form: z.enum(['tagged', 'signed']).default('tagged'),
});

/** Which orders a list should hold. */
export const stampOrdersQuery = z.strictObject({
  state: z.enum(['reserved', 'printed', 'delivered', 'voided']).optional(),
  product: z.string().optional(),
  lot: z.string().optional(),
  ...paging,
});

/** Steps of a range; an end of the part that is left out is the end of the range. */
export const activationBody = z.strictObject({ lot: z.string().min(1), ...part });
export const voidingBody = z.strictObject({ reason: z.string().trim().min(1).max(500), ...part });
export const noBody = z.strictObject({});

export type LotsQuery = z.infer<typeof lotsQuery>;
export type LotsBody = z.infer<typeof lotsBody>;
export type StampOrderBody = z.infer<typeof stampOrderBody>;
export type StampOrdersQuery = z.infer<typeof stampOrdersQuery>;
export type ActivationBody = z.infer<typeof activationBody>;
export type VoidingBody = z.infer<typeof voidingBody>;
