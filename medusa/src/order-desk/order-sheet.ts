import type { BigNumberValue } from '@medusajs/framework/types';
import { invoiceBuyer, type InvoiceBuyer } from '@ocop/contract/orders';
import { orderStateOf, type OrderState } from '@ocop/rules/order-state';
import { chargedParcels } from './charged-parcels.ts';
import { discountFields, discountOf, type OrderDiscount } from './order-discount.ts';

/** What a clerk's view of an order asks Medusa for. */
export const orderSheetFields = [
  ...['id', 'display_id', 'custom_display_id', 'status', 'created_at', 'metadata'],
  ...discountFields,
  ...['shipping_total', 'total'],
  // Whole, with what was packed of each: by that Medusa tells a part of the goods from all of them.
  ...['items.*', 'items.detail.*'],
  ...['shipping_address.first_name', 'shipping_address.last_name', 'shipping_address.phone'],
  ...['shipping_address.address_1', 'shipping_address.address_2'],
  ...['shipping_address.city', 'shipping_address.province'],
  'shipping_methods.data',
] as const;

type Text = string | null;

/** The part of Medusa's order that {@link orderSheetFields} bring; amounts in đồng. */
export interface StoredOrder {
  id: string;
  display_id: number;
  custom_display_id: Text;
  status: string;
  payment_status: string;
  fulfillment_status: string;
  created_at: string | Date;
  metadata: Record<string, unknown> | null;
  item_total: BigNumberValue;
  original_item_total?: BigNumberValue | null;
  shipping_total: BigNumberValue;
  shipping_methods?: ({ data?: unknown } | null)[] | null;
  total: BigNumberValue;
  items: {
    id: string;
    product_id: Text;
    variant_sku: Text;
    product_title: Text;
    variant_title: Text;
    quantity: BigNumberValue;
    unit_price: BigNumberValue;
    total: BigNumberValue;
    original_total?: BigNumberValue | null;
    adjustments?: ({ code?: string | null } | null)[] | null;
  }[];
  shipping_address: {
    first_name: Text;
    last_name: Text;
    phone: Text;
    address_1: Text;
    address_2: Text;
    city: Text;
    province: Text;
  } | null;
  payment_collections:
    { captured_amount?: BigNumberValue | null; refunded_amount?: BigNumberValue | null }[] | null;
}

/** A producer as a product's metadata names it (written by the synchronisation with the record). */
export interface Producer {
  id: string;
  name: string;
}

/** What one producer sends of an order. Amounts in đồng. */
export interface Parcel {
  /** Null where the product names none: made by staff, or before the shop knew producers. */
  producer: Producer | null;
  lines: { sku: string; title: string; quantity: number; unitPrice: number; total: number }[];
  total: number;
  /** What sending it costs, where the order is charged by the parcel; null where it is charged once. */
  shipping: number | null;
}

/** An order as the clerk who packs it needs it. Amounts in đồng. */
export interface OrderSheet {
  id: string;
  /** What the buyer knows it by. */
  code: string;
  placedAt: string;
  state: OrderState;
  /** The buyer's words for the courier; null where there are none. */
  note: string | null;
  /** Words that go with the goods as a gift; null where there are none. */
  gift: string | null;
  /** Whom an invoice is made out to; null where none was asked for. */
  invoice: InvoiceBuyer | null;
  /** Language the buyer ordered in. */
  language: 'vi' | 'en';
  recipient: {
    name: string;
    phone: string;
    street: string;
    /** Commune and province of today, or what the buyer wrote where no unit of today was found. */
    place: string;
    /** The buyer's own words for the place, where they differ. */
    typed: string | null;
  };
  parcels: Parcel[];
  /** What a coupon took off the whole order; the sums of parcels and lines are before it. */
  discount: OrderDiscount | null;
  shipping: number;
  total: number;
  /** What the courier still has to collect. */
  due: number;
}

/** @param producers by product id */
export function orderSheetOf(order: StoredOrder, producers: ReadonlyMap<string, Producer>): OrderSheet {
  const address = order.shipping_address;
  const state = orderStateOf({
    status: order.status,
    fulfillmentStatus: order.fulfillment_status,
    paymentStatus: order.payment_status,
  });
  const captured = sumOf(order.payment_collections ?? [], ({ captured_amount }) => captured_amount);
  const total = Number(order.total);
  return {
    id: order.id,
    code: order.custom_display_id ?? String(order.display_id),
    placedAt: new Date(order.created_at).toISOString(),
    state,
    note: wordsIn(order.metadata?.note),
    gift: wordsIn(order.metadata?.gift),
    invoice: invoiceBuyer.nullish().catch(null).parse(order.metadata?.invoice) ?? null,
    language: order.metadata?.language === 'en' ? 'en' : 'vi',
    recipient: {
      name: joined([address?.last_name, address?.first_name], ' '),
      phone: address?.phone ?? '',
      street: address?.address_1 ?? '',
      place: joined([address?.city, address?.province], ', '),
      typed: address?.address_2 || null,
    },
    parcels: parcelsOf(order, producers),
    discount: discountOf(order),
    shipping: Number(order.shipping_total),
    total,
    // What is awaited by transfer or card is never collected at the door as well.
    due: state.canceled || state.payment === 'awaited' ? 0 : Math.max(0, total - captured),
  };
}

/** The lines by who sends them, in the order in which the buyer put them into the cart. */
function parcelsOf(
  { items, shipping_methods: methods }: StoredOrder,
  producers: ReadonlyMap<string, Producer>,
): Parcel[] {
  const parcels = new Map<string, Parcel>();
  const charged = new Map(chargedParcels(methods).map(({ sender, price }) => [sender, price]));
  for (const item of items) {
    const producer = producers.get(item.product_id ?? '') ?? null;
    const key = producer?.id ?? '';
    const parcel = parcels.get(key) ?? {
      ...{ producer, lines: [], total: 0 },
      shipping: charged.get(producer?.id ?? null) ?? null,
    };
    const total = Number(item.original_total ?? item.total);
    parcel.lines.push({
      sku: item.variant_sku ?? '',
      title: joined([item.product_title, item.variant_title], ' · '),
      quantity: Number(item.quantity),
      unitPrice: Number(item.unit_price),
      total,
    });
    parcel.total += total;
    parcels.set(key, parcel);
  }
  return [...parcels.values()];
}

/** Who makes a product, by what the synchronisation wrote of it; null where it wrote nothing. */
export function producerIn(metadata: Record<string, unknown> | null | undefined): Producer | null {
  const { id, name } = (metadata?.producer ?? {}) as Record<string, unknown>;
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null;
}

/** Words a buyer left with an order; null where there are none. */
export function wordsIn(kept: unknown): string | null {
  return typeof kept === 'string' && kept.trim() !== '' ? kept : null;
}

function sumOf<T>(all: readonly T[], amount: (one: T) => BigNumberValue | null | undefined): number {
  return all.reduce((sum, one) => sum + Number(amount(one) ?? 0), 0);
}

const joined = (parts: (string | null | undefined)[], by: string) => parts.filter(Boolean).join(by);
