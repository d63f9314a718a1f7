/**
 * Transfers to the seller's account, and what of cards goes the same ways. `GET /site/pay-ways`: how orders are paid; `POST
 * /site/bank-notifications/{service}`: what a service that reads the account told the site, as it came; and what
 * staff see and decide under `/admin/bank-transfers`. Sums in whole đồng, moments ISO 8601.
 */
import { payWays } from '@ocop/rules/payment/order-money';
import { transferDoubts } from '@ocop/rules/payment/bank-transfer';
import { cardDoubts } from '@ocop/rules/payment/card-payment';
import { z } from 'zod';

/**
 * The ways an order can be paid at this moment, the usual one first. Cards stand beside them: a site of before cards
 * reads no way it does not know. `leastTotal`: the least sum of an order that is paid by card.
 */
export const payWaysAnswer = z.object({
  payWays: z.array(z.enum(payWays)),
  card: z.object({ leastTotal: z.number() }).nullish(),
});

/** The services that are listened to about transfers; `signed` is our own form (docs/operations). */
export const bankServices = ['signed', 'sepay', 'casso', 'payos'] as const;
export type BankService = (typeof bankServices)[number];

/** The headers in which a service signs what it tells; no other is passed on by the site. */
export const signatureHeaders = [
  'authorization',
  'secure-token',
  'stripe-signature',
  'x-casso-signature',
  'x-sepay-signature',
  'x-sepay-timestamp',
  'x-signature',
  'x-timestamp',
] as const;

/** The most bytes of a notification that are read. */
export const NOTIFICATION_LIMIT = 64 * 1024;

/** A notification as it came: what its signature is over must not be changed by a single byte. */
export const bankNotification = z.object({
  /** The headers that may carry a signature, by their small names. */
  headers: z.record(z.string().max(100), z.string().max(1_000)),
  /** The body in base64. */
  body: z.base64().max(Math.ceil(NOTIFICATION_LIMIT / 3) * 4 + 4),
});

export type BankNotification = z.output<typeof bankNotification>;

/**
 * `taken`: kept; nothing is lost any more. `refused`: not signed by whom it says. `unreadable`: signed, and not in
 * the service's form. `off`: the shop does not listen to this service.
 */
export const notificationAnswer = z.object({ outcome: z.enum(['taken', 'refused', 'unreadable', 'off']) });
export type NotificationOutcome = z.output<typeof notificationAnswer>['outcome'];

const order = z.object({ id: z.string(), code: z.string() });
const moment = z.string();

/** What staff see of transfers. */
export const transferDesk = z.object({
  takesTransfers: z.boolean(),
  awaited: z.array(z.object({ order, amount: z.number(), dueAt: moment })),
  doubted: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      account: z.string().nullable(),
      amount: z.number(),
      at: moment,
      note: z.string(),
      reference: z.string().nullable(),
      doubt: z.enum(transferDoubts),
      order: order.nullable(),
    }),
  ),
  owed: z.array(
    z.object({
      id: z.string(),
      amount: z.number(),
      why: z.enum(['refund', 'overpaid']),
      at: moment,
      order: order.nullable(),
    }),
  ),
  /** Charges of cards that a person has to look at. */
  cards: z
    .array(
      z.object({
        id: z.string(),
        /** What the card was charged with; null where that is not known. */
        amount: z.number().nullable(),
        at: moment,
        /** The charge's name at the service. */
        reference: z.string().nullable(),
        doubt: z.enum(cardDoubts),
        order: order.nullable(),
      }),
    )
    .default([]),
});

export type TransferDesk = z.output<typeof transferDesk>;

const remark = z.string().trim().max(500);

/** Staff saw the transfer of an order in the bank's app. */
export const transferSeen = z.object({
  amount: z.int().min(1),
  reference: z.string().trim().max(100).nullable().default(null),
  remark: remark.nullable().default(null),
});

/** A transfer pays the order with this code, as staff decide. */
export const transferSettled = z.object({ code: z.string().max(40), remark: remark.min(3) });

/**
 * What became of a transfer that was looked at and pays no order: sent back by hand, no money of the shop's orders,
 * or the same as one that counts already.
 */
export const closings = ['paid-back', 'not-ours', 'counted-already'] as const;
export type Closing = (typeof closings)[number];

/** A transfer pays no order; what became of it. */
export const transferClosed = z.object({
  closing: z.enum(closings),
  remark: remark.min(3),
});

/** A charge of a card goes back whole, and its order is cancelled. */
export const cardPaidBack = z.object({ remark: remark.min(3) });

/** Money was transferred back: the bank's number of it, or words. */
export const refundPaidBack = z.object({ remark: remark.min(3) });
