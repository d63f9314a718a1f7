/** A cart that lies in a browser becomes an order in Medusa, in one request, once; or nothing is left of it. */
import { flatTable } from '@ocop/rules/delivery-price';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { AdminApi } from '../../scripts/commerce/admin-api.ts';
import type { MedusaConnection } from '../../src/medusa-client/connection.ts';
import {
  fetchDeliveryTable,
  sendOrder,
  type OrderAnswer,
  type OrderRequest,
} from '../../src/medusa-client/orders.ts';
import { mayHaveHappened } from '../../src/medusa-client/result.ts';
import { fetchReceipt } from '../../src/medusa-client/site-routes.ts';
import { putOnSale, testAdmin, type Goods } from '../support/goods.ts';
import { DELIVERY_PRICE, offersOf, orderRequest, value } from '../support/orders.ts';
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

async function count(table: string, cartId: string): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    `select count(*)::int as n from ${table} where ${table === 'cart' ? 'id' : 'cart_id'} = $1`,
    [cartId],
  );
  return rows[0]?.n ?? -1;
}

/** More of them, `BUYERS=200` for 50 pieces, take a minute or two. */
const BUYERS = Number(process.env.BUYERS ?? 20);
const PIECES = BUYERS / 4;

/** As the site does, and its buyer after it: what may have been placed is asked for again. */
async function orderInTheEnd(request: OrderRequest): Promise<OrderAnswer> {
  for (let tries = 0; tries < 10; tries += 1) {
    const answer = await sendOrder(medusa, request);
    if (answer.ok) return answer.data;
    if (!mayHaveHappened(answer.error)) throw new Error(answer.error.type);
  }
  throw new Error('No answer came in the end.');
}

const available = async ({ sku }: Goods) => (await offersOf(medusa))[sku]?.available;

describe('a cart sent to be ordered', () => {
  test('is an order with what staff need, and its receipt', async () => {
    const goods = await putOnSale(admin, { price: 125_000, stock: 5 });
    const request = orderRequest(goods, 2, 125_000);
    expect(value(await fetchDeliveryTable(medusa))).toEqual(flatTable(DELIVERY_PRICE));
    const answer = value(await sendOrder(medusa, request));
    expect(answer).toEqual({ outcome: 'placed', orderId: expect.stringMatching(/^order_/) });
    const orderId = answer.outcome === 'placed' ? answer.orderId : '';
    expect(value(await fetchReceipt(medusa, orderId))).toMatchObject({
      items: [{ sku: goods.sku, quantity: 2, unitPrice: 125_000, total: 250_000 }],
      total: 280_000,
      recipient: { name: 'Nguyễn Thị Thử', addressMasked: 'Xã Phù Lãng, Bắc Ninh' },
    });
    const { order } = await admin.get(
      z.object({ order: z.object({ metadata: z.unknown(), shipping_address: z.unknown() }) }),
      `/admin/orders/${orderId}`,
      { fields: 'metadata,*shipping_address' },
    );
    expect(order.metadata).toMatchObject({ note: 'gọi trước', language: 'vi', cart_id: request.cartId });
    expect(order.shipping_address).toMatchObject({
      address_1: 'Số 12, thôn Đoàn Kết',
      address_2: 'huyện Quế Võ, Bắc Ninh',
      phone: '0912345678',
    });
    expect(await available(goods)).toBe(3);
  });

  test('is one order however often and however closely together it is sent', async () => {
    const goods = await putOnSale(admin, { price: 10_000, stock: 10 });
    const request = orderRequest(goods, 1, 10_000);
    const atOnce = await Promise.all(Array.from({ length: 6 }, () => sendOrder(medusa, request)));
    await goods.setPrice(20_000);
    const later = await sendOrder(medusa, request);
    const answers = [...atOnce, later].map(value);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ outcome: 'placed' });
    expect(await available(goods)).toBe(9);
  });

  test('at another total than was agreed to orders nothing and leaves nothing', async () => {
    const goods = await putOnSale(admin, { price: 10_000, stock: 10 });
    const request = { ...orderRequest(goods, 1, 10_000), agreedTotal: 35_000 };
    expect(value(await sendOrder(medusa, request))).toEqual({ outcome: 'price-changed', total: 40_000 });
    expect(await count('cart', request.cartId)).toBe(0);
    expect(await count('cart_payment_collection', request.cartId)).toBe(0);
    // Agreed to now, it is the same cart.
    expect(value(await sendOrder(medusa, { ...request, agreedTotal: 40_000 }))).toMatchObject({
      outcome: 'placed',
    });
  });

  test('of more than there is, of what was withdrawn or may not be ordered, leaves nothing', async () => {
    const goods = await putOnSale(admin, { price: 10_000, stock: 2 });
    const withdrawn = await putOnSale(admin, { price: 10_000, stock: 2 });
    await withdrawn.withdraw();
    const wine = await putOnSale(admin, {
      price: 10_000,
      stock: 2,
      metadata: { product_set: 14, notices: ['alcohol'] },
    });
    for (const request of [
      orderRequest(goods, 3, 10_000),
      orderRequest(withdrawn, 1, 10_000),
      orderRequest(wine, 1, 10_000),
      { ...orderRequest(goods, 1, 10_000), lines: [{ variantId: 'variant_none', quantity: 1 }] },
    ]) {
      expect(value(await sendOrder(medusa, request))).toEqual({ outcome: 'cart-changed' });
      expect(await count('cart', request.cartId)).toBe(0);
    }
    expect(await available(goods)).toBe(2);
  });

  test('whose drawn code belongs to another order is placed under another code', async () => {
    const goods = await putOnSale(admin, { price: 125_000, stock: 5 });
    const first = value(await sendOrder(medusa, orderRequest(goods, 1, 125_000)));
    if (first.outcome !== 'placed') throw new Error(first.outcome);
    const { code } = value(await fetchReceipt(medusa, first.orderId));
    const request = orderRequest(goods, 1, 125_000);
    // The first insert of this cart's order is given the code of the other; a sequence counts also what is undone.
    await database.query(`
      create sequence taken_code_draws;
      create function take_code() returns trigger language plpgsql as $$ begin
        if new.metadata->>'cart_id' = '${request.cartId}' and nextval('taken_code_draws') = 1 then
          new.custom_display_id := '${code}';
        end if;
        return new;
      end $$;
      create trigger take_code before insert on "order" for each row execute function take_code()`);
    try {
      const second = value(await sendOrder(medusa, request));
      if (second.outcome !== 'placed') throw new Error(second.outcome);
      const receipt = value(await fetchReceipt(medusa, second.orderId));
      expect(receipt.code).toMatch(/^MX/);
      expect(receipt.code).not.toBe(code);
      const { rows } = await database.query('select last_value::int as draws from taken_code_draws');
      expect(rows).toEqual([{ draws: 2 }]);
    } finally {
      await database.query(
        'drop trigger take_code on "order"; drop function take_code(); drop sequence taken_code_draws',
      );
    }
    expect(await available(goods)).toBe(3);
  });

  test('left open by a process that ended is made anew, as it is now', async () => {
    const goods = await putOnSale(admin, { price: 10_000, stock: 10 });
    const request = orderRequest(goods, 1, 10_000);
    await sendOrder(medusa, request);
    const { rows } = await database.query<{ id: string }>('select id from cart where id = $1', [
      request.cartId,
    ]);
    expect(rows).toHaveLength(1);
    const second = orderRequest(goods, 4, 10_000);
    await database.query(
      `insert into cart (id, region_id, currency_code)
       select $1, region_id, currency_code from cart where id = $2`,
      [second.cartId, request.cartId],
    );
    expect(value(await sendOrder(medusa, second))).toMatchObject({ outcome: 'placed' });
    expect(await available(goods)).toBe(5);
  });

  test.each([
    ['an identity that is none', { cartId: 'cart_1' }],
    ['no lines', { lines: [] }],
    ['a fraction of a piece', { lines: [{ variantId: 'v', quantity: 0.5 }] }],
    ['a total in fractions', { agreedTotal: 1.5 }],
  ])('with %s is refused', async (_, change) => {
    const goods = await putOnSale(admin, { price: 10_000, stock: 10 });
    const answer = await sendOrder(medusa, { ...orderRequest(goods, 1, 10_000), ...change });
    expect(answer).toMatchObject({ ok: false, error: { type: 'refused' } });
  });

  test(
    'of the last pieces, by more buyers at once, comes to no more orders',
    { timeout: 600_000 },
    async () => {
      const goods = await putOnSale(admin, { price: 10_000, stock: PIECES });
      const answers = await Promise.all(
        Array.from({ length: BUYERS }, () => orderInTheEnd(orderRequest(goods, 1, 10_000))),
      );
      const outcomes = answers.map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'placed')).toHaveLength(PIECES);
      expect(outcomes.filter((outcome) => outcome === 'cart-changed')).toHaveLength(BUYERS - PIECES);
      expect(await available(goods)).toBe(0);
    },
  );
});

const confirmation = z.object({
  confirmation: z
    .object({
      state: z.string(),
      reasons: z.array(z.string()),
      dueAt: z.string(),
      decidedBy: z.string().nullable(),
    })
    .nullable(),
});
const confirmationOf = async (orderId: string) =>
  (await admin.get(confirmation, `/admin/order-confirmations/${orderId}`)).confirmation;

async function placed(goods: Goods, quantity: number, price: number): Promise<string> {
  const answer = value(await sendOrder(medusa, orderRequest(goods, quantity, price)));
  if (answer.outcome !== 'placed') throw new Error(answer.outcome);
  return answer.orderId;
}

/** As if the time to confirm an order were over. */
async function overdue(orderId: string): Promise<void> {
  await database.query(
    `update order_confirmation set due_at = now() - interval '1 minute' where order_id = $1`,
    [orderId],
  );
  await admin.post(z.unknown(), '/admin/order-confirmations', {});
}

describe('an order that takes what is left, or is large', () => {
  test('is confirmed by telephone; one of a few pieces is not', async () => {
    const goods = await putOnSale(admin, { price: 10_000, stock: 15 });
    expect(await confirmationOf(await placed(goods, 3, 10_000))).toBeNull();
    expect(await confirmationOf(await placed(goods, 12, 10_000))).toMatchObject({
      state: 'awaited',
      reasons: ['scarce-stock'],
    });
    const dear = await putOnSale(admin, { price: 6_000_000, stock: 15 });
    const large = await placed(dear, 1, 6_000_000);
    expect(await confirmationOf(large)).toMatchObject({ reasons: ['large-sum'] });
    const listed = await admin.get(
      z.object({ confirmations: z.array(z.object({ orderId: z.string() })) }),
      '/admin/order-confirmations',
    );
    expect(listed.confirmations.map(({ orderId }) => orderId)).toContain(large);
  });

  test('is cancelled where nobody was reached in time, and its goods are free again', async () => {
    const goods = await putOnSale(admin, { price: 10_000, stock: 15 });
    const orderId = await placed(goods, 15, 10_000);
    expect(await available(goods)).toBe(0);
    await admin.post(z.unknown(), '/admin/order-confirmations', {});
    expect(await available(goods)).toBe(0);
    await overdue(orderId);
    expect(await available(goods)).toBe(15);
    expect(value(await fetchReceipt(medusa, orderId)).status).toBe('canceled');
    expect(await confirmationOf(orderId)).toMatchObject({ state: 'released', decidedBy: null });
    await expect(admin.post(z.unknown(), `/admin/order-confirmations/${orderId}`, {})).rejects.toThrow(
      /409|released/,
    );
  });

  test('stays where staff spoke with the buyer, who is noted', async () => {
    const goods = await putOnSale(admin, { price: 10_000, stock: 15 });
    const orderId = await placed(goods, 15, 10_000);
    const { confirmation: confirmed } = await admin.post(
      confirmation,
      `/admin/order-confirmations/${orderId}`,
      {},
    );
    expect(confirmed).toMatchObject({ state: 'confirmed', decidedBy: expect.any(String) });
    await overdue(orderId);
    expect(await available(goods)).toBe(0);
  });

  test('that staff cancelled is done with', async () => {
    const goods = await putOnSale(admin, { price: 10_000, stock: 15 });
    const orderId = await placed(goods, 15, 10_000);
    await admin.post(z.unknown(), `/admin/orders/${orderId}/cancel`, {});
    await overdue(orderId);
    expect(await confirmationOf(orderId)).toMatchObject({ state: 'ended' });
    expect(await available(goods)).toBe(15);
  });
});
