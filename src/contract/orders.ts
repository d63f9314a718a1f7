/** `POST /site/orders`: a cart becomes an order, in one request; `GET /site/delivery`: what delivery costs. */
import { cartIdShape } from '@ocop/rules/cart-id';
import { payWays } from '@ocop/rules/payment/order-money';
import { z } from 'zod';
import { deliveryTable } from './delivery-prices.ts';

const text = z.string().max(1_000);

/** Where the parcel goes, as Medusa's address fields hold it. */
export const deliveryAddress = z.object({
  name: text,
  /** In national form. */
  phone: text,
  street: text,
  /** Commune as the buyer wrote it, or the current unit when exactly one is meant. */
  commune: text,
  province: text,
  /** What the buyer typed when it was a unit abolished on 1/7/2025; kept for whoever delivers. */
  typed: text.nullable(),
});

/** Whom an invoice is made out to, as the buyer wrote it; the tax code is one by its check (@ocop/rules/tax-code). */
export const invoiceBuyer = z.object({ name: text, taxCode: text, address: text, email: text.nullable() });

export type InvoiceBuyer = z.output<typeof invoiceBuyer>;

export type DeliveryAddress = z.output<typeof deliveryAddress>;

/** What is asked of `POST /site/orders`. Amounts in whole đồng. */
export const orderRequest = z.object({
  cartId: z.string().regex(cartIdShape),
  lines: z
    .array(z.object({ variantId: text, quantity: z.int().min(1).max(999) }))
    .min(1)
    .max(100),
  /** The total the buyer was shown and agreed to; nothing is ordered at another. */
  agreedTotal: z.int().min(0),
  address: deliveryAddress,
  /** A site before 0.3 knows cash on delivery alone. */
  payment: z.enum(payWays).default('cod'),
  /** Where a buyer comes back to from the page on which a card is paid; null for any other way to pay. */
  returnUrl: z
    .url({ protocol: /^https?$/ })
    .max(1_000)
    .nullable()
    .default(null),
  email: text.nullable(),
  language: z.enum(['vi', 'en']),
  note: z.string().max(2_000).nullable(),
  /** Words that go with the goods as a gift. */
  gift: z.string().max(2_000).nullable().default(null),
  invoice: invoiceBuyer.nullable().default(null),
  /** Code of the coupon that `agreedTotal` was reckoned with; absent for none, and from a site before coupons. */
  coupon: z.string().max(60).nullish(),
});

export type OrderRequest = z.output<typeof orderRequest>;

/**
 * What came of it. Unless `placed` nothing was ordered and nothing is left of the attempt. `cart-changed`: a
 * line cannot be had as it stands, not that many are left, or its price moved in that moment. `no-delivery`: no way
 * of delivery is offered there. `no-such-payment`: it is not paid that way here, any more. `card-unreachable`: the
 * service that takes cards does not answer; only told of an order by card. `coupon-refused`: the coupon cannot be
 * used any more, or not for these goods; told to a site that sends one.
 */
export const orderAnswer = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('placed'), orderId: z.string() }),
  z.object({ outcome: z.literal('price-changed'), total: z.number() }),
  z.object({ outcome: z.literal('cart-changed') }),
  z.object({ outcome: z.literal('no-delivery') }),
  z.object({ outcome: z.literal('no-such-payment') }),
  z.object({ outcome: z.literal('card-unreachable') }),
  z.object({ outcome: z.literal('coupon-refused') }),
]);

export type OrderAnswer = z.output<typeof orderAnswer>;

/**
 * What delivery costs, whole đồng. `amount`: the least that any order pays, and all that a site of before 0.3
 * reads; null where no way of delivery is offered. `table` is absent from a Medusa of before 0.3, which has one
 * price for all; one that this site cannot read counts as that too, and the order tells the right total.
 */
export const deliveryAnswer = z.object({
  amount: z.number().nullable(),
  table: deliveryTable.nullish().catch(null),
});

export type DeliveryAnswer = z.output<typeof deliveryAnswer>;
