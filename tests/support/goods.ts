import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { adminApi, type AdminApi } from '../../scripts/commerce/admin-api.ts';
import { shippingProfile } from '../../scripts/commerce/delivery.ts';
import type { TestStack } from './stack.ts';

/** A pack put on sale for one test. */
export interface Goods {
  productId: string;
  variantId: string;
  sku: string;
  setPrice(price: number): Promise<void>;
  withdraw(): Promise<void>;
}

const anything = z.unknown();
const created = z.object({
  product: z.object({ id: z.string(), variants: z.array(z.object({ id: z.string() })) }),
});

/** The Admin API of the run's Medusa. */
export function testAdmin(stack: TestStack): AdminApi {
  return adminApi(stack.medusaUrl, { key: stack.env.MEDUSA_ADMIN_KEY ?? '' });
}

/** Puts a new pack on sale, made as staff would make it, so that no sync ever touches it. */
export async function putOnSale(
  admin: AdminApi,
  { price, stock, metadata }: { price: number; stock: number; metadata?: Record<string, unknown> },
): Promise<Goods> {
  const sku = `TEST-${randomUUID()}`;
  const { stores } = await admin.get(
    z.object({
      stores: z.array(z.object({ default_sales_channel_id: z.string(), default_location_id: z.string() })),
    }),
    '/admin/stores',
  );
  const [store] = stores;
  const { product } = await admin.post(created, '/admin/products', {
    title: 'Hàng thử',
    handle: sku.toLowerCase(),
    status: 'published',
    ...(metadata ? { metadata } : {}),
    shipping_profile_id: await shippingProfile(admin),
    sales_channels: [{ id: store?.default_sales_channel_id }],
    options: [{ title: 'Gói', values: ['một'] }],
    variants: [
      {
        title: 'Một gói',
        sku,
        manage_inventory: true,
        options: { Gói: 'một' },
        prices: [{ currency_code: 'vnd', amount: price }],
      },
    ],
  });
  const { inventory_items } = await admin.get(
    z.object({ inventory_items: z.array(z.object({ id: z.string() })) }),
    '/admin/inventory-items',
    { sku },
  );
  await admin.post(anything, `/admin/inventory-items/${inventory_items[0]?.id}/location-levels`, {
    location_id: store?.default_location_id,
    stocked_quantity: stock,
  });
  const variantId = product.variants[0]?.id ?? '';
  return {
    productId: product.id,
    variantId,
    sku,
    async setPrice(amount) {
      await admin.post(anything, `/admin/products/${product.id}/variants/${variantId}`, {
        prices: [{ currency_code: 'vnd', amount }],
      });
    },
    async withdraw() {
      await admin.post(anything, `/admin/products/${product.id}`, { status: 'draft' });
    },
  };
}
