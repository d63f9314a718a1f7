import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AdminApi } from '../../scripts/commerce/admin-api.ts';
import { shippingProfile } from '../../scripts/commerce/delivery.ts';
import type { Goods } from './goods.ts';

/** The pieces that a pack takes from in Medusa. */
export async function inventoryItemOf(admin: AdminApi, { sku }: Pick<Goods, 'sku'>): Promise<string> {
  const { inventory_items } = await admin.get(
    z.object({ inventory_items: z.array(z.object({ id: z.string() })) }),
    '/admin/inventory-items',
    { sku },
  );
  return inventory_items[0]?.id ?? '';
}

/** Puts a gift box of other packs on sale, as the synchronisation writes one; answers its variant. */
export async function putBoxOnSale(
  admin: AdminApi,
  { price, parts }: { price: number; parts: readonly { goods: Goods; quantity: number }[] },
): Promise<{ variantId: string; sku: string; productId: string }> {
  const sku = `BOX-${randomUUID()}`;
  const { stores } = await admin.get(
    z.object({ stores: z.array(z.object({ default_sales_channel_id: z.string() })) }),
    '/admin/stores',
  );
  const inventory = await Promise.all(
    parts.map(async ({ goods, quantity }) => ({
      inventory_item_id: await inventoryItemOf(admin, goods),
      required_quantity: quantity,
    })),
  );
  const { product } = await admin.post(
    z.object({ product: z.object({ id: z.string(), variants: z.array(z.object({ id: z.string() })) }) }),
    '/admin/products',
    {
      title: 'Giỏ quà thử',
      handle: sku.toLowerCase(),
      status: 'published',
      shipping_profile_id: await shippingProfile(admin),
      sales_channels: [{ id: stores[0]?.default_sales_channel_id }],
      options: [{ title: 'Gói', values: ['một'] }],
      variants: [
        {
          title: 'Một giỏ',
          sku,
          manage_inventory: true,
          options: { Gói: 'một' },
          prices: [{ currency_code: 'vnd', amount: price }],
          inventory_items: inventory,
          metadata: { parts: parts.map(({ goods, quantity }) => ({ sku: goods.sku, quantity })) },
        },
      ],
    },
  );
  return { productId: product.id, variantId: product.variants[0]?.id ?? '', sku };
}
