/** `/admin/traceability/scans`: counted scans, and stamps whose scans look like those of copies. */
import { addDays, todayInVietnam } from '@ocop/rules/date';
import { z } from 'zod';
import { day, paging } from './fields.ts';

const today = () => todayInVietnam(new Date());

/** The last thirty days, where the query names none. */
export const scanSummaryQuery = z
  .strictObject({
    from: day.default(() => addDays(today(), -29)),
    to: day.default(today),
    product: z.string().min(1).nullable().default(null),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'should not lie before from' });

export type ScanSummaryQuery = z.output<typeof scanSummaryQuery>;

/** `province` is null where the network named none. Most first; days in order. */
export const scanSummary = z.object({
  total: z.int(),
  byDay: z.array(z.object({ day: z.string(), count: z.int() })),
  byProvince: z.array(z.object({ province: z.string().nullable(), count: z.int() })),
  byProduct: z.array(z.object({ product: z.string(), count: z.int() })),
});

export type ScanSummary = z.output<typeof scanSummary>;

export const suspiciousQuery = z.strictObject(paging);

export type SuspiciousQuery = z.output<typeof suspiciousQuery>;

/** `code` is null on a server without keys; `reasons` are the rules' own. */
const suspiciousStamp = z.looseObject({
  code: z.string().nullable(),
  range: z.int(),
  index: z.int(),
  product: z.string(),
  lot: z.string().nullable(),
  count: z.int(),
  score: z.number(),
  warnedOn: z.string().nullable().optional(),
  frozen: z.boolean(),
  firstAt: z.string(),
  lastAt: z.string(),
});

export const suspiciousList = z.object({ stamps: z.array(suspiciousStamp), count: z.int() });
