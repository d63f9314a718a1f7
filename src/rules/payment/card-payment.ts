/** A payment by card on the hosted page of a payment service, held against the order it is for. */

/** The least sum that is paid by card, whole đồng, unless a shop sets another: a service refuses less than it costs. */
export const CARD_LEAST_TOTAL = 20_000;

/** The largest sum one charge can have, whole đồng: eight digits. */
export const CARD_MOST_TOTAL = 99_999_999;

/** How long a hosted page can be paid on, minutes, unless a shop sets another time; no service takes a shorter one. */
export const CARD_WITHIN_MINUTES = 30;

/** What the service itself says of a hosted page, asked at this moment. Sums in whole đồng. */
export interface CardCheckout {
  /** `open`: it can be paid still. `complete`: its buyer finished it. `expired`: nobody can any more. */
  status: 'open' | 'complete' | 'expired';
  /** What the card was charged with; 0 while nothing was. */
  received: number;
  /** What of it went back already, such as from the service's own pages. */
  refunded: number;
  /** ISO 4217 code in small letters. */
  currency: string;
}

/**
 * Why a person has to look at a payment by card: another sum than the order's was charged; it was paid back before
 * it could be booked; or the service does not know the page any more, as after a change of its keys.
 */
export const cardDoubts = ['wrong-sum', 'paid-back', 'not-found', 'no-order'] as const;
export type CardDoubt = (typeof cardDoubts)[number];

/**
 * What a hosted page comes to: it pays its order; its buyer is done and the money is not there yet (`confirming`);
 * it can be paid still; it ended without a charge; or a person looks.
 */
export type CardVerdict = 'pays' | 'confirming' | 'open' | 'ended' | { doubt: 'wrong-sum' | 'paid-back' };

/**
 * Judges a hosted page. Only one that brought the exact sum, and of which nothing went back, pays anything.
 * @param amount what the order is to be paid with, whole đồng
 */
export function judgeCard(
  { status, received, refunded, currency }: CardCheckout,
  amount: number,
): CardVerdict {
  if (received === 0) return status === 'complete' ? 'confirming' : status === 'open' ? 'open' : 'ended';
  if (refunded > 0) return { doubt: 'paid-back' };
  return received === amount && currency === 'vnd' ? 'pays' : { doubt: 'wrong-sum' };
}
