/** `/admin/traceability/stamp-orders/{range}/sheet` */
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
