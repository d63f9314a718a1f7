/**
 * Payment by card on the page of a payment service. `POST /site/card-payments/{cartId}/look`: asks the service
 * whether an order's card was charged; 404 where no order of this cart is paid by card. `POST
 * /site/card-payments/{cartId}/end`: takes back an order that was not paid, so that its buyer can pay otherwise.
 */
import { moneyStates } from '@ocop/rules/payment/order-money';
import { z } from 'zod';

/** What a payment came to. `asked`: the service itself said so at this moment, or nothing is open any more. */
export const cardLooked = z.object({
  orderId: z.string(),
  money: z.enum(moneyStates),
  confirming: z.boolean(),
  asked: z.boolean(),
});

export type CardLooked = z.output<typeof cardLooked>;

/**
 * `ended`: nothing was charged and nothing can be any more; the order is cancelled. `kept`: it was paid, or its
 * money is being confirmed: nothing was changed. `unknown`: the service does not answer; nothing was changed.
 */
export const cardEnded = z.object({ outcome: z.enum(['ended', 'kept', 'unknown']) });

export type CardEnded = z.output<typeof cardEnded>;
