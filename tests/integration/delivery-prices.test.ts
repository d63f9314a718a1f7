/** What delivery costs, from the table that staff keep to the order, its receipt and the clerk's view of it. */
import { flatTable, type DeliveryTable } from '@ocop/rules/delivery-price';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { AdminApi } from '../../scripts/commerce/admin-api.ts';
import type { MedusaConnection } from '../../src/medusa-client/connection.ts';
import { fetchDeliveryTable, sendOrder, type OrderRequest } from '../../src/medusa-client/orders.ts';
import { fetchOffers, fetchReceipt } from '../../src/medusa-client/site-routes.ts';
import { DELIVERY_PRICES, saveTable, tableNow, zonedTable } from '../support/delivery-prices.ts';
import { putOnSale, testAdmin, type Goods } from '../support/goods.ts';
import { DELIVERY_PRICE, orderRequest, value } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const database = new pg.Client({ connectionString: stack.databaseUrl });
let admin: AdminApi;
let medusa: MedusaConnection;

beforeAll(async () => {
  await database.connect();
  admin = testAdmin(stack);
  medusa = testShop(stack);
});
// All suites share one shop: the others know one price.
afterAll(async () => {
  await database.query('delete from delivery_price_table');
  await database.end();
});

/** A pack of 100,000 đồng of a producer's. */
async function goodsOf(producer: string, grams: number | null): Promise<Goods> {
  const metadata = { producer: { id: producer, name: `HTX ${producer}` } };
  const goods = await putOnSale(admin, { price: 100_000, stock: 50, metadata });
  await admin.post(z.unknown(), `/admin/products/${goods.productId}/variants/${goods.variantId}`, {
    weight: grams,
  });
  return goods;
}

/** Such a cart, agreed to at goods and `shipping`. */
function orderOf(lines: [Goods, number][], shipping: number, province = 'Bắc Ninh'): OrderRequest {
  const [first] = lines[0] ?? [];
  if (!first) throw new Error('an order of nothing');
  const pieces = lines.reduce((sum, [, quantity]) => sum + quantity, 0);
  const request = orderRequest(first, 1, 0);
  return {
    ...request,
    lines: lines.map(([{ variantId }, quantity]) => ({ variantId, quantity })),
    agreedTotal: pieces * 100_000 + shipping,
    address: { ...request.address, province },
  };
}
const send = async (request: OrderRequest) => value(await sendOrder(medusa, request));

describe('as long as staff saved no table', () => {
  test('one price serves every order, and the table says so', async () => {
    expect(value(await fetchDeliveryTable(medusa))).toEqual(flatTable(DELIVERY_PRICE));
    expect(await tableNow(admin)).toEqual({ version: 0, table: flatTable(DELIVERY_PRICE), changes: [] });
    const [a, b] = [await goodsOf('ct-a', 9_000), await goodsOf('ct-b', 9_000)];
    expect(
      await send(
        orderOf(
          [
            [a, 1],
            [b, 1],
          ],
          DELIVERY_PRICE,
          'Cà Mau',
        ),
      ),
    ).toMatchObject({
      outcome: 'placed',
    });
  });
});

describe('a saved table', () => {
  let light: Goods;
  let other: Goods;
  let unweighed: Goods;
  beforeAll(async () => {
    await saveTable(admin, zonedTable);
    light = await goodsOf('ct-a', 400);
    other = await goodsOf('ct-b', 1_500);
    unweighed = await goodsOf('ct-c', null);
  });

  test('is told to the site whole, with the least price beside it for a site of before', async () => {
    expect(value(await fetchDeliveryTable(medusa))).toEqual(zonedTable);
    const answer = await fetch(`${stack.medusaUrl}/site/delivery`, {
      headers: { 'x-site-key': stack.env.SITE_KEY ?? '' },
    });
    expect(await answer.json()).toMatchObject({ amount: 20_000, table: zonedTable });
    const offer = value(await fetchOffers(medusa)).find(({ sku }) => sku === other.sku);
    expect(offer).toMatchObject({ sender: 'ct-b', grams: 1_500 });
  });

  test.each<[string, () => [Goods, number][], number, string]>([
    ['a light parcel nearby', () => [[light, 2]], 20_000, 'Tỉnh Bắc Ninh'],
    ['a heavier one', () => [[light, 3]], 35_000, 'Bắc Ninh'],
    ['one above the last step', () => [[other, 3]], 45_000, 'Bắc Ninh'],
    [
      'two producers',
      () => [
        [light, 1],
        [other, 1],
      ],
      55_000,
      'Thành phố Hà Nội',
    ],
    [
      'a far zone',
      () => [
        [light, 1],
        [other, 1],
      ],
      130_000,
      'Tỉnh Tuyên Quang',
    ],
    [
      'free above a sum, of the one parcel alone',
      () => [
        [light, 10],
        [other, 1],
      ],
      35_000,
      'Bắc Ninh',
    ],
    ['a sum that frees nothing in a far zone', () => [[light, 10]], 90_000, 'Cao Bằng'],
    ['a pack that nobody weighed', () => [[unweighed, 3]], 35_000, 'Bắc Ninh'],
    ['a province of no name', () => [[light, 1]], 20_000, 'Nơi không có'],
  ])('charges %s', async (_, lines, shipping, province) => {
    const request = orderOf(lines(), shipping, province);
    expect(await send({ ...request, agreedTotal: request.agreedTotal + 1 })).toEqual({
      outcome: 'price-changed',
      total: request.agreedTotal,
    });
    expect(await send(request)).toMatchObject({ outcome: 'placed' });
  });

  test('is told by the parcel on receipt, order and slip', async () => {
    const placed = await send(
      orderOf(
        [
          [light, 1],
          [other, 1],
        ],
        55_000,
      ),
    );
    const orderId = placed.outcome === 'placed' ? placed.orderId : '';
    expect(value(await fetchReceipt(medusa, orderId))).toMatchObject({
      shipping: 55_000,
      total: 255_000,
      parcels: [
        { sender: 'ct-a', price: 20_000 },
        { sender: 'ct-b', price: 35_000 },
      ],
    });
    const { order } = await admin.get(
      z.object({ order: z.record(z.string(), z.unknown()) }),
      `/admin/order-desk/${orderId}`,
    );
    expect(order).toMatchObject({ shipping: 55_000, parcels: [{ shipping: 20_000 }, { shipping: 35_000 }] });
    const { rows } = await database.query<{ data: unknown }>(
      `select m.data from order_shipping s join order_shipping_method m on m.id = s.shipping_method_id
       where s.order_id = $1`,
      [orderId],
    );
    expect(rows).toEqual([
      {
        data: {
          parcels: [
            { sender: 'ct-a', grams: 400, goods: 100_000, price: 20_000 },
            { sender: 'ct-b', grams: 1_500, goods: 100_000, price: 35_000 },
          ],
        },
      },
    ]);
  });

  test('that changed between cart and order orders nothing at the old total', async () => {
    const request = orderOf([[light, 1]], 20_000);
    await saveTable(admin, {
      ...zonedTable,
      elsewhere: { ...zonedTable.elsewhere, steps: [{ upTo: 1_000, price: 22_000 }] },
    });
    expect(await send(request)).toEqual({ outcome: 'price-changed', total: 122_000 });
    await saveTable(admin, zonedTable);
    expect(await send(request)).toMatchObject({ outcome: 'placed' });
  });

  test('can charge the order once', async () => {
    await saveTable(admin, { ...zonedTable, charged: 'order' });
    const request = orderOf(
      [
        [light, 1],
        [other, 1],
      ],
      35_000,
    );
    const placed = await send(request);
    expect(placed).toMatchObject({ outcome: 'placed' });
    const orderId = placed.outcome === 'placed' ? placed.orderId : '';
    expect(value(await fetchReceipt(medusa, orderId)).parcels).toEqual([]);
    await saveTable(admin, zonedTable);
  });
});

describe('saving a table', () => {
  const post = (body: unknown, authorized = true) =>
    fetch(stack.medusaUrl + DELIVERY_PRICES, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorized
          ? { authorization: `Basic ${Buffer.from(`${stack.env.MEDUSA_ADMIN_KEY}:`).toString('base64')}` }
          : {}),
      },
      body: JSON.stringify(body),
    });
  const elsewhere = (change: object) => ({
    ...zonedTable,
    elsewhere: { ...zonedTable.elsewhere, ...change },
  });

  test.each<[string, unknown, string]>([
    ['a price below nought', elsewhere({ steps: [{ upTo: 1, price: -1 }] }), 'elsewhere.steps.0.price'],
    ['half a đồng', elsewhere({ steps: [{ upTo: 1, price: 0.5 }] }), 'elsewhere.steps.0.price'],
    [
      'a price as words',
      elsewhere({ steps: [{ upTo: 1, price: '20000' }] }),
      'table.elsewhere.steps.0.price',
    ],
    ['no step', elsewhere({ steps: [] }), 'elsewhere.steps'],
    ['a sum beyond all', elsewhere({ freeFrom: 1e15 }), 'elsewhere.freeFrom'],
    ['a province twice', { ...zonedTable, zones: [...zonedTable.zones, zonedTable.zones[0]] }, 'provinces'],
    ['thirty zones', { ...zonedTable, zones: Array(30).fill(zonedTable.zones[0]) }, 'zones'],
    ['no table', null, 'table'],
  ])('with %s is refused by the name of the field, and nothing changes', async (_, table, field) => {
    const { version } = await tableNow(admin);
    const answer = await post({ version, table });
    expect(answer.status).toBe(400);
    const { fields, reason } = (await answer.json()) as { fields: string[]; reason: string };
    expect(reason).toBe('invalid-body');
    expect(fields.join()).toContain(field);
    expect((await tableNow(admin)).version).toBe(version);
  });

  test('over one that somebody saved meanwhile is refused; of two at once one is', async () => {
    const { version } = await tableNow(admin);
    const table: DeliveryTable = { ...zonedTable, charged: 'order' };
    const answers = await Promise.all([0, 1, 2].map(() => post({ version, table })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const late = await post({ version, table });
    expect(await late.json()).toMatchObject({ reason: 'delivery-prices-moved' });
    const { changes, ...now } = await tableNow(admin);
    expect(now).toMatchObject({ version: version + 1, table });
    expect(changes[0]).toMatchObject({ version: version + 1, by: expect.stringMatching(/^apk_/) });
  });

  test('is for staff alone', async () => {
    expect((await post({ version: 0, table: zonedTable }, false)).status).toBe(401);
    expect((await fetch(stack.medusaUrl + DELIVERY_PRICES)).status).toBe(401);
  });
});
