/** Addresses in the files of the record. */
import { detailInEnglish } from '@ocop/rules/place/place-line';
import { z } from 'zod';
import { line, text } from './text-schema.ts';

const detailHint = 'write the hamlet or street in Vietnamese, or "vi:" and "en:" below it, or null';
// Real addresses are written once; what English says of a hamlet or street follows from it.
const detail = z.union([line(detailHint).transform((vi) => ({ vi, en: detailInEnglish(vi) })), text], {
  error: detailHint,
});

const current = z.strictObject(
  {
    province: z
      .string({ error: 'write the two-digit province code in quotes, for example "24"' })
      .regex(/^\d{2}$/, { error: 'write the two-digit province code in quotes, for example "24"' }),
    commune: z
      .string({ error: 'write the five-digit commune code in quotes, for example "09301"' })
      .regex(/^\d{5}$/, {
        error: 'write the five-digit commune code in quotes, for example "09301"',
      })
      .nullable(),
    detail: detail.nullable().default(null),
    status: z.enum(['confirmed', 'needs-confirmation'], {
      error: 'write confirmed, or needs-confirmation where the old commune was split or is unknown',
    }),
  },
  { error: 'write "province:", "commune:" and "status:"' },
);

/** As the paper prints it, and the same place under the units of today. */
export const address = z.strictObject(
  {
    printed: line('write the address as the paper prints it, or null').nullable(),
    current: current.nullable(),
  },
  { error: 'write "printed:" and "current:"' },
);
