/** `/admin/traceability/lots` */
import { LOT_CODE_LENGTH, lotKey } from '@ocop/rules/lot-code';
import { z } from 'zod';
import { bilingual, day, gtin, note, paging, recordIds } from './fields.ts';

/** A lot as the record declares it. `product` is the product's slug, `quantity` counts packs. */
export const lotDeclaration = z
  .strictObject({
    code: z.string().trim().min(1).max(LOT_CODE_LENGTH),
    product: z.string().min(1),
    gtin: gtin.nullable(),
    madeOn: day,
    useBy: day.nullable(),
    quantity: z.int().min(1).max(2_147_483_647),
    rawMaterial: bilingual,
    sample: z.boolean(),
  })
  .refine((one) => one.useBy === null || one.useBy >= one.madeOn, {
    path: ['useBy'],
    error: 'should not lie before madeOn',
  });

/** The most lots one request may hold. */
export const LOTS_AT_ONCE = 1_000;

/**
 * Lots to create or correct, each code once; capitals make no other code. `reason`: why registered lots are
 * corrected; without it one that is registered with other facts is refused.
 */
export const lotsRequest = z.strictObject({
  lots: z
    .array(lotDeclaration)
    .min(1)
    .max(LOTS_AT_ONCE)
    .refine((lots) => new Set(lots.map(({ code }) => lotKey(code))).size === lots.length, {
      error: 'should name each lot code once',
    }),
  reason: note.optional(),
});

export type LotsRequest = z.output<typeof lotsRequest>;

/** How many lots were new, corrected, or already so. */
export const lotsRegistered = z.object({
  created: z.int(),
  corrected: z.int(),
  unchanged: z.int(),
});

export type LotsRegistered = z.output<typeof lotsRegistered>;

export const lotsQuery = z.strictObject({
  q: z.string().optional(),
  product: z.string().optional(),
  ...paging,
});

export type LotsQuery = z.output<typeof lotsQuery>;

/** A lot as it is registered, and what became of it. */
export const lotRow = z.object({
  code: z.string(),
  product: z.string(),
  gtin: z.string().nullable(),
  madeOn: z.string(),
  useBy: z.string().nullable(),
  quantity: z.number(),
  rawMaterial: bilingual,
  sample: z.boolean(),
  ...recordIds,
  shippedTo: z.array(z.string()).nullable(),
  stampsOrdered: z.number(),
  stampsActivated: z.number(),
  stampsLive: z.number(),
  recalled: z.boolean(),
});

export const lotList = z.object({ lots: z.array(lotRow), count: z.int() });

export type LotList = z.output<typeof lotList>;

/** The lot of `GET /admin/traceability/lots/{code}`; its orders, recalls and audit log stand beside it. */
export const lotAnswer = z.looseObject({ lot: lotRow });
