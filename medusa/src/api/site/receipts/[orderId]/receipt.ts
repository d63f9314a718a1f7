import type { BigNumberValue } from '@medusajs/framework/types';
import type { Receipt } from '@ocop/contract/receipt';
import { invoiceBuyer } from '@ocop/contract/orders';
import { orderStateOf } from '@ocop/rules/order-state';
import { readTaxCode } from '@ocop/rules/tax-code';
import { discountFields, discountOf } from '../../../../order-desk/order-discount.ts';
import { chargedParcels } from '../../../../order-desk/charged-parcels.ts';
import { wordsIn } from '../../../../order-desk/order-sheet.ts';

/** What a receipt asks Medusa for. What leaves the commerce server stands in {@link receiptOf}. */
export const receiptFields = [
  'id',
  'display_id',
  'custom_display_id',
  'status',
  'created_at',
  'metadata',
  ...discountFields,
  'shipping_total',
  'total',
  // Whole, with what was packed of each: by that Medusa tells a part of the goods from all of them.
  'items.*',
  'items.detail.*',
  'shipping_address.first_name',
  'shipping_address.last_name',
  'shipping_address.phone',
  'shipping_address.city',
  'shipping_address.province',
  'shipping_methods.data',
] as const;

/** The part of Medusa's order that `receiptFields` brings; amounts in đồng. */
export interface PlacedOrder {
  display_id: number;
  custom_display_id: string | null;
  status: string;
  payment_status: string;
  fulfillment_status: string;
  payment_collections: ({ refunded_amount?: BigNumberValue | null } | null)[] | null;
  created_at: string | Date;
  metadata?: Record<string, unknown> | null;
  item_total: BigNumberValue;
  original_item_total?: BigNumberValue | null;
  shipping_total: BigNumberValue;
  shipping_methods?: ({ data?: unknown } | null)[] | null;
  total: BigNumberValue;
  items: {
    variant_sku: string | null;
    product_title: string | null;
    variant_title: string | null;
    quantity: BigNumberValue;
    unit_price: BigNumberValue;
    total: BigNumberValue;
    original_total?: BigNumberValue | null;
    adjustments?: ({ code?: string | null } | null)[] | null;
  }[];
  shipping_address: {
    first_name: string | null;
    last_name: string | null;
    phone: string | null;
    city: string | null;
    province: string | null;
  } | null;
}

/**
 * Turns an order into its receipt: the phone's last three digits and the commune remain.
 * @param transfer how it is paid by transfer, if it is
 * @param card how far its payment by card came, if it is paid so
 */
export function receiptOf(
  order: PlacedOrder,
  { transfer = null, card = null }: Pick<Receipt, 'transfer' | 'card'> = {},
): Receipt {
  const address = order.shipping_address;
  const joined = (parts: (string | null | undefined)[], by: string) => parts.filter((part) => part).join(by);
  return {
    number: order.display_id,
    code: order.custom_display_id,
    placedAt: new Date(order.created_at).toISOString(),
    status: order.status === 'canceled' ? 'canceled' : 'placed',
    state: orderStateOf({
      status: order.status,
      fulfillmentStatus: order.fulfillment_status,
      paymentStatus: order.payment_status,
    }),
    refunded: (order.payment_collections ?? []).reduce(
      (sum, collection) => sum + Number(collection?.refunded_amount ?? 0),
      0,
    ),
    items: order.items.map((item) => ({
      sku: item.variant_sku ?? '',
      title: joined([item.product_title, item.variant_title], ' · '),
      quantity: Number(item.quantity),
      unitPrice: Number(item.unit_price),
      total: Number(item.original_total ?? item.total),
    })),
    subtotal: Number(order.original_item_total ?? order.item_total),
    discount: discountOf(order),
    shipping: Number(order.shipping_total),
    parcels: chargedParcels(order.shipping_methods).map(({ sender, price }) => ({ sender, price })),
    total: Number(order.total),
    // Also of a card: a site of before cards reads no other word for what is paid before it is sent.
    payment: transfer || card ? 'transfer' : 'cod',
    transfer,
    gift: wordsIn(order.metadata?.gift) !== null,
    invoice: toldInvoice(order.metadata?.invoice),
    card,
    recipient: {
      name: joined([address?.last_name, address?.first_name], ' '),
      phoneMasked: maskPhone(address?.phone ?? ''),
      addressMasked: joined([address?.city, address?.province], ', '),
      commune: address?.city ?? '',
      province: address?.province ?? '',
    },
  };
}

/** A company's tax code is public; a person's is her identity number. */
function toldInvoice(kept: unknown): Receipt['invoice'] {
  const { success, data } = invoiceBuyer.safeParse(kept);
  if (!success) return null;
  const { name, taxCode } = data;
  const isPerson = readTaxCode(taxCode)?.kind !== 'company';
  return { name, taxCode: isPerson ? `•••${taxCode.slice(-3)}` : taxCode };
}

/** `0912 345 678` → `••• ••• 678`; a number of fewer than six digits is hidden whole. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length === 0) return '';
  return digits.length < 6 ? '•••' : `••• ••• ${digits.slice(-3)}`;
}
