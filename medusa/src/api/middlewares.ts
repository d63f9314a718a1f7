import { defineMiddlewares, validateAndTransformBody } from '@medusajs/framework/http';
import { lotsBody, stampOrderBody } from './admin/traceability/schemas.ts';
import { scanBody } from './site/scans/schema.ts';
import { onlyCheckoutRoutes, onlyTheSite } from './guards.ts';

export default defineMiddlewares({
  routes: [
    { matcher: '/site/*', middlewares: [onlyTheSite] },
    { matcher: '/store/*', middlewares: [onlyCheckoutRoutes] },
    { matcher: '/site/scans', methods: ['POST'], middlewares: [validateAndTransformBody(scanBody)] },
    {
      matcher: '/admin/traceability/lots',
      methods: ['POST'],
      bodyParser: { sizeLimit: '2mb' },
      middlewares: [validateAndTransformBody(lotsBody)],
    },
    {
      matcher: '/admin/traceability/stamp-orders',
      methods: ['POST'],
      middlewares: [validateAndTransformBody(stampOrderBody)],
    },
  ],
});
