/** `GET /site/receipts/{orderId}`; 404 where there is no such order. */
import { moneyStates, payWays } from '@ocop/rules/payment/order-money';
import { z } from 'zod';

/**
 * What a buyer sees of an order again. `code` is the order's number for people (@ocop/rules/order-code); orders
 * from before the codes have none and are known by Medusa's running `number`. What a Medusa before 0.2 does
 * not send is optional. Amounts in whole đồng, `placedAt` ISO 8601, personal data masked.
 */
export const receiptAnswer = z.object({
  number: z.int(),
  code: z.string().nullish(),
  placedAt: z.string(),
  status: z.enum(['placed', 'canceled']),
  /** What has become of it (@ocop/rules/order-state). */
  state: z
    .object({
      canceled: z.boolean(),
      delivery: z.enum(['placed', 'packed', 'shipped', 'delivered']),
      partly: z.boolean(),
      payment: z.enum(['due', 'awaited', 'paid', 'partly-refunded', 'refunded']),
    })
    .optional(),
  /** Whether the seller calls to confirm it, until when, or that nobody was reached in time. */
  confirmation: z.object({ state: z.enum(['awaited', 'released']), dueAt: z.string() }).nullish(),
  /** What the buyer got back. */
  refunded: z.number().optional(),
  items: z.array(
    z.object({
      sku: z.string(),
      title: z.string(),
      quantity: z.number(),
      unitPrice: z.number(),
      total: z.number(),
    }),
  ),
  /** Before a discount, as the totals of the items are. */
  subtotal: z.number(),
  /** What a coupon took off; null for none, absent from a Medusa before coupons. */
  discount: z.object({ code: z.string(), amount: z.number() }).nullish(),
  shipping: z.number(),
  /** What sending each parcel costs, where the order is paid for by the parcel and has several. */
  parcels: z.array(z.object({ sender: z.string().nullable(), price: z.number() })).optional(),
  total: z.number(),
  /** An order by card says `transfer` here, which a site of before cards reads, and has `card`. */
  payment: z.enum(payWays),
  /** How to transfer the money, and how far that has come; null for an order that is not paid by transfer. */
  transfer: z
    .object({
      money: z.enum(moneyStates),
      bin: z.string(),
      account: z.string(),
      holder: z.string(),
      amount: z.number(),
      /** Until when it is waited for. */
      dueAt: z.string(),
    })
    .nullish(),
  /** Whether words go with the goods as a gift. */
  gift: z.boolean().optional(),
  /** Whom the invoice is made out to; the number of a person is masked. */
  invoice: z.object({ name: z.string(), taxCode: z.string() }).nullish(),
  /** How far its payment by card has come; null for an order that is paid otherwise. */
  card: z
    .object({
      money: z.enum(moneyStates),
      /** Its buyer is done on the service's page, and the money is not there yet. */
      confirming: z.boolean(),
      amount: z.number(),
      /** The service's page on which it is paid; null where there is nothing to pay any more. */
      url: z.url({ protocol: /^https?$/ }).nullable(),
      /** Until when that page can be paid on. */
      dueAt: z.string(),
    })
    .nullish(),
  recipient: z.object({
    name: z.string(),
    phoneMasked: z.string(),
    addressMasked: z.string(),
    commune: z.string().optional(),
    province: z.string().optional(),
  }),
});

export type Receipt = z.output<typeof receiptAnswer>;
