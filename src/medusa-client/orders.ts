import { cancellationAnswer, type CancellationRequest } from '@ocop/contract/order-cancellation';
import { orderLookupAnswer, type OrderLookupRequest } from '@ocop/contract/order-lookup';
import { deliveryAnswer, orderAnswer, type OrderAnswer, type OrderRequest } from '@ocop/contract/orders';
import { flatTable, type DeliveryTable } from '@ocop/rules/delivery-price';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

export type { OrderAnswer, OrderRequest };

/** Longer than Medusa waits for another request with the same cart. */
const ORDER_DEADLINE_MS = 40_000;

/**
 * Places the order of a cart. Asking again for the same cart answers the same order, and is safe whatever
 * came of the request before.
 */
export function sendOrder(medusa: MedusaConnection, request: OrderRequest): Promise<Result<OrderAnswer>> {
  return medusa.site(orderAnswer, 'orders', { method: 'POST', body: request, deadlineMs: ORDER_DEADLINE_MS });
}

const orderId = orderLookupAnswer.transform((answer) => answer.orderId);

/** The id of the order that a number and a telephone belong to; `not-found` for any other pair. */
export function findOrder(medusa: MedusaConnection, pair: OrderLookupRequest): Promise<Result<string>> {
  return medusa.site(orderId, 'order-lookups', { method: 'POST', body: pair });
}

const cancelled = cancellationAnswer.transform((answer) => answer.outcome);

/** Takes an order back; `not-found` where the telephone is not the order's. Asking again is safe. */
export function cancelOrder(
  medusa: MedusaConnection,
  id: string,
  request: CancellationRequest,
): Promise<Result<'canceled' | 'too-late'>> {
  const path = `orders/${encodeURIComponent(id)}/cancellation`;
  return medusa.site(cancelled, path, { method: 'POST', body: request });
}

const table = deliveryAnswer.transform(({ amount, table }): DeliveryTable | null => {
  if (amount === null) return null;
  return table ?? flatTable(Math.max(0, Math.round(amount)));
});

/** What delivery costs; null where the shop delivers nothing. */
export function fetchDeliveryTable(medusa: MedusaConnection): Promise<Result<DeliveryTable | null>> {
  return medusa.site(table, 'delivery');
}
