import type { MiddlewareRoute } from '@medusajs/framework/http';
import { z } from '@medusajs/framework/zod';
import { reportStates } from '@ocop/rules/stamps/report';
import { validBody } from '../../../body.ts';
import { paging, validQuery } from '../../../query.ts';

const at = '/admin/traceability/reports';

export const reportsQuery = z.strictObject({
  state: z.enum(reportStates).nullable().default(null),
  ...paging,
});

/** `answer` is the staff's own note; left out, the earlier one stays. */
export const reportStepBody = z.strictObject({
  state: z.enum(reportStates),
  answer: z.string().trim().min(1).max(2_000).nullable().default(null),
});

export type ReportsQuery = z.infer<typeof reportsQuery>;
export type ReportStepBody = z.infer<typeof reportStepBody>;

/** What questions about reports and steps with them must look like. */
export const reportRoutes: MiddlewareRoute[] = [
  { matcher: at, methods: ['GET'], middlewares: [validQuery(reportsQuery)] },
  { matcher: `${at}/:id`, methods: ['POST'], middlewares: [validBody(reportStepBody)] },
];
