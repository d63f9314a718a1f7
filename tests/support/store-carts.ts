import { z } from 'zod';
import type { MedusaConnection } from '../../src/medusa-client/connection.ts';
import { success } from '../../src/medusa-client/result.ts';
import type { Result } from '../../src/medusa-client/result.ts';

const dong = z.number().transform((amount) => Math.round(amount));

const cartSchema = z.object({
  id: z.string(),
  completed_at: z.string().nullish(),
  item_total: dong.default(0),
  shipping_total: dong.default(0),
  total: dong.default(0),
  items: z
    .array(
      z.object({
        id: z.string(),
        variant_id: z.string().nullish(),
        variant_sku: z.string().nullish(),
        product_handle: z.string().nullish(),
        product_title: z.string().nullish(),
        title: z.string().nullish(),
        variant_title: z.string().nullish(),
        quantity: z.number(),
        unit_price: dong,
        created_at: z.string().nullish(),
      }),
    )
    .default([]),
  shipping_methods: z
    .array(z.object({ id: z.string().optional(), shipping_option_id: z.string().nullish() }))
    .nullish(),
});

const cartAnswer = z.object({ cart: cartSchema });

/**
 * What Medusa is asked for of a cart: the fields of the schema. Without it each answer brings the product of
 * each line with all that belongs to it, and takes longer than the change itself.
 */
const query = {
  fields: [
    ...['id', 'completed_at', 'item_total', 'shipping_total', 'total'],
    ...['id', 'variant_id', 'variant_sku', 'product_handle', 'product_title', 'title', 'variant_title'].map(
      (field) => `items.${field}`,
    ),
    ...['items.quantity', 'items.unit_price', 'items.created_at'],
    ...['shipping_methods.id', 'shipping_methods.shipping_option_id'],
  ].join(','),
};

/** One line of a cart as Medusa holds it. Prices in đồng, at the moment the line was last priced. */
export interface MedusaLine {
  id: string;
  sku: string;
  productSlug: string;
  title: string;
  quantity: number;
  unitPrice: number;
}

/** A cart as Medusa holds it. Amounts in đồng, tax included. */
export interface MedusaCart {
  id: string;
  completed: boolean;
  lines: MedusaLine[];
  itemTotal: number;
  shippingTotal: number;
  total: number;
  shippingOptionIds: string[];
}

function toCart({ cart }: z.output<typeof cartAnswer>): MedusaCart {
  return {
    id: cart.id,
    completed: Boolean(cart.completed_at),
    // Medusa gives no fixed order of lines; a page whose rows jump after each change is unusable.
    lines: [...cart.items]
      .sort((a, b) => (a.created_at ?? '').localeCompare(b.created_at ?? '') || (a.id < b.id ? -1 : 1))
      .map((item) => ({
        id: item.id,
        sku: item.variant_sku ?? '',
        productSlug: item.product_handle ?? '',
        title: [item.product_title ?? item.title, item.variant_title].filter(Boolean).join(' – '),
        quantity: item.quantity,
        unitPrice: item.unit_price,
      })),
    itemTotal: cart.item_total,
    shippingTotal: cart.shipping_total,
    total: cart.total,
    shippingOptionIds: (cart.shipping_methods ?? []).flatMap((m) => m.shipping_option_id ?? []),
  };
}

const cartSchemaToDomain = cartAnswer.transform(toCart);
const removedSchema = z.object({ parent: cartSchema }).transform(({ parent }) => toCart({ cart: parent }));

const regionsSchema = z.object({
  regions: z.array(z.object({ id: z.string(), currency_code: z.string() })),
});

/** The region whose currency is đồng; asked once per process because it never changes while running. */
const regionOf = new WeakMap<MedusaConnection, string>();

async function vietnamRegion(medusa: MedusaConnection): Promise<Result<string>> {
  const known = regionOf.get(medusa);
  if (known) return success(known);
  const answer = await medusa.store(regionsSchema, 'regions');
  if (!answer.ok) return answer;
  const region = answer.data.regions.find((r) => r.currency_code.toLowerCase() === 'vnd');
  if (!region) return { ok: false, error: { type: 'bad-answer', isRetryable: false } };
  regionOf.set(medusa, region.id);
  return success(region.id);
}

/** Opens an empty cart in đồng. */
export async function createCart(medusa: MedusaConnection): Promise<Result<MedusaCart>> {
  const region = await vietnamRegion(medusa);
  if (!region.ok) return region;
  return medusa.store(cartSchemaToDomain, 'carts', {
    method: 'POST',
    query,
    body: { region_id: region.data },
  });
}

/** Reads a cart; `not-found` when it expired or never existed. */
export function readCart(medusa: MedusaConnection, cartId: string): Promise<Result<MedusaCart>> {
  return medusa.store(cartSchemaToDomain, `carts/${encodeURIComponent(cartId)}`, { query });
}

/** Adds to a cart; joins the line of the same variant. `refused` when Medusa has fewer than asked. */
export function addLine(
  medusa: MedusaConnection,
  cartId: string,
  variantId: string,
  quantity: number,
): Promise<Result<MedusaCart>> {
  return medusa.store(cartSchemaToDomain, `carts/${encodeURIComponent(cartId)}/line-items`, {
    method: 'POST',
    query,
    body: { variant_id: variantId, quantity },
  });
}

/** Sets a line's quantity (≥ 1) and prices the line anew at Medusa's price of this moment. */
export function setLine(
  medusa: MedusaConnection,
  cartId: string,
  lineId: string,
  quantity: number,
): Promise<Result<MedusaCart>> {
  const path = `carts/${encodeURIComponent(cartId)}/line-items/${encodeURIComponent(lineId)}`;
  return medusa.store(cartSchemaToDomain, path, { method: 'POST', query, body: { quantity } });
}

/** Takes a line out. */
export function removeLine(
  medusa: MedusaConnection,
  cartId: string,
  lineId: string,
): Promise<Result<MedusaCart>> {
  const path = `carts/${encodeURIComponent(cartId)}/line-items/${encodeURIComponent(lineId)}`;
  return medusa.store(removedSchema, path, { method: 'DELETE', query });
}

/** Puts a way of delivery on the cart, in place of any other; answers the cart with its new total. */
export function chooseShipping(
  medusa: MedusaConnection,
  cartId: string,
  optionId: string,
): Promise<Result<MedusaCart>> {
  const path = `carts/${encodeURIComponent(cartId)}/shipping-methods`;
  return medusa.store(cartSchemaToDomain, path, { method: 'POST', query, body: { option_id: optionId } });
}

/** Where the parcel goes, as Medusa's address fields hold it. */
export interface DeliveryAddress {
  name: string;
  phone: string;
  street: string;
  /** Commune as the buyer wrote it, or the current unit when exactly one is meant. */
  commune: string;
  province: string;
  /** What the buyer typed when it was a unit abolished on 1/7/2025; kept for whoever delivers. */
  typed: string | null;
}

/** Writes name, address and remarks into the cart. `email` only when the buyer gave one. */
export function writeDelivery(
  medusa: MedusaConnection,
  cartId: string,
  delivery: { address: DeliveryAddress; email: string | null; metadata: Record<string, unknown> },
): Promise<Result<MedusaCart>> {
  const { address } = delivery;
  const shippingAddress = {
    first_name: address.name,
    last_name: '',
    phone: address.phone,
    address_1: address.street,
    address_2: address.typed ?? '',
    city: address.commune,
    province: address.province,
    country_code: 'vn',
  };
  return medusa.store(cartSchemaToDomain, `carts/${encodeURIComponent(cartId)}`, {
    method: 'POST',
    query,
    body: {
      shipping_address: shippingAddress,
      ...(delivery.email ? { email: delivery.email } : {}),
      metadata: delivery.metadata,
    },
  });
}
