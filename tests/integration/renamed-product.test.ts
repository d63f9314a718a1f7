import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { adminApi, type AdminApi } from '../../scripts/commerce/admin-api.ts';
import { bootstrap, ensureAdmin, type StoreKeys } from '../../scripts/commerce/bootstrap.ts';
import { syncCommerce } from '../../scripts/commerce/sync.ts';
import { connectMedusa, type MedusaConnection } from '../../src/medusa-client/connection.ts';
import { idOf } from '../../src/record/testing/plain-product.ts';
import { cartOf, completeOrder, offersOf, orderOf } from '../support/orders.ts';
import { startSecondMedusa, type SecondMedusa } from '../support/second-medusa.ts';
import { smallRecord, type SmallOffer } from '../support/small-record.ts';
import { testStack } from '../support/stack.ts';

const login = { email: 'staff@example.vn', password: 'a long password of staff' };

let server: SecondMedusa;
let keys: StoreKeys;
let admin: AdminApi;
let medusa: MedusaConnection;
let database: pg.Pool;

beforeAll(async () => {
  server = await startSecondMedusa(testStack());
  database = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
  await ensureAdmin({ medusaUrl: server.url, ...login, serverDir: server.serverDir, env: server.env });
  keys = await bootstrap({ medusaUrl: server.url, ...login });
  admin = adminApi(server.url, { key: keys.adminKey });
  medusa = connectMedusa({ url: server.url, publishableKey: keys.publishableKey, siteKey: server.siteKey });
  await sync(before);
}, 300_000);

afterAll(async () => {
  await database?.end();
  await server?.stop();
});

const other: SmallOffer = { product: 'chum', packs: [['CHUM-1', 100_000, 5]] };
const before: SmallOffer[] = [other, { product: 'tra', packs: [['TRA-1', 40_000, 9]] }];
const renamed = (product: string): SmallOffer[] => [
  other,
  { product, formerSlugs: ['tra'], packs: [['TRA-1', 40_000, 9]] },
];

const sync = (offers: SmallOffer[]) =>
  syncCommerce(smallRecord(offers), { medusaUrl: server.url, adminKey: keys.adminKey });

/** A product as Medusa holds it under this handle. */
async function stored(handle: string) {
  const product = z.object({
    id: z.string(),
    handle: z.string(),
    external_id: z.string(),
    variants: z.array(z.object({ id: z.string(), sku: z.string() })),
  });
  const { products } = await admin.get(z.object({ products: z.tuple([product]) }), '/admin/products', {
    handle,
    fields: 'id,handle,external_id,variants.id,variants.sku',
  });
  return products[0];
}

describe('in the shop, a renamed product', () => {
  test('stays the same product: variants, stock, price, orders and carts', async () => {
    const was = await stored('tra');
    const cart = await cartOf(medusa, 'TRA-1', 2);
    await orderOf(medusa, 'TRA-1', 1);
    await admin.post(z.unknown(), `/admin/products/${was.id}/variants/${was.variants[0]?.id}`, {
      prices: [{ currency_code: 'vnd', amount: 39_000 }],
    });

    const summary = await sync(renamed('tra-xanh'));
    expect(summary).toMatchObject({ created: 0, updated: 1, removed: 0, kept: 0, stocked: 0 });
    expect(await stored('tra-xanh')).toEqual({ ...was, handle: 'tra-xanh' });
    expect(await offersOf(medusa)).toMatchObject({ 'TRA-1': { price: 39_000, available: 8 } });
    expect(await sync(renamed('tra-xanh'))).toMatchObject({ updated: 0, unchanged: 2 });

    await completeOrder(medusa, cart);
    expect(await offersOf(medusa)).toMatchObject({ 'TRA-1': { available: 6 } });
  });

  test('is found by its slug, or one it had, where a version before ids wrote it', async () => {
    const { id } = await stored('tra-xanh');
    await database.query(`update product set external_id = 'tra' where id = $1`, [id]);
    expect(await sync(renamed('tra-la'))).toMatchObject({ created: 0, updated: 1, removed: 0 });
    expect(await stored('tra-la')).toMatchObject({ id, external_id: idOf('tra') });
  });
});
