import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';
import type { OrderLookupAnswer, OrderLookupRequest } from '@ocop/contract/order-lookup';
import { normalisePhone } from '@ocop/rules/phone';

interface OrderRow {
  id: string;
  shipping_address: { phone: string | null } | null;
}

/** The order of a number and a telephone that belong together; the same 404 whichever of them is wrong. */
export async function POST(req: MedusaRequest<OrderLookupRequest>, res: MedusaResponse): Promise<void> {
  const { code, phone } = req.validatedBody;
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'order',
    fields: ['id', 'shipping_address.phone'],
    filters: { custom_display_id: code },
  });
  const [order] = data as OrderRow[];
  if (!order || normalisePhone(order.shipping_address?.phone ?? '') !== phone) {
    res.status(404).json({ reason: 'unknown-order', message: 'No order has this number and telephone.' });
    return;
  }
  res.json({ orderId: order.id } satisfies OrderLookupAnswer);
}
