import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import type { OrderRequest } from '@ocop/contract/orders';
import { placeOrder } from '../../../ordering/place-order.ts';

/** Places an order, see `@ocop/contract/orders`. Asking again for the same cart answers the same order. */
export async function POST(req: MedusaRequest<OrderRequest>, res: MedusaResponse): Promise<void> {
  res.json(await placeOrder(req.scope, req.validatedBody));
}
