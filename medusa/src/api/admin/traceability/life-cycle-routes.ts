import type { MiddlewareRoute } from '@medusajs/framework/http';
import { validBody } from '../../body.ts';
import { validQuery } from '../../query.ts';
import * as schemas from './schemas.ts';

const at = '/admin/traceability';

const posted = (path: string, body: Parameters<typeof validBody>[0]): MiddlewareRoute => ({
  matcher: at + path,
  methods: ['POST'],
  middlewares: [validBody(body)],
});

const asked = (path: string, query: Parameters<typeof validQuery>[0]): MiddlewareRoute => ({
  matcher: at + path,
  methods: ['GET'],
  middlewares: [validQuery(query)],
});

/** What requests about lots, stamp orders, single stamps, recalls and the audit log must look like. */
export const lifeCycleRoutes: MiddlewareRoute[] = [
  asked('/lots', schemas.lotsQuery),
  { ...posted('/lots', schemas.lotsBody), bodyParser: { sizeLimit: '2mb' } },
  asked('/stamp-orders', schemas.stampOrdersQuery),
  posted('/stamp-orders', schemas.stampOrderBody),
  posted('/stamp-orders/:range/print', schemas.noBody),
  posted('/stamp-orders/:range/deliver', schemas.noBody),
  posted('/stamp-orders/:range/activate', schemas.activationBody),
  posted('/stamp-orders/:range/void', schemas.voidingBody),
  asked('/stamp-orders/:range/sheet', schemas.sheetQuery),
  asked('/stamps/:code', schemas.stampQuery),
  posted('/stamps/:code/exceptions', schemas.exceptionBody),
  posted('/stamps/:code/exceptions/:kind/end', schemas.endBody),
  posted('/stamps/:code/scans/erase', schemas.scanErasureBody),
  asked('/recalls', schemas.recallsQuery),
  posted('/recalls', schemas.recallBody),
  posted('/recalls/:id/lift', schemas.endBody),
  asked('/audit-log', schemas.auditLogQuery),
];
