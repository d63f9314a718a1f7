import type { MiddlewareRoute } from '@medusajs/framework/http';
import { tracedProductsRequest } from '@ocop/contract/traced-products';
import { validBody } from '../../../body.ts';

/** What requests about the record's products must look like. */
export const tracedProductRoutes: MiddlewareRoute[] = [
  {
    matcher: '/admin/traceability/products',
    methods: ['POST'],
    bodyParser: { sizeLimit: '1mb' },
    middlewares: [validBody(tracedProductsRequest)],
  },
];
