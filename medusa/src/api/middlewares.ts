import { defineMiddlewares } from '@medusajs/framework/http';
import { lotsBody, stampOrderBody } from './admin/traceability/schemas.ts';
import { validBody } from './body.ts';
import { scansBody } from './site/scans/schema.ts';
import { stampsBody } from './site/stamps/schema.ts';
import { onlyCheckoutRoutes, onlyTheSite } from './guards.ts';

export default defineMiddlewares({
  routes: [
    { matcher: '/site/*', middlewares: [onlyTheSite] },
    { matcher: '/store/*', middlewares: [onlyCheckoutRoutes] },
    {
      matcher: '/site/stamps',
      methods: ['POST'],
      bodyParser: { sizeLimit: '256kb' },
      middlewares: [validBody(stampsBody)],
    },
    {
      matcher: '/site/scans',
      methods: ['POST'],
      bodyParser: { sizeLimit: '256kb' },
      middlewares: [validBody(scansBody)],
    },
    {
      matcher: '/admin/traceability/lots',
      methods: ['POST'],
      bodyParser: { sizeLimit: '2mb' },
      middlewares: [validBody(lotsBody)],
    },
    {
      matcher: '/admin/traceability/stamp-orders',
      methods: ['POST'],
      middlewares: [validBody(stampOrderBody)],
    },
  ],
});
