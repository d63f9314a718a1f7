import type { MiddlewareRoute } from '@medusajs/framework/http';
import { z } from '@medusajs/framework/zod';
import { addDays, isPlainDate, todayInVietnam } from '@ocop/rules/date';
import { paging, validQuery } from '../../../query.ts';

const at = '/admin/traceability/scans';
const day = z.string().refine(isPlainDate, 'should be a day written YYYY-MM-DD');
const today = () => todayInVietnam(new Date());

/** The last thirty days, where the question names none. */
export const summaryQuery = z
  .strictObject({
    from: day.default(() => addDays(today(), -29)),
    to: day.default(today),
    product: z.string().min(1).nullable().default(null),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: 'should not lie before from' });

export const suspiciousQuery = z.strictObject(paging);

export type SummaryQuery = z.infer<typeof summaryQuery>;
export type SuspiciousQuery = z.infer<typeof suspiciousQuery>;

/** What questions about scans must look like. */
export const scanRoutes: MiddlewareRoute[] = [
  { matcher: `${at}/summary`, methods: ['GET'], middlewares: [validQuery(summaryQuery)] },
  { matcher: `${at}/suspicious`, methods: ['GET'], middlewares: [validQuery(suspiciousQuery)] },
];
