import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { offersOf, orderOf, value } from '../support/orders.ts';
import { fetchOffers } from '../../src/medusa-client/site-routes.ts';
import type { GiftBox } from '../../src/record/types.ts';
import type { SmallOffer } from '../support/small-record.ts';
import { startSyncedShop, type SyncedShop } from '../support/synced-shop.ts';

// What belongs to staff once a product is in Medusa: its price, stock, status and whatever they wrote to it.

let shop: SyncedShop;
let sync: SyncedShop['sync'];

beforeAll(async () => {
  shop = await startSyncedShop();
  ({ sync } = shop);
}, 300_000);

afterAll(() => shop?.stop());

const offers = () => offersOf(shop.medusa);
const order = (sku: string, quantity: number) => orderOf(shop.medusa, sku, quantity);

describe('what staff own in what the record offers', () => {
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

  beforeAll(() => sync(first));

  test('a pack that leaves goes off sale and comes back with the price and stock it has, its orders whole', async () => {
    await order('TRA-1', 2);
    await shop.setPrice('TRA-1', 33_000);
    const before = await shop.packOf('TRA-1');
    const other: SmallOffer = { product: 'tra', packs: [['TRA-2', 70_000, 4]] };
    expect(await sync([first[0] as SmallOffer, other])).toMatchObject({ updated: 1, stocked: 1 });
    expect(await offers()).toMatchObject({ 'TRA-2': { price: 70_000, available: 4 } });
    expect(await offers()).not.toHaveProperty('TRA-1');
    expect(await sync([first[0] as SmallOffer, other])).toMatchObject({ unchanged: 2 });
    expect(await sync(first)).toMatchObject({ updated: 1, stocked: 0 });
    expect(await offers()).toMatchObject({ 'TRA-1': { price: 33_000, available: 7 } });
    expect(await offers()).not.toHaveProperty('TRA-2');
    expect(await shop.packOf('TRA-1')).toEqual(before);
  });

  test('what leaves the record goes off sale and comes back as it was: ids, price, stock, what staff wrote', async () => {
    const { productId } = await shop.packOf('CHUM-1');
    await shop.setPrice('CHUM-1', 95_000);
    await shop.setStock('CHUM-1', 17);
    const own = {
      thumbnail: 'https://example.vn/chum.png',
      subtitle: 'Của nhân viên',
      metadata: { shelf: 'B3' },
    };
    await shop.admin.post(z.unknown(), `/admin/products/${productId}`, own);
    const before = [await shop.packOf('CHUM-1'), await shop.packOf('TRA-1'), await offers()];
    const files = await shop.productOf('chum');
    // SAMPLES=off is a record without the samples.
    expect(await sync([])).toMatchObject({ withdrawn: 2, created: 0 });
    expect(await offers()).toEqual({});
    const at = await shop.lastWrite();
    expect(await sync([])).toMatchObject({ withdrawn: 0 });
    expect(await shop.lastWrite()).toBe(at);
    expect(await sync(first)).toMatchObject({ created: 0, returned: 2, updated: 0, stocked: 0 });
    expect([await shop.packOf('CHUM-1'), await shop.packOf('TRA-1'), await offers()]).toEqual(before);
    expect(await shop.productOf('chum')).toMatchObject({ ...files, ...own, metadata: files.metadata });
    expect(files.metadata).toMatchObject({ shelf: 'B3' });
  });

  test('one that comes back with another name, text and price keeps its id and stock', async () => {
    const { productId } = await shop.packOf('TRA-1');
    const { available } = (await offers())['TRA-1'] ?? {};
    await sync([first[0] as SmallOffer]);
    const renamed: SmallOffer = {
      ...{ product: 'tra-xanh', formerSlugs: ['tra'], title: 'Trà xanh' },
      packs: [['TRA-1', 48_000, 99]],
    };
    expect(await sync([first[0] as SmallOffer, renamed])).toMatchObject({ created: 0, returned: 1 });
    expect((await shop.packOf('TRA-1')).productId).toBe(productId);
    expect(await offers()).toMatchObject({ 'TRA-1': { price: 48_000, available } });
    await sync(first);
  });

  test('whether a product is published is for staff to say, on sale or off', async () => {
    const { productId } = await shop.packOf('TRA-1');
    await shop.admin.post(z.unknown(), `/admin/products/${productId}`, { status: 'draft' });
    await sync([first[0] as SmallOffer, { ...(first[1] as SmallOffer), title: 'Trà khác' }]);
    expect(await offers()).not.toHaveProperty('TRA-1');
    await sync([first[0] as SmallOffer]);
    await sync(first);
    expect(await offers()).not.toHaveProperty('TRA-1');
    await shop.admin.post(z.unknown(), `/admin/products/${productId}`, { status: 'published' });
    expect(await sync(first)).toMatchObject({ unchanged: 2 });
    expect(await offers()).toHaveProperty('TRA-1');
  });

  test('what staff delete stays deleted until it is asked for again', async () => {
    const honey: SmallOffer = {
      product: 'mat-ong',
      packs: [
        ['MAT-1', 90_000, 3],
        ['MAT-2', 170_000, 3],
      ],
    };
    await sync([...first, honey]);
    const { productId, variantId } = await shop.packOf('MAT-2');
    await shop.remove(`/admin/products/${productId}/variants/${variantId}`);
    await sync([...first, { ...honey, title: 'Mật ong rừng' }]);
    expect(await offers()).not.toHaveProperty('MAT-2');
    await shop.syncAgain([...first, { ...honey, title: 'Mật ong rừng' }], 'MAT-2');
    expect(await offers()).toMatchObject({ 'MAT-2': { price: 170_000, available: 3 } });

    await shop.remove(`/admin/products/${productId}`);
    expect(await sync([...first, honey])).toMatchObject({ created: 0, leftDeleted: ['mat-ong'] });
    expect(await offers()).not.toHaveProperty('MAT-1');
    expect(await shop.syncAgain([...first, honey], 'mat-ong')).toMatchObject({
      created: 1,
      leftDeleted: [],
      stocked: 2,
    });
    expect(await sync([...first, honey])).toMatchObject({ unchanged: 3, leftDeleted: [] });
    await sync(first);
  });

  test('a SKU and a name may go to another product, and an order that waits for the goods is told of', async () => {
    await sync([...first, { product: 'dao', packs: [['DAO-1', 20_000, 4]] }]);
    await sync(first);
    const moved: SmallOffer = { product: 'man', packs: [['DAO-1', 21_000, 8]] };
    expect(await sync([...first, moved])).toMatchObject({ created: 1 });
    expect(await offers()).toMatchObject({ 'DAO-1': { price: 21_000, available: 8 } });
    await order('DAO-1', 1);
    const away: SmallOffer = { product: 'le', packs: [['DAO-1', 21_000, 8]] };
    await expect(sync([...first, away])).rejects.toThrow(/DAO-1 to another product, and open orders/);
    await sync(first);
  });
});

describe('a gift box of the record', () => {
  const both = (text: string) => ({ vi: text, en: text });
  const goods: SmallOffer[] = [
    { product: 'che', packs: [['CHE-1', 60_000, 12]] },
    { product: 'banh', packs: [['BANH-1', 40_000, 10]] },
  ];
  const box = (change: Partial<GiftBox> = {}): GiftBox => ({
    ...{ sku: 'GIO-1', slug: 'gio', name: both('Giỏ'), summary: both('Giỏ thử'), sender: 'htx' },
    ...{ price: 150_000, weightGrams: null, sample: true },
    parts: [
      { sku: 'CHE-1', quantity: 2 },
      { sku: 'BANH-1', quantity: 1 },
    ],
    ...change,
  });
  const boxNow = async () => value(await fetchOffers(shop.medusa)).find(({ sku }) => sku === 'GIO-1');
  const drawsNow = async () => (await boxNow())?.draws?.map(({ sku, pieces }) => [sku, pieces]).sort();

  test('takes its stock from its parts, follows their change, and keeps the price staff set', async () => {
    expect(await shop.syncBoxes(goods, [box()])).toMatchObject({ boxesIncomplete: [], stocked: 2 });
    expect(await boxNow()).toMatchObject({ price: 150_000, available: 6 });
    await order('GIO-1', 2);
    expect(await offers()).toMatchObject({ 'CHE-1': { available: 8 }, 'BANH-1': { available: 8 } });
    await shop.setPrice('GIO-1', 140_000);
    const at = await shop.lastWrite();
    expect(await shop.syncBoxes(goods, [box()])).toMatchObject({ unchanged: 3, updated: 0 });
    expect(await shop.lastWrite()).toBe(at);
    // Another name of its file, and other parts: the same box.
    const { productId } = await shop.packOf('GIO-1');
    const changed = box({ slug: 'gio-khac', parts: [{ sku: 'CHE-1', quantity: 3 }] });
    await shop.syncBoxes(goods, [changed]);
    expect(await drawsNow()).toEqual([['CHE-1', 3]]);
    expect(await boxNow()).toMatchObject({ price: 140_000, available: 2 });
    expect((await shop.packOf('GIO-1')).productId).toBe(productId);
  });

  test('leaves and comes back with the record, and is held while a part is off sale', async () => {
    await shop.syncBoxes(goods, []);
    expect(await boxNow()).toBeUndefined();
    await shop.syncBoxes(goods, [box()]);
    expect(await drawsNow()).toEqual([['BANH-1', 1], ['CHE-1', 2]]); // prettier-ignore
    expect((await boxNow())?.held).toBeUndefined();
    // A record that offers the box and not its part is refused by the checks; staff may delete the part in Medusa.
    const { productId } = await shop.packOf('BANH-1');
    await shop.remove(`/admin/products/${productId}`);
    expect(await boxNow()).toMatchObject({ held: 'part', available: 0 });
    expect(await shop.syncBoxes(goods, [box()])).toMatchObject({ boxesIncomplete: ['GIO-1'] });
    expect(await boxNow()).toMatchObject({ held: 'part' });
    expect(await shop.syncBoxes(goods, [box()], 'banh')).toMatchObject({ boxesIncomplete: [] });
    expect(await drawsNow()).toEqual([['BANH-1', 1], ['CHE-1', 2]]); // prettier-ignore
    expect((await boxNow())?.held).toBeUndefined();
  });
});
