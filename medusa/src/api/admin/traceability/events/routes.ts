import type { MiddlewareRoute } from '@medusajs/framework/http';
import {
  eventErrorRequest,
  eventsQuery,
  exportQuery,
  stepRequest,
  templateQuery,
} from '@ocop/contract/trace-events';
import { validBody } from '../../../body.ts';
import { validQuery } from '../../../query.ts';

const at = '/admin/traceability/events';

/** What the routes of trace events ask of a request before they see it. */
export const eventRoutes: MiddlewareRoute[] = [
  { matcher: at, methods: ['GET'], middlewares: [validQuery(eventsQuery)] },
  // Read by the route itself: neither JSON-LD nor spreadsheets are among the server's own types.
  { matcher: at, methods: ['POST'], bodyParser: false },
  { matcher: `${at}/table`, methods: ['POST'], bodyParser: false },
  { matcher: `${at}/export`, methods: ['GET'], middlewares: [validQuery(exportQuery)] },
  { matcher: `${at}/table-template`, methods: ['GET'], middlewares: [validQuery(templateQuery)] },
  { matcher: `${at}/form`, methods: ['POST'], middlewares: [validBody(stepRequest)] },
  { matcher: `${at}/take-back`, methods: ['POST'], middlewares: [validBody(eventErrorRequest)] },
];
