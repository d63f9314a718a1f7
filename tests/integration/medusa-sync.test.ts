import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { adminApi, type AdminApi } from '../../scripts/commerce/admin-api.ts';
import { bootstrap, ensureAdmin, type StoreKeys } from '../../scripts/commerce/bootstrap.ts';
import { syncCommerce, type SyncProgress } from '../../scripts/commerce/sync.ts';
import { connectMedusa, type MedusaConnection } from '../../src/medusa-client/connection.ts';
import { fetchOffers } from '../../src/medusa-client/site-routes.ts';
import { offersOf, orderOf, value } from '../support/orders.ts';
import { smallRecord, type SmallOffer } from '../support/small-record.ts';
import { startSecondMedusa, type SecondMedusa } from '../support/second-medusa.ts';
import { testStack } from '../support/stack.ts';

const email = 'staff@example.vn';
const password = 'a long password of staff';

let server: SecondMedusa;
let keys: StoreKeys;
let admin: AdminApi;
let medusa: MedusaConnection;
let database: pg.Pool;

beforeAll(async () => {
  server = await startSecondMedusa(testStack());
  database = new pg.Pool({ connectionString: server.databaseUrl, max: 2 });
  await ensureAdmin({ medusaUrl: server.url, email, password, serverDir: server.serverDir, env: server.env });
  keys = await bootstrap({ medusaUrl: server.url, email, password });
  admin = adminApi(server.url, { key: keys.adminKey });
  medusa = connectMedusa({ url: server.url, publishableKey: keys.publishableKey, siteKey: server.siteKey });
}, 300_000);

afterAll(async () => {
  await database?.end();
  await server?.stop();
});

const sync = (offers: SmallOffer[], onProgress?: (progress: SyncProgress) => void) =>
  syncCommerce(smallRecord(offers), { medusaUrl: server.url, adminKey: keys.adminKey }, onProgress);

const offers = () => offersOf(medusa);
const order = (sku: string, quantity: number) => orderOf(medusa, sku, quantity);

/** When anything of the catalogue was last written, to see that nothing is. */
const lastWrite = async (): Promise<string> => {
  const { rows } = await database.query<{ at: string }>(
    `select greatest(
       (select max(updated_at) from product), (select max(updated_at) from product_variant),
       (select max(updated_at) from price), (select max(updated_at) from inventory_level),
       (select max(updated_at) from trace_lot))::text as at`,
  );
  return rows[0]?.at ?? '';
};

describe('bringing the catalogue in line', () => {
  const first: SmallOffer[] = [
    {
      product: 'chum',
      packs: [
        ['CHUM-1', 100_000, 5],
        ['CHUM-2', 180_000, 6],
      ],
    },
    { product: 'tra', packs: [['TRA-1', 40_000, 9]] },
  ];

  test('creates products with price and stock, tells of its progress, registers the lots', async () => {
    const told: SyncProgress[] = [];
    expect(await sync(first, (progress) => told.push(progress))).toMatchObject({
      created: 2,
      stocked: 3,
      lots: { created: 2 },
    });
    expect(await offers()).toEqual({
      'CHUM-1': { price: 100_000, available: 5 },
      'CHUM-2': { price: 180_000, available: 6 },
      'TRA-1': { price: 40_000, available: 9 },
    });
    expect(told.at(-1)).toEqual({ step: 'lots', done: 2, total: 2 });
    expect(told.some(({ step }) => step === 'products')).toBe(true);
  });

  test('writes nothing when nothing changed', async () => {
    const before = await lastWrite();
    expect(await sync(first)).toMatchObject({ created: 0, updated: 0, removed: 0, unchanged: 2, stocked: 0 });
    expect(await lastWrite()).toBe(before);
  });

  test('changes a price that moved and never undoes sales', async () => {
    await order('CHUM-1', 2);
    const moved: SmallOffer[] = [
      {
        product: 'chum',
        packs: [
          ['CHUM-1', 110_000, 5],
          ['CHUM-2', 180_000, 6],
        ],
      },
      first[1] as SmallOffer,
    ];
    expect(await sync(moved)).toMatchObject({ updated: 1, unchanged: 1 });
    expect(await offers()).toMatchObject({ 'CHUM-1': { price: 110_000, available: 3 } });
    await sync(first);
  });

  test('leaves a price that staff set until the record moves', async () => {
    const id = value(await fetchOffers(medusa)).find(({ sku }) => sku === 'TRA-1')?.variantId ?? '';
    const { variants } = await admin.get(
      z.object({ variants: z.array(z.object({ product_id: z.string() })) }),
      '/admin/product-variants',
      { id, fields: 'product_id' },
    );
    await admin.post(z.unknown(), `/admin/products/${variants[0]?.product_id}/variants/${id}`, {
      prices: [{ currency_code: 'vnd', amount: 35_000 }],
    });
    await sync([first[0] as SmallOffer, { ...(first[1] as SmallOffer), title: 'Trà mới' }]);
    expect(await offers()).toMatchObject({ 'TRA-1': { price: 35_000 } });
    await sync([first[0] as SmallOffer, { product: 'tra', packs: [['TRA-1', 45_000, 9]] }]);
    expect(await offers()).toMatchObject({ 'TRA-1': { price: 45_000 } });
    await sync(first);
  });

  test('adds and removes packs of a product', async () => {
    const other: SmallOffer = { product: 'tra', packs: [['TRA-2', 70_000, 4]] };
    expect(await sync([first[0] as SmallOffer, other])).toMatchObject({ updated: 1, stocked: 1 });
    expect(await offers()).toMatchObject({ 'TRA-2': { price: 70_000, available: 4 } });
    expect(await offers()).not.toHaveProperty('TRA-1');
    await sync(first);
    expect(await offers()).toMatchObject({ 'TRA-1': { price: 40_000, available: 9 } });
  });

  test('takes a pack that an open order waits for off sale without losing the order', async () => {
    await order('CHUM-2', 1);
    const without: SmallOffer = { product: 'chum', packs: [['CHUM-1', 100_000, 5]] };
    await sync([without, first[1] as SmallOffer]);
    expect(await offers()).not.toHaveProperty('CHUM-2');
    expect(await sync(first)).toMatchObject({ updated: 1, stocked: 0 });
    expect(await offers()).toMatchObject({ 'CHUM-2': { price: 180_000, available: 5 } });
  });

  test('removes what left the record; hides what open orders wait for, and brings it back', async () => {
    await sync([...first, { product: 'mat-ong', packs: [['MAT-1', 90_000, 3]] }]);
    expect(await sync([])).toMatchObject({ removed: 2, hidden: 1 });
    expect(await offers()).toEqual({});
    expect(await sync(first)).toMatchObject({ created: 1, updated: 1 });
    expect(await offers()).toMatchObject({
      'CHUM-1': { price: 100_000, available: 3 },
      'TRA-1': { price: 40_000, available: 9 },
    });
  });

  test('stocks packs that an interrupted sync created and left without', async () => {
    await database.query(
      `delete from inventory_level where inventory_item_id =
         (select id from inventory_item where sku = 'TRA-1' and deleted_at is null)`,
    );
    expect(await offers()).toMatchObject({ 'TRA-1': { available: 0 } });
    expect(await sync(first)).toMatchObject({ stocked: 1 });
    expect(await offers()).toMatchObject({ 'TRA-1': { available: 9 } });
  });

  test('leaves a product alone that staff made in Medusa', async () => {
    const own = await admin.post(z.object({ product: z.object({ id: z.string() }) }), '/admin/products', {
      title: 'Của nhân viên',
      options: [{ title: 'Gói', values: ['một'] }],
    });
    await sync([]);
    await admin.get(z.unknown(), `/admin/products/${own.product.id}`);
    await sync(first);
  });

  test('takes time in proportion: 200 products in seconds', async () => {
    const many = Array.from({ length: 200 }, (_, i): SmallOffer => ({
      product: `nhieu-${i}`,
      packs: [[`NHIEU-${i}`, 10_000 + i, 2]],
    }));
    const startedAt = performance.now();
    expect(await sync([...first, ...many])).toMatchObject({ created: 200, stocked: 200 });
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    // As autovacuum does a little later: without statistics PostgreSQL joins hundreds of packs in pairs.
    await database.query('analyze');
    const prices = await offers();
    expect(prices['NHIEU-199']).toEqual({ price: 10_199, available: 2 });
  });
});

describe('when Medusa cannot be used', () => {
  test('an address where nothing answers is named', async () => {
    const nowhere = { medusaUrl: 'http://127.0.0.1:9', adminKey: 'sk_x' };
    await expect(syncCommerce(smallRecord([]), nowhere)).rejects.toThrow(/127\.0\.0\.1:9 does not answer/);
  });

  test('a wrong key is told as such', async () => {
    const strange = { medusaUrl: server.url, adminKey: 'sk_wrong' };
    await expect(syncCommerce(smallRecord([]), strange)).rejects.toThrow(/MEDUSA_ADMIN_KEY/);
  });
});
