import type { MiddlewareRoute } from '@medusajs/framework/http';
import { reportRequest } from '@ocop/contract/stamp-report';
import { validBody } from '../../body.ts';

/** What a report must look like. */
export const reportIntakeRoutes: MiddlewareRoute[] = [
  {
    matcher: '/site/stamp-reports',
    methods: ['POST'],
    bodyParser: { sizeLimit: '4mb' },
    middlewares: [validBody(reportRequest)],
  },
];
