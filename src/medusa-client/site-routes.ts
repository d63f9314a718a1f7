import { availabilityAnswer, offer } from '@ocop/contract/availability';
import { receiptAnswer, type Receipt } from '@ocop/contract/receipt';
import { publicRecallsAnswer, type PublicRecall } from '@ocop/contract/public-recalls';
import { isPlausiblePrice } from '@ocop/rules/sale-hold';
import type { z } from 'zod';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

export type { PublicRecall, Receipt };

// A Medusa before 0.3 tells prices that nobody can have meant: such a pack is not on sale.
const offers = availabilityAnswer.transform((answer) =>
  answer.offers
    .map((one) => ({ ...one, price: Math.round(one.price) }))
    .filter(({ price }) => isPlausiblePrice(price)),
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

const recalls = publicRecallsAnswer.transform((answer) => answer.recalls);

/** Recalls as everybody may know them, those in force first. `not-found`: a Medusa before 0.3. */
export function fetchRecalls(medusa: MedusaConnection): Promise<Result<PublicRecall[]>> {
  return medusa.site(recalls, 'recalls');
}
