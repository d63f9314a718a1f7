import { availabilityAnswer, offer } from '@ocop/contract/availability';
import { receiptAnswer, type Receipt } from '@ocop/contract/receipt';
import type { z } from 'zod';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

export type { Receipt };

const offers = availabilityAnswer.transform((answer) =>
  answer.offers.map((one) => ({ ...one, price: Math.round(one.price) })),
);

/** One pack on sale now. `price` in whole đồng; `available` in packs, `null` when stock is not counted. */
export type CurrentOffer = z.output<typeof offer>;

/** Every pack on sale with its price and stock of this moment. One query for the whole catalogue. */
export function fetchOffers(medusa: MedusaConnection): Promise<Result<CurrentOffer[]>> {
  return medusa.site(offers, 'availability');
}

/** The receipt of an order; `not-found` when there is no such order. */
export function fetchReceipt(medusa: MedusaConnection, orderId: string): Promise<Result<Receipt>> {
  return medusa.site(receiptAnswer, `receipts/${encodeURIComponent(orderId)}`);
}
