import type { MiddlewareRoute } from '@medusajs/framework/http';
import { auditLogQuery } from '@ocop/contract/audit-log';
import { lotsQuery, lotsRequest } from '@ocop/contract/lots';
import { recallRequest, recallsQuery } from '@ocop/contract/recalls';
import {
  activationRequest,
  emptyRequest,
  stampOrderRequest,
  stampOrdersQuery,
  voidingRequest,
} from '@ocop/contract/stamp-orders';
import { keepPriceRequest } from '@ocop/contract/selling';
import { sheetQuery } from '@ocop/contract/stamp-sheets';
import { endRequest, exceptionRequest, scanErasureRequest, stampQuery } from '@ocop/contract/stamps';
import { validBody } from '../../body.ts';
import { validQuery } from '../../query.ts';

const at = '/admin/traceability';

const posted = (path: string, body: Parameters<typeof validBody>[0]): MiddlewareRoute => ({
  matcher: at + path,
  methods: ['POST'],
  middlewares: [validBody(body)],
});

const withQuery = (path: string, query: Parameters<typeof validQuery>[0]): MiddlewareRoute => ({
  matcher: at + path,
  methods: ['GET'],
  middlewares: [validQuery(query)],
});

/** What requests about lots, stamp orders, single stamps, recalls and the audit log must look like. */
export const lifeCycleRoutes: MiddlewareRoute[] = [
  withQuery('/lots', lotsQuery),
  { ...posted('/lots', lotsRequest), bodyParser: { sizeLimit: '2mb' } },
  withQuery('/stamp-orders', stampOrdersQuery),
  posted('/stamp-orders', stampOrderRequest),
  posted('/stamp-orders/:range/print', emptyRequest),
  posted('/stamp-orders/:range/deliver', emptyRequest),
  posted('/stamp-orders/:range/activate', activationRequest),
  posted('/stamp-orders/:range/void', voidingRequest),
  withQuery('/stamp-orders/:range/sheet', sheetQuery),
  { ...withQuery('/stamp-orders/:range/sheet-jobs', sheetQuery), methods: ['POST'] },
  withQuery('/stamps/:code', stampQuery),
  posted('/stamps/:code/exceptions', exceptionRequest),
  posted('/stamps/:code/exceptions/:kind/end', endRequest),
  posted('/stamps/:code/scans/erase', scanErasureRequest),
  posted('/stamps/:code/warning/lift', endRequest),
  withQuery('/recalls', recallsQuery),
  posted('/recalls', recallRequest),
  posted('/recalls/:id/lift', endRequest),
  posted('/recalls/:id/clear-stock', endRequest),
  posted('/selling/keep-price', keepPriceRequest),
  withQuery('/audit-log', auditLogQuery),
];
