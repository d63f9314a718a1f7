import pg from 'pg';
import { z } from 'zod';
import { adminApi, type AdminApi } from '../../scripts/commerce/admin-api.ts';
import { bootstrap, ensureAdmin } from '../../scripts/commerce/bootstrap.ts';
import { syncCommerce, type SyncProgress, type SyncSummary } from '../../scripts/commerce/sync.ts';
import { connectMedusa, type MedusaConnection } from '../../src/medusa-client/connection.ts';
import type { GiftBox } from '../../src/record/types.ts';
import { startSecondMedusa, type SecondMedusa } from './second-medusa.ts';
import { smallRecord, type SmallOffer } from './small-record.ts';
import { testStack } from './stack.ts';

const email = 'staff@example.vn';
const password = 'a long password of staff';

const productFacts = z.object({
  id: z.string(),
  thumbnail: z.string().nullable(),
  subtitle: z.string().nullable(),
  metadata: z.record(z.string(), z.unknown()),
});

/** A Medusa of its own that small records are brought to, and what staff do in it. */
export interface SyncedShop {
  server: SecondMedusa;
  admin: AdminApi;
  medusa: MedusaConnection;
  publishableKey: string;
  database: pg.Pool;
  sync(offers: SmallOffer[], onProgress?: (progress: SyncProgress) => void): Promise<SyncSummary>;
  /** A sync of a record with gift boxes. */
  syncBoxes(offers: SmallOffer[], boxes: GiftBox[], ...again: string[]): Promise<SyncSummary>;
  /** A sync that makes again what is named, although staff deleted it. */
  syncAgain(offers: SmallOffer[], ...again: string[]): Promise<SyncSummary>;
  /** When anything of the catalogue was last written, to see that nothing is. */
  lastWrite(): Promise<string>;
  /** Ids of a pack and its product. */
  packOf(sku: string): Promise<{ variantId: string; productId: string }>;
  /** A product as staff see it. */
  productOf(handle: string): Promise<z.output<typeof productFacts>>;
  setPrice(sku: string, amount: number): Promise<void>;
  setStock(sku: string, stocked: number): Promise<void>;
  /** Deletes something as staff do. */
  remove(path: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startSyncedShop(): Promise<SyncedShop> {
  const server = await startSecondMedusa(testStack());
  const database = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
  await ensureAdmin({ medusaUrl: server.url, email, password, serverDir: server.serverDir, env: server.env });
  const { adminKey, publishableKey } = await bootstrap({ medusaUrl: server.url, email, password });
  const admin = adminApi(server.url, { key: adminKey });
  const address = { medusaUrl: server.url, adminKey };

  async function packOf(sku: string) {
    const { variants } = await admin.get(
      z.object({ variants: z.array(z.object({ id: z.string(), product_id: z.string() })) }),
      '/admin/product-variants',
      { sku, fields: 'id,product_id' },
    );
    return { variantId: variants[0]?.id ?? '', productId: variants[0]?.product_id ?? '' };
  }

  return {
    server,
    admin,
    publishableKey,
    medusa: connectMedusa({ url: server.url, publishableKey, siteKey: server.siteKey }),
    database,
    sync: (offers, onProgress) => syncCommerce(smallRecord(offers), address, onProgress),
    syncBoxes: (offers, boxes, ...again) =>
      syncCommerce(smallRecord(offers, boxes), address, undefined, new Set(again)),
    syncAgain: (offers, ...again) => syncCommerce(smallRecord(offers), address, undefined, new Set(again)),
    async lastWrite() {
      const { rows } = await database.query<{ at: string }>(
        `select greatest(
           (select max(updated_at) from product), (select max(updated_at) from product_variant),
           (select max(updated_at) from price), (select max(updated_at) from inventory_level),
           (select max(updated_at) from trace_lot))::text as at`,
      );
      return rows[0]?.at ?? '';
    },
    packOf,
    async productOf(handle) {
      const shape = z.object({ products: z.array(productFacts) });
      const [product] = (await admin.get(shape, '/admin/products', { handle })).products;
      if (!product) throw new Error(`There is no ${handle}`);
      return product;
    },
    async setPrice(sku, amount) {
      const { variantId, productId } = await packOf(sku);
      await admin.post(z.unknown(), `/admin/products/${productId}/variants/${variantId}`, {
        prices: [{ currency_code: 'vnd', amount }],
      });
    },
    async setStock(sku, stocked) {
      const levels = z.array(z.object({ location_id: z.string() }));
      const { inventory_items } = await admin.get(
        z.object({ inventory_items: z.array(z.object({ id: z.string(), location_levels: levels })) }),
        '/admin/inventory-items',
        { sku, fields: 'id,location_levels.location_id' },
      );
      const [item] = inventory_items;
      const path = `/admin/inventory-items/${item?.id}/location-levels/${item?.location_levels[0]?.location_id}`;
      await admin.post(z.unknown(), path, { stocked_quantity: stocked });
    },
    async remove(path) {
      const authorization = `Basic ${Buffer.from(`${adminKey}:`).toString('base64')}`;
      const answer = await fetch(server.url + path, { method: 'DELETE', headers: { authorization } });
      if (!answer.ok) throw new Error(`DELETE ${path} was answered ${answer.status}`);
    },
    async stop() {
      await database.end();
      await server.stop();
    },
  };
}
