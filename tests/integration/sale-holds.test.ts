/** What the shop does not sell until staff decide: prices that nobody can have meant, and recalled goods. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { heldPacks } from '@ocop/contract/selling';
import { auditLogAnswer } from '@ocop/contract/audit-log';
import type { AdminApi } from '../../scripts/commerce/admin-api.ts';
import { addLine, createCart } from '../support/store-carts.ts';
import type { MedusaConnection } from '../../src/medusa-client/connection.ts';
import { completeCart } from '../support/store-ordering.ts';
import { fetchOffers, fetchRecalls } from '../../src/medusa-client/site-routes.ts';
import { newBuyer } from '../support/buyer.ts';
import { putOnSale, testAdmin, type Goods } from '../support/goods.ts';
import { knownProduct } from '../support/known-product.ts';
import { ask, registerLots } from '../support/life-cycle.ts';
import { cartOf, prepareOrder } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';
import { lotWith } from '../support/stamped-lot.ts';

const stack = testStack();
const database = new pg.Pool({ connectionString: stack.databaseUrl, max: 1 });
let admin: AdminApi;
let medusa: MedusaConnection;

beforeAll(() => {
  admin = testAdmin(stack);
  medusa = testShop(stack);
});
afterAll(() => database.end());

const offerOf = async ({ sku }: Goods) => {
  const offers = await fetchOffers(medusa);
  if (!offers.ok) throw new Error(offers.error.type);
  return offers.data.find((one) => one.sku === sku);
};
const heldOf = async ({ sku }: Goods) => {
  const { held } = await admin.get(heldPacks, '/admin/traceability/selling');
  return held.find((one) => one.sku === sku);
};
async function readyCart(goods: Goods): Promise<string> {
  const cart = await cartOf(medusa, goods.sku, 1);
  await prepareOrder(medusa, cart);
  return cart;
}
const priceList = z.object({ price_list: z.object({ id: z.string() }) });
/** Whether Medusa lets a pack into a new cart. */
async function isSold(goods: Goods): Promise<boolean> {
  const cart = await createCart(medusa);
  if (!cart.ok) throw new Error(cart.error.type);
  return (await addLine(medusa, cart.data.id, goods.variantId, 1)).ok;
}

describe('a price that nobody can have meant', () => {
  test.each([295, 0, -5_000, 38_000.5, 500_000_001])(
    '%d ₫ is not sold, and staff see it; corrected, it is sold again',
    async (price) => {
      const goods = await putOnSale(admin, { price: 295_000, stock: 5 });
      expect(await offerOf(goods)).toMatchObject({ price: 295_000, available: 5 });
      await goods.setPrice(price);
      expect(await offerOf(goods)).toMatchObject({ price: 295_000, available: 0, held: 'price' });
      expect(await isSold(goods)).toBe(false);
      expect(await heldOf(goods)).toMatchObject({ fault: 'implausible', price, accepted: 295_000 });
      const note = 'Đúng giá này';
      expect(await ask('/selling/keep-price', { variantId: goods.variantId, price, note })).toMatchObject({
        status: 409,
        body: { reason: 'price-implausible' },
      });
      await goods.setPrice(300_000);
      expect(await offerOf(goods)).toMatchObject({ price: 300_000, available: 5 });
      expect(await heldOf(goods)).toBeUndefined();
    },
  );

  test('a pack that never had another is not on sale at all', async () => {
    const goods = await putOnSale(admin, { price: 295, stock: 5 });
    expect(await offerOf(goods)).toBeUndefined();
    expect(await isSold(goods)).toBe(false);
    expect(await heldOf(goods)).toMatchObject({ fault: 'implausible', accepted: null });
  });

  test('set by a price list, it holds the pack as well', async () => {
    const goods = await putOnSale(admin, { price: 295_000, stock: 5 });
    await offerOf(goods);
    const { price_list: list } = await admin.post(priceList, '/admin/price-lists', {
      title: 'Giảm giá',
      description: 'Thử',
      type: 'sale',
      status: 'active',
      prices: [{ variant_id: goods.variantId, currency_code: 'vnd', amount: 250 }],
    });
    expect(await offerOf(goods)).toMatchObject({ price: 295_000, available: 0, held: 'price' });
    await admin.post(priceList, `/admin/price-lists/${list.id}`, { status: 'draft' });
    expect(await offerOf(goods)).toMatchObject({ price: 295_000, available: 5 });
  });

  test('a cart that was ready to order is not ordered at it', async () => {
    const goods = await putOnSale(admin, { price: 295_000, stock: 5 });
    const cart = await readyCart(goods);
    await goods.setPrice(295);
    expect(await completeCart(medusa, cart)).toMatchObject({ ok: false, error: { type: 'refused' } });
    await goods.setPrice(295_000);
    expect(await completeCart(medusa, cart)).toMatchObject({ ok: true });
  });
});

describe('a price that jumped', () => {
  test('is held until staff keep it, with a reason for the audit log', async () => {
    const goods = await putOnSale(admin, { price: 100_000, stock: 5 });
    await offerOf(goods);
    await goods.setPrice(2_000_000);
    expect(await offerOf(goods)).toMatchObject({ price: 100_000, available: 0, held: 'price' });
    expect(await isSold(goods)).toBe(false);

    const keep = { variantId: goods.variantId, price: 2_000_000, note: 'Thùng 24 hũ' };
    expect(await ask('/selling/keep-price', { ...keep, price: 1_999_999 })).toMatchObject({
      status: 409,
      body: { reason: 'price-moved' },
    });
    expect(await ask('/selling/keep-price', { ...keep, note: '' })).toMatchObject({ status: 400 });
    expect(await ask('/selling/keep-price', keep)).toMatchObject({ status: 200 });
    expect(await offerOf(goods)).toMatchObject({ price: 2_000_000, available: 5 });
    expect(await isSold(goods)).toBe(true);
    expect(await ask('/selling/keep-price', keep)).toMatchObject({
      status: 409,
      body: { reason: 'no-price-held' },
    });

    const log = auditLogAnswer.parse((await ask('/audit-log?limit=100')).body);
    expect(log.auditLog.find(({ detail }) => detail.pack === goods.sku)).toMatchObject({
      action: 'price-kept',
      detail: { note: 'Thùng 24 hũ', from: 100_000, to: 2_000_000 },
    });
  });

  test('in small steps is sold, each against the one before', async () => {
    const goods = await putOnSale(admin, { price: 100_000, stock: 5 });
    for (const price of [100_000, 400_000, 1_600_000]) {
      await goods.setPrice(price);
      expect(await offerOf(goods)).toMatchObject({ price, available: 5 });
    }
  });
});

test('a stock below nought or with a fraction sells what is whole of it', async () => {
  const goods = await putOnSale(admin, { price: 50_000, stock: 5 });
  const level = `update inventory_level set stocked_quantity = $1, raw_stocked_quantity = $2
    where inventory_item_id in (select inventory_item_id from product_variant_inventory_item where variant_id = $3)`;
  for (const [stocked, available] of [
    [-5, 0],
    [1.5, 1],
  ] as const) {
    const raw = JSON.stringify({ value: String(stocked), precision: 20 });
    await database.query(level, [stocked, raw, goods.variantId]);
    expect(await offerOf(goods)).toMatchObject({ available });
  }
});

describe('recalled goods', () => {
  test('are not sold until the recall ends, or staff say that the stock is not of them', async () => {
    const goods = await putOnSale(admin, { price: 60_000, stock: 5 });
    const product = goods.sku.toLowerCase();
    await knownProduct(product);
    const lot = lotWith({ product });
    await registerLots([lot]);
    const cart = await readyCart(goods);
    const told = { reason: { vi: 'Sai nhãn', en: '' }, advice: { vi: 'Đem đổi lại', en: 'Bring it back' } };
    const { body } = await ask('/recalls', { scope: 'lot', lot: lot.code, ...told });
    const id = String(body.id);

    expect(await offerOf(goods)).toMatchObject({ price: 60_000, available: 0, held: 'recall' });
    expect(await isSold(goods)).toBe(false);
    expect(await completeCart(medusa, cart)).toMatchObject({ ok: false, error: { type: 'refused' } });
    expect(await heldOf(goods)).toMatchObject({ held: 'recall' });

    const recalls = await fetchRecalls(medusa);
    expect(recalls.ok && recalls.data.find((one) => one.id === id)).toMatchObject({
      scope: 'lot',
      lot: lot.code,
      product,
      madeOn: lot.madeOn,
      reason: told.reason,
      liftedAt: null,
    });
    // The page, without a script; the shop learns of a recall within seconds.
    const buyer = newBuyer(stack);
    await expect
      .poll(async () => (await buyer.get('/thu-hoi')).text, { interval: 1_000 })
      .toContain(lot.code);
    const english = await buyer.get('/en/thu-hoi');
    expect(english.text).toContain('Bring it back');
    // No English was given for the reason: the Vietnamese is shown.
    expect(english.text).toContain('Sai nhãn');

    const clear = { note: 'Đã kiểm kho' };
    expect(await ask(`/recalls/${id}/clear-stock`, clear)).toMatchObject({ status: 200 });
    expect(await ask(`/recalls/${id}/clear-stock`, clear)).toMatchObject({
      status: 409,
      body: { reason: 'stock-not-held' },
    });
    expect(await offerOf(goods)).toMatchObject({ available: 5 });
    expect(await completeCart(medusa, cart)).toMatchObject({ ok: true });
    const stillTold = await fetchRecalls(medusa);
    expect(stillTold.ok && stillTold.data.find((one) => one.id === id)).toMatchObject({ liftedAt: null });

    expect(await ask(`/recalls/${id}/lift`, { note: 'Xong' })).toMatchObject({ status: 200 });
    await expect
      .poll(async () => (await buyer.get('/thu-hoi')).text.replace(/[\s\S]*id="over"/, ''), {
        interval: 1_000,
      })
      .toContain(lot.code);
  });

  test('of one stamp alone are set apart by hand: the others are sold on', async () => {
    const goods = await putOnSale(admin, { price: 60_000, stock: 5 });
    const product = goods.sku.toLowerCase();
    await knownProduct(product);
    const { body: order } = await (async () => {
      const lot = lotWith({ product });
      await registerLots([lot]);
      return ask('/stamp-orders', { product, lot: lot.code, count: 5 });
    })();
    const range = Number(order.range);
    await database.query(
      `insert into trace_recall (id, scope, range, first, last, reason, advice, announced_at)
       values ($1, 'serial', $2, 0, 0, '{"vi":"a","en":""}', '{"vi":"b","en":""}', now())`,
      [`recall_one_${range}`, range],
    );
    expect(await offerOf(goods)).toMatchObject({ available: 5 });
    await database.query('update trace_recall set scope = $2 where id = $1', [
      `recall_one_${range}`,
      'range',
    ]);
    expect(await offerOf(goods)).toMatchObject({ available: 0, held: 'recall' });
    await database.query('update trace_recall set lifted_at = now() where id = $1', [`recall_one_${range}`]);
    expect(await offerOf(goods)).toMatchObject({ available: 5 });
  });
});
