/** `/admin/traceability/stamp-orders/{range}/sheet`, `…/sheet-jobs`, and `/admin/traceability/sheet-jobs/{id}` */
import { SHEET_LAYOUT_NAMES } from '@ocop/stamp-sheet/layout';
import { z } from 'zod';
import { index } from './fields.ts';

const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
const position = z.coerce.number().pipe(index);

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
  first: position.optional(),
  last: position.optional(),
  name: z.string().trim().min(1).max(120).optional(),
});

export type SheetQuery = z.output<typeof sheetQuery>;

/** The most stamps one answer holds. For more a job writes a file, which is fetched when it is done. */
export const STAMPS_IN_AN_ANSWER = 5_000;

/**
 * A file of stamps being written. `done` and `total` count stamps, `bytes` is known when it is done,
 * `problem` where it failed; from `expiresAt` (ISO 8601) on there is no such file.
 */
export const sheetJob = z.object({
  id: z.string(),
  range: z.int(),
  format: z.enum(['pdf', 'csv', 'svg']),
  state: z.enum(['waiting', 'writing', 'done', 'failed']),
  done: z.int(),
  total: z.int(),
  bytes: z.number().nullable(),
  problem: z.enum(['disk-full', 'out-of-memory', 'interrupted', 'broken']).nullable(),
  fileName: z.string(),
  expiresAt: z.string(),
});

export type SheetJob = z.output<typeof sheetJob>;

export const sheetJobAnswer = z.object({ job: sheetJob });

export type SheetJobAnswer = z.output<typeof sheetJobAnswer>;
