/** Gift boxes and single packs take from the same pieces: never more than there are, however they are asked for. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CommerceError, type AdminApi } from '../../scripts/commerce/admin-api.ts';
import type { MedusaConnection } from '../../src/medusa-client/connection.ts';
import { sendOrder, type OrderAnswer, type OrderRequest } from '../../src/medusa-client/orders.ts';
import { mayHaveHappened } from '../../src/medusa-client/result.ts';
import { fetchOffers } from '../../src/medusa-client/site-routes.ts';
import { putBoxOnSale, inventoryItemOf } from '../support/gift-boxes.ts';
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
afterAll(() => database.end());

/** More of them, `CARTS=200` for 50 pieces, take two minutes. */
const CARTS = Number(process.env.CARTS ?? 24);
const PIECES = Math.floor(CARTS / 4);
const PRICE = 20_000;
const BOX_PRICE = 75_000;

async function reserved(goods: Goods): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `select coalesce(sum(reserved_quantity), 0)::int as n from inventory_level where inventory_item_id = $1`,
    [await inventoryItemOf(admin, goods)],
  );
  return rows[0]?.n ?? -1;
}

const offerOf = async (sku: string) => value(await fetchOffers(medusa)).find((one) => one.sku === sku);

function request(lines: readonly { variantId: string; quantity: number; price: number }[]): OrderRequest {
  return {
    ...orderRequest({ variantId: '' } as Goods, 1, 0),
    lines: lines.map(({ variantId, quantity }) => ({ variantId, quantity })),
    agreedTotal: lines.reduce((sum, { quantity, price }) => sum + quantity * price, DELIVERY_PRICE),
  };
}

async function orderInTheEnd(order: OrderRequest): Promise<OrderAnswer> {
  for (let tries = 0; tries < 10; tries += 1) {
    const answer = await sendOrder(medusa, order);
    if (answer.ok) return answer.data;
    if (!mayHaveHappened(answer.error)) throw new Error(answer.error.type);
  }
  throw new Error('No answer came in the end.');
}

describe('a gift box of three and single pieces', () => {
  test('is left as often as its scarcest part allows, and says what it takes', async () => {
    const x = await putOnSale(admin, { price: PRICE, stock: 5 });
    const y = await putOnSale(admin, { price: PRICE, stock: 9 });
    const box = await putBoxOnSale(admin, { price: BOX_PRICE, parts: [{ goods: x, quantity: 3 }, { goods: y, quantity: 1 }] }); // prettier-ignore
    const told = await offerOf(box.sku);
    expect(told).toMatchObject({ available: 1, price: BOX_PRICE });
    expect(told?.draws?.map(({ sku, pieces, left }) => [sku, pieces, left]).sort()).toEqual(
      [[x.sku, 3, 5], [y.sku, 1, 9]].sort(), // prettier-ignore
    );
    expect((await offerOf(x.sku))?.draws).toEqual([
      expect.objectContaining({ sku: x.sku, pieces: 1, left: 5 }),
    ]);
  });

  test('in one cart ask together for no more than there are', async () => {
    const x = await putOnSale(admin, { price: PRICE, stock: 5 });
    const box = await putBoxOnSale(admin, { price: BOX_PRICE, parts: [{ goods: x, quantity: 3 }] });
    const gift = { variantId: box.variantId, quantity: 1, price: BOX_PRICE };
    const single = { variantId: x.variantId, quantity: 3, price: PRICE };
    const refused = request([gift, single]);
    expect(value(await sendOrder(medusa, refused))).toEqual({ outcome: 'cart-changed' });
    expect(await reserved(x)).toBe(0);
    const { rows } = await database.query('select 1 from cart where id = $1', [refused.cartId]);
    expect(rows).toEqual([]);
    expect(value(await sendOrder(medusa, request([gift, { ...single, quantity: 2 }])))).toMatchObject({
      outcome: 'placed',
    });
    expect(await reserved(x)).toBe(5);
  });

  test('never take more than there are where another buyer takes a piece between', async () => {
    for (let round = 0; round < 4; round += 1) {
      const x = await putOnSale(admin, { price: PRICE, stock: 6 });
      const box = await putBoxOnSale(admin, { price: BOX_PRICE, parts: [{ goods: x, quantity: 3 }] });
      const all = request([
        { variantId: box.variantId, quantity: 1, price: BOX_PRICE },
        { variantId: x.variantId, quantity: 3, price: PRICE },
      ]);
      const answers = await Promise.all([orderInTheEnd(all), orderInTheEnd(orderRequest(x, 1, PRICE))]);
      expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['cart-changed', 'placed']);
      expect(await reserved(x)).toBe(answers[0]?.outcome === 'placed' ? 6 : 1);
    }
  });

  test('come to one order where both want the last', async () => {
    const x = await putOnSale(admin, { price: PRICE, stock: 1 });
    const box = await putBoxOnSale(admin, { price: BOX_PRICE, parts: [{ goods: x, quantity: 1 }] });
    const both = [
      request([{ variantId: box.variantId, quantity: 1, price: BOX_PRICE }]),
      request([{ variantId: x.variantId, quantity: 1, price: PRICE }]),
    ];
    const answers = await Promise.all(both.map(orderInTheEnd));
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['cart-changed', 'placed']);
    expect(await reserved(x)).toBe(1);
  });

  test(
    `in ${CARTS} carts at once come to as many orders as there are pieces`,
    { timeout: 600_000 },
    async () => {
      const x = await putOnSale(admin, { price: PRICE, stock: PIECES });
      const box = await putBoxOnSale(admin, { price: BOX_PRICE, parts: [{ goods: x, quantity: 1 }] });
      const carts = Array.from({ length: CARTS }, (_, at) =>
        request([
          at % 2 === 0
            ? { variantId: box.variantId, quantity: 1, price: BOX_PRICE }
            : { variantId: x.variantId, quantity: 1, price: PRICE },
        ]),
      );
      const answers = await Promise.all(carts.map(orderInTheEnd));
      const placed = answers.flatMap((answer) => (answer.outcome === 'placed' ? [answer.orderId] : []));
      expect(new Set(placed).size).toBe(PIECES);
      expect(placed).toHaveLength(PIECES);
      expect(await reserved(x)).toBe(PIECES);
      const { rows } = await database.query<{ orders: number; carts: number }>(
        `select (select count(*)::int from "order" where metadata->>'cart_id' = any($1) and deleted_at is null) as orders,
              (select count(*)::int from cart where id = any($1) and completed_at is null) as carts`,
        [carts.map(({ cartId }) => cartId)],
      );
      expect(rows[0]).toEqual({ orders: PIECES, carts: 0 });
      process.stdout.write(
        `${CARTS} carts, ${PIECES} pieces: ${placed.length} orders, ${await reserved(x)} reserved\n`,
      );
    },
  );
});

describe('what is off sale itself', () => {
  test('is sold in no box either', async () => {
    const x = await putOnSale(admin, { price: PRICE, stock: 5 });
    const box = await putBoxOnSale(admin, { price: BOX_PRICE, parts: [{ goods: x, quantity: 1 }] });
    const order = request([{ variantId: box.variantId, quantity: 1, price: BOX_PRICE }]);
    expect((await offerOf(box.sku))?.available).toBe(5);
    await x.setPrice(20);
    expect(await offerOf(box.sku)).toMatchObject({ held: 'part', available: 0 });
    expect(value(await sendOrder(medusa, order))).toEqual({ outcome: 'cart-changed' });
    await x.setPrice(PRICE);
    expect((await offerOf(box.sku))?.held).toBeUndefined();
    await x.withdraw();
    expect(await offerOf(box.sku)).toMatchObject({ held: 'part', available: 0 });
    expect(value(await sendOrder(medusa, order))).toEqual({ outcome: 'cart-changed' });
    expect(await reserved(x)).toBe(0);
  });
});

describe('pieces in two places that sell', () => {
  test('are refused where they are written, and shown as what one order can have', async () => {
    const x = await putOnSale(admin, { price: PRICE, stock: 9 });
    const item = await inventoryItemOf(admin, x);
    const { stock_location } = await admin.post(
      z.object({ stock_location: z.object({ id: z.string() }) }),
      '/admin/stock-locations',
      { name: `Kho thứ hai ${x.sku}` },
    );
    const there = { location_id: stock_location.id, stocked_quantity: 5 };
    const { stores } = await admin.get(
      z.object({ stores: z.array(z.object({ default_sales_channel_id: z.string() })) }),
      '/admin/stores',
    );
    // In a place that sells nothing they may lie.
    await admin.post(z.unknown(), `/admin/inventory-items/${item}/location-levels`, there);
    await admin.post(z.unknown(), `/admin/stock-locations/${stock_location.id}/sales-channels`, {
      add: [stores[0]?.default_sales_channel_id],
    });
    try {
      expect((await offerOf(x.sku))?.available).toBe(9);
      expect(value(await sendOrder(medusa, orderRequest(x, 13, PRICE)))).toEqual({ outcome: 'cart-changed' });
      const again = admin.post(
        z.unknown(),
        `/admin/inventory-items/${item}/location-levels/${there.location_id}`,
        {
          stocked_quantity: 6,
        },
      );
      await expect(again).rejects.toThrow(CommerceError);
      expect(value(await sendOrder(medusa, orderRequest(x, 9, PRICE)))).toMatchObject({ outcome: 'placed' });
    } finally {
      await admin.post(z.unknown(), `/admin/stock-locations/${stock_location.id}/sales-channels`, {
        remove: [stores[0]?.default_sales_channel_id],
      });
    }
  });
});
