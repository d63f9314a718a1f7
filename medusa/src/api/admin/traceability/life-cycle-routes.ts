import type { MiddlewareRoute } from '@medusajs/framework/http';
import { validBody } from '../../body.ts';
import { validQuery } from '../../query.ts';
import { activationBody, lotsBody, lotsQuery, noBody, stampOrderBody, stampOrdersQuery, voidingBody } from './schemas.ts';

const at = '/admin/traceability';

/** What requests about lots, stamp orders, single stamps and recalls must look like. */
export const lifeCycleRoutes: MiddlewareRoute[] = [
  {
    matcher: `${at}/lots`,
    methods: ['POST'],
    bodyParser: { sizeLimit: '2mb' },
    middlewares: [validBody(lotsBody)],
  },
  { matcher: `${at}/lots`, methods: ['GET'], middlewares: [validQuery(lotsQuery)] },
  { matcher: `${at}/stamp-orders`, methods: ['POST'], middlewares: [validBody(stampOrderBody)] },
  { matcher: `${at}/stamp-orders`, methods: ['GET'], middlewares: [validQuery(stampOrdersQuery)] },
  { matcher: `${at}/stamp-orders/:range/print`, methods: ['POST'], middlewares: [validBody(noBody)] },
  { matcher: `${at}/stamp-orders/:range/deliver`, methods: ['POST'], middlewares: [validBody(noBody)] },
  {
    matcher: `${at}/stamp-orders/:range/activate`,
    methods: ['POST'],
    middlewares: [validBody(activationBody)],
  },
  { matcher: `${at}/stamp-orders/:range/void`, methods: ['POST'], middlewares: [validBody(voidingBody)] },
];
