import { defineMiddlewares } from '@medusajs/framework/http';
import { cancellationRequest } from '@ocop/contract/order-cancellation';
import { resendRequest } from '@ocop/contract/order-messages';
import { orderLookupRequest } from '@ocop/contract/order-lookup';
import { saveDeliveryPrices } from '@ocop/contract/delivery-prices';
import { orderRequest } from '@ocop/contract/orders';
import { scanBatchSchema } from '@ocop/contract/scan';
import { stockRoutes } from '../ordering/one-place.ts';
import { promotionRoutes } from '../ordering/promotion-routes.ts';
import { moneyRoutes } from '../payment/routes.ts';
import { peopleRoutes } from '../people/routes.ts';
import { signInRoutes } from '../sign-in/routes.ts';
import { eventRoutes } from './admin/traceability/events/routes.ts';
import { lifeCycleRoutes } from './admin/traceability/life-cycle-routes.ts';
import { tracedProductRoutes } from './admin/traceability/products/routes.ts';
import { scanRoutes } from './admin/traceability/scans/routes.ts';
import { reportRoutes } from './admin/traceability/reports/routes.ts';
import { beforeCompletion } from './before-completion.ts';
import { validBody } from './body.ts';
import { reportIntakeRoutes } from './site/stamp-reports/routes.ts';
import { onlyCheckoutRoutes, onlyTheSite } from './guards.ts';

export default defineMiddlewares({
  routes: [
    { matcher: '/site/*', middlewares: [onlyTheSite] },
    { matcher: '/store/*', middlewares: [onlyCheckoutRoutes] },
    {
      matcher: '/store/carts/:id/complete',
      methods: ['POST'],
      middlewares: [beforeCompletion],
    },
    { matcher: '/site/order-lookups', methods: ['POST'], middlewares: [validBody(orderLookupRequest)] },
    { matcher: '/admin/delivery-prices', methods: ['POST'], middlewares: [validBody(saveDeliveryPrices)] },
    { matcher: '/site/orders', methods: ['POST'], middlewares: [validBody(orderRequest)] },
    {
      matcher: '/site/orders/:orderId/cancellation',
      methods: ['POST'],
      middlewares: [validBody(cancellationRequest)],
    },
    {
      matcher: '/site/scans',
      methods: ['POST'],
      bodyParser: { sizeLimit: '256kb' },
      middlewares: [validBody(scanBatchSchema)],
    },
    ...moneyRoutes,
    ...stockRoutes,
    ...promotionRoutes,
    {
      matcher: '/admin/order-messages/:orderId/:kind',
      methods: ['POST'],
      middlewares: [validBody(resendRequest)],
    },
    ...peopleRoutes,
    ...signInRoutes,
    ...lifeCycleRoutes,
    ...tracedProductRoutes,
    ...eventRoutes,
    ...scanRoutes,
    ...reportRoutes,
    ...reportIntakeRoutes,
  ],
});
