import type { CardDoubt } from '@ocop/rules/payment/card-payment';
import type { MoneyState } from '@ocop/rules/payment/order-money';

/** The part of an order's money that a payment by card knows itself. */
export type CardMoney = Extract<
  MoneyState,
  'awaiting' | 'captured' | 'refunded' | 'cancelled' | 'expired' | 'unclear'
>;

/** An order that is paid by card. `amount` in whole đồng. */
export interface CardPaymentRow {
  id: string;
  cartId: string;
  sessionId: string;
  /** The hosted page: its name at Stripe and its address. */
  checkoutId: string;
  url: string;
  /** Null until the order is placed, and where that could not be noted. */
  orderId: string | null;
  amount: number;
  money: CardMoney;
  confirming: boolean;
  /** What the card was charged with, where a person has to look. */
  received: number | null;
  /** The charge's name at Stripe. */
  intentId: string | null;
  doubt: CardDoubt | null;
  /** Until when the hosted page can be paid on. */
  dueAt: Date;
  /** By the clock that gave it its time. */
  isDue: boolean;
  /** When Stripe was last asked. */
  askedAt: Date | null;
  capturedAt: Date | null;
  /** When Medusa held the payment. */
  bookedAt: Date | null;
}

/** A notification that was kept. */
export interface CardNoticeRow {
  id: string;
  type: string;
  checkoutId: string | null;
  intentId: string | null;
  /** `new`: kept, not worked off. `doubted`: a charge of ours that belongs to no order of ours. */
  state: 'new' | 'done' | 'doubted' | 'closed';
  received: number | null;
  at: Date;
}

export const paymentColumns = `
  id, cart_id as "cartId", session_id as "sessionId", checkout_id as "checkoutId", url, order_id as "orderId",
  amount::float8 as amount, money, confirming, received::float8 as received, intent_id as "intentId", doubt,
  due_at as "dueAt", due_at <= now() as "isDue", asked_at as "askedAt", captured_at as "capturedAt", booked_at as "bookedAt"`;

export const noticeColumns = `
  id, type, checkout_id as "checkoutId", intent_id as "intentId", state, received::float8 as received,
  created_at as at`;
