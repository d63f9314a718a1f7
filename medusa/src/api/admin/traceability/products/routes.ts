import type { MiddlewareRoute } from '@medusajs/framework/http';
import { productSearchQuery, tracedProductsRequest } from '@ocop/contract/traced-products';
import { validBody } from '../../../body.ts';
import { validQuery } from '../../../query.ts';

/** What requests about the record's products must look like. */
export const tracedProductRoutes: MiddlewareRoute[] = [
  {
    matcher: '/admin/traceability/products/search',
    methods: ['GET'],
    middlewares: [validQuery(productSearchQuery)],
  },
  {
    matcher: '/admin/traceability/products',
    methods: ['POST'],
    bodyParser: { sizeLimit: '1mb' },
    middlewares: [validBody(tracedProductsRequest)],
  },
];
