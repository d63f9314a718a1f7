import type { MiddlewareRoute } from '@medusajs/framework/http';
import { scanSummaryQuery, suspiciousQuery } from '@ocop/contract/scan-statistics';
import { validQuery } from '../../../query.ts';

const at = '/admin/traceability/scans';

/** What questions about scans must look like. */
export const scanRoutes: MiddlewareRoute[] = [
  { matcher: `${at}/summary`, methods: ['GET'], middlewares: [validQuery(scanSummaryQuery)] },
  { matcher: `${at}/suspicious`, methods: ['GET'], middlewares: [validQuery(suspiciousQuery)] },
];
