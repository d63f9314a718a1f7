import type { MiddlewareRoute } from '@medusajs/framework/http';
import { reportStepRequest, reportsQuery } from '@ocop/contract/stamp-report';
import { validBody } from '../../../body.ts';
import { validQuery } from '../../../query.ts';

const at = '/admin/traceability/reports';

/** What questions about reports and steps with them must look like. */
export const reportRoutes: MiddlewareRoute[] = [
  { matcher: at, methods: ['GET'], middlewares: [validQuery(reportsQuery)] },
  { matcher: `${at}/:id`, methods: ['POST'], middlewares: [validBody(reportStepRequest)] },
];
