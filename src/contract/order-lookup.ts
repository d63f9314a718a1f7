/** `POST /site/order-lookups`: whoever knows an order's number and telephone may see its receipt; 404 for any other pair. */
import { z } from 'zod';

export const orderLookupRequest = z.object({
  /** As @ocop/rules/order-code reads it. */
  code: z.string().max(20),
  /** In national form. */
  phone: z.string().max(20),
});

export type OrderLookupRequest = z.output<typeof orderLookupRequest>;

export const orderLookupAnswer = z.object({ orderId: z.string() });

export type OrderLookupAnswer = z.output<typeof orderLookupAnswer>;
