import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { syncCommerce, type SyncProgress } from '../../scripts/commerce/sync.ts';
import { offersOf, orderOf } from '../support/orders.ts';
import { smallRecord, type SmallOffer } from '../support/small-record.ts';
import { startSyncedShop, type SyncedShop } from '../support/synced-shop.ts';

let shop: SyncedShop;
let sync: SyncedShop['sync'];

beforeAll(async () => {
  shop = await startSyncedShop();
  ({ sync } = shop);
}, 300_000);

afterAll(() => shop?.stop());

const offers = () => offersOf(shop.medusa);
const order = (sku: string, quantity: number) => orderOf(shop.medusa, sku, quantity);

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
    const before = await shop.lastWrite();
    expect(await sync(first)).toMatchObject({
      created: 0,
      updated: 0,
      withdrawn: 0,
      unchanged: 2,
      stocked: 0,
    });
    expect(await shop.lastWrite()).toBe(before);
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
    await shop.setPrice('TRA-1', 35_000);
    await sync([first[0] as SmallOffer, { ...(first[1] as SmallOffer), title: 'Trà mới' }]);
    expect(await offers()).toMatchObject({ 'TRA-1': { price: 35_000 } });
    await sync([first[0] as SmallOffer, { product: 'tra', packs: [['TRA-1', 45_000, 9]] }]);
    expect(await offers()).toMatchObject({ 'TRA-1': { price: 45_000 } });
    await sync(first);
  });

  test('takes a pack that an open order waits for off sale without losing the order', async () => {
    await order('CHUM-2', 1);
    const without: SmallOffer = { product: 'chum', packs: [['CHUM-1', 100_000, 5]] };
    await sync([without, first[1] as SmallOffer]);
    expect(await offers()).not.toHaveProperty('CHUM-2');
    expect(await sync(first)).toMatchObject({ updated: 1, stocked: 0 });
    expect(await offers()).toMatchObject({ 'CHUM-2': { price: 180_000, available: 5 } });
  });

  test('stocks packs that an interrupted sync created and left without', async () => {
    const half: SmallOffer[] = [...first, { product: 'neu', packs: [['NEU-1', 30_000, 9]] }];
    await sync(half);
    await shop.database.query(
      `delete from inventory_level where inventory_item_id =
         (select id from inventory_item where sku = 'NEU-1' and deleted_at is null)`,
    );
    expect(await offers()).toMatchObject({ 'NEU-1': { available: 0 } });
    expect(await sync(half)).toMatchObject({ stocked: 1 });
    expect(await offers()).toMatchObject({ 'NEU-1': { available: 9 } });
    await sync(first);
  });

  test('leaves a product alone that staff made in Medusa', async () => {
    const own = await shop.admin.post(
      z.object({ product: z.object({ id: z.string() }) }),
      '/admin/products',
      {
        title: 'Của nhân viên',
        options: [{ title: 'Gói', values: ['một'] }],
      },
    );
    await sync([]);
    await shop.admin.get(z.unknown(), `/admin/products/${own.product.id}`);
    await sync(first);
  });

  test('takes time in proportion: 200 products in seconds', async () => {
    const many = Array.from({ length: 200 }, (_, i): SmallOffer => ({
      product: `nhieu-${i}`,
      packs: [[`NHIEU-${i}`, 10_000 + i, 2]],
    }));
    const startedAt = performance.now();
    expect(await sync([...first, ...many])).toMatchObject({ created: 200, stocked: 200 });
    expect(performance.now() - startedAt).toBeLessThan(60_000);
    // As autovacuum does a little later: without statistics PostgreSQL joins hundreds of packs in pairs.
    await shop.database.query('analyze');
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
    const strange = { medusaUrl: shop.server.url, adminKey: 'sk_wrong' };
    await expect(syncCommerce(smallRecord([]), strange)).rejects.toThrow(/MEDUSA_ADMIN_KEY/);
  });
});
