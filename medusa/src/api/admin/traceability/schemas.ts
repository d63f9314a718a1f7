import { z } from '@medusajs/framework/zod';
import { isPlainDate } from '@ocop/rules/date';
import { isGtin } from '@ocop/rules/digital-link/gtin';
import { STAMP_INDEX_BITS, STAMP_RANGE_BITS } from '@ocop/rules/stamps/stamp-code';
import { SHEET_LAYOUT_NAMES } from '@ocop/stamp-sheet/layout';
import { paging } from '../../query.ts';

const day = z.string().refine(isPlainDate, 'should be a day written YYYY-MM-DD');
const text = z.strictObject({ vi: z.string(), en: z.string() });
const noted = z.string().trim().min(1).max(500);

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

const position = z
  .int()
  .min(0)
  .max(2 ** STAMP_INDEX_BITS - 1);
const part = { first: position.optional(), last: position.optional() };

/** An order of stamps for goods of a product; with a lot they carry it in print. */
export const stampOrderBody = z.strictObject({
  product: z.string().min(1),
  lot: z.string().min(1).nullable(),
  count: z
    .int()
    .min(1)
    .max(2 ** STAMP_INDEX_BITS),
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
export const voidingBody = z.strictObject({ reason: noted, ...part });
export const noBody = z.strictObject({});

const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
const asked = z.coerce.number().pipe(position);

/** How the stamps of a range are to be printed; `name` is the product's on the label. */
export const sheetQuery = z.strictObject({
  format: z.enum(['pdf', 'csv', 'svg']).default('pdf'),
  layout: z.enum(SHEET_LAYOUT_NAMES).default('a4-65'),
  dpi: z
    .enum(['203', '300', '600'])
    .default('300')
    .transform(Number)
    .pipe(z.literal([203, 300, 600])),
  cropMarks: flag.default(false),
  startAt: z.coerce.number().int().min(1).default(1),
  first: asked.optional(),
  last: asked.optional(),
  name: z.string().trim().min(1).max(120).optional(),
});

/** Where the GTIN stands beside a code, it must be the one the code is bound to. */
export const stampQuery = z.strictObject({
  gtin: z.string().refine(isGtin, 'should be a GTIN with a right check digit').optional(),
});

const kind = z.enum(['sold', 'recalled', 'expired', 'voided', 'reported', 'frozen']);
export const exceptionBody = z.strictObject({ kind, note: noted });
export const endBody = z.strictObject({ note: noted });
export const exceptionKind = kind;

const instant = z.iso
  .datetime({
    offset: true,
    error: 'should be a moment written like 2026-11-22T09:00:00+07:00',
  })
  .refine((at) => Date.parse(at) >= 0, 'lies before there were stamps');

/** Which scans of a stamp to erase: those of a window, its ends included, or all where none is given. */
export const scanErasureBody = z
  .strictObject({ from: instant.optional(), until: instant.optional() })
  .refine(({ from, until }) => !from || !until || Date.parse(from) <= Date.parse(until), {
    path: ['until'],
    error: 'should not lie before from',
  });

/** Words buyers read. English may be left out in a hurry; the Vietnamese ones are shown then. */
const words = z.strictObject({
  vi: z.string().trim().min(1).max(1_000),
  en: z.string().trim().max(1_000).default(''),
});
const told = { reason: words, advice: words };
const range = z
  .int()
  .min(0)
  .max(2 ** STAMP_RANGE_BITS - 1);

/** What is called back: a lot, a part of a range, or the stamp with this code. */
export const recallBody = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('lot'), lot: z.string().min(1), ...told }),
  z.strictObject({ scope: z.literal('range'), range, ...part, ...told }),
  z.strictObject({ scope: z.literal('serial'), code: z.string().min(1), ...told }),
]);

export const recallsQuery = z.strictObject({
  open: z.enum(['true', 'false']).default('false'),
  ...paging,
});

export const auditLogQuery = z.strictObject({
  lot: z.string().optional(),
  range: z.coerce.number().pipe(range).optional(),
  ...paging,
});

export type LotsQuery = z.infer<typeof lotsQuery>;
export type LotsBody = z.infer<typeof lotsBody>;
export type StampOrderBody = z.infer<typeof stampOrderBody>;
export type StampOrdersQuery = z.infer<typeof stampOrdersQuery>;
export type ActivationBody = z.infer<typeof activationBody>;
export type VoidingBody = z.infer<typeof voidingBody>;
export type ExceptionBody = z.infer<typeof exceptionBody>;
export type EndBody = z.infer<typeof endBody>;
export type ScanErasureBody = z.infer<typeof scanErasureBody>;
export type RecallBody = z.infer<typeof recallBody>;
export type RecallsQuery = z.infer<typeof recallsQuery>;
export type AuditLogQuery = z.infer<typeof auditLogQuery>;
export type SheetQuery = z.infer<typeof sheetQuery>;
export type StampQuery = z.infer<typeof stampQuery>;
