/** Terms for buying much of a product at once; each fact may be missing, and one of them has to be there. */
import { z } from 'zod';
import { sources } from './schema.ts';
import { text } from './text-schema.ts';

const whole = (hint: string, most: number) =>
  z.int({ error: hint }).min(1, { error: hint }).max(most, { error: hint }).nullable().default(null);
const words = text.nullable().default(null);

const unitHint =
  'missing; write what "minimum" and "monthly" count, for example { vi: thùng 12 chai, en: case of 12 bottles }';

export const wholesaleSchema = z
  .strictObject({
    unit: words,
    minimum: whole('write the least that is sold wholesale as a whole number of units', 1_000_000),
    leadDays: whole('write the days from order to dispatch as a whole number, 1 to 365', 365),
    monthly: whole('write how many units can be made in a month as a whole number', 10_000_000),
    shelfLife: words,
    storage: words,
    packaging: words,
    sources,
  })
  .superRefine(({ unit, minimum, leadDays, monthly, shelfLife, storage, packaging }, context) => {
    if (unit === null && (minimum !== null || monthly !== null)) {
      context.addIssue({ code: 'custom', path: ['unit'], message: unitHint });
    }
    if ([minimum, leadDays, monthly, shelfLife, storage, packaging].every((fact) => fact === null)) {
      const message =
        'write at least one of minimum, leadDays, monthly, shelfLife, storage, packaging, or take "wholesale:" out';
      context.addIssue({ code: 'custom', path: [], message });
    }
  })
  .nullable()
  .default(null);
