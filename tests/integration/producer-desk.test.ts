/** A producer's day: what of orders is hers, packed and handed over, from the site to Medusa's stock. */
import { randomInt } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { putOnSale, testAdmin, type Goods } from '../support/goods.ts';
import { DELIVERY_PRICE, orderRequest, value } from '../support/orders.ts';
import { newMember, packerOf, type PlainBrowser } from '../support/people.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';
import { orderByTransfer } from '../support/transfers.ts';

const stack = testStack();
const admin = testAdmin(stack);
const shop = testShop(stack);
const database = new pg.Client({ connectionString: stack.databaseUrl });
const anything = z.unknown();
const [ofA, ofB] = ['a', 'b'].map((letter) => ({
  id: `ct-goi${letter}${randomInt(1e6)}`,
  name: `HTX ${letter.toUpperCase()}`,
})) as [{ id: string; name: string }, { id: string; name: string }];
let goodsA: Goods;
let goodsB: Goods;
let her: PlainBrowser;
let other: PlainBrowser;

beforeAll(async () => {
  await database.connect();
  goodsA = await putOnSale(admin, { price: 60_000, stock: 40, metadata: { producer: ofA } });
  goodsB = await putOnSale(admin, { price: 50_000, stock: 40, metadata: { producer: ofB } });
  ({ browser: her } = await newMember(stack, [packerOf(ofA)]));
  ({ browser: other } = await newMember(stack, [packerOf(ofB)]));
});
afterAll(() => database.end());

/** Two pieces of A's, and one of B's where both are wanted. */
async function placeOrder(both = false): Promise<string> {
  const request = orderRequest(goodsA, 2, 60_000);
  const ofBoth = {
    ...request,
    lines: [...request.lines, { variantId: goodsB.variantId, quantity: 1 }],
    agreedTotal: 170_000 + DELIVERY_PRICE,
  };
  const placed = value(await sendOrder(shop, both ? ofBoth : request));
  if (placed.outcome !== 'placed') throw new Error(`The order was ${placed.outcome}`);
  return placed.orderId;
}

const pageOf = async (who: PlainBrowser, path: string) => (await who.get(path)).text();
const at = (id: string) => `/nha-san-xuat/${id}`;
const fulfilments = async (id: string) =>
  (
    await database.query<{ shipped: boolean; quantity: number; tracking: string | null }>(
      `select f.shipped_at is not null as shipped, sum(i.quantity)::int as quantity,
         (select max(tracking_number) from fulfillment_label l where l.fulfillment_id = f.id) as tracking
       from order_fulfillment o join fulfillment f on f.id = o.fulfillment_id
       join fulfillment_item i on i.fulfillment_id = f.id where o.order_id = $1 group by f.id`,
      [id],
    )
  ).rows;
const stocked = async (sku: string) =>
  (
    await database.query<{ stocked: number; reserved: number }>(
      `select l.stocked_quantity::int as stocked, l.reserved_quantity::int as reserved
       from inventory_level l join inventory_item i on i.id = l.inventory_item_id where i.sku = $1`,
      [sku],
    )
  ).rows[0];

describe('a producer at her desk', () => {
  test('sees her part of an order, whom it goes to and what to collect, and nothing of another’s', async () => {
    const id = await placeOrder(true);
    expect(await pageOf(her, '/nha-san-xuat')).toContain(at(id));
    const page = await pageOf(her, at(id));
    for (const part of ['2 ×', goodsA.sku, 'Nguyễn Thị Thử', '0912345678', 'Số 12', '200.000', 'gọi trước']) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain(goodsB.sku);
    expect(await pageOf(other, at(id))).not.toContain(goodsA.sku);
    const slip = await her.get(`${at(id)}/phieu`);
    expect(slip.headers.get('content-security-policy')).toContain("default-src 'none'");
    const printed = await slip.text();
    expect(printed).toContain('size: a6');
    expect(printed).toContain(goodsA.sku);
    expect(printed).not.toContain(goodsB.sku);
  });

  test('packs her part once, also with two members who press at once', async () => {
    const id = await placeOrder(true);
    const { browser: colleague } = await newMember(stack, [packerOf(ofA)]);
    const before = await stocked(goodsA.sku);
    await Promise.all([her, colleague, her].map((who) => who.post(at(id), { action: 'packed' })));
    expect(await fulfilments(id)).toEqual([{ shipped: false, quantity: 2, tracking: null }]);
    const after = await stocked(goodsA.sku);
    expect([after?.stocked, after?.reserved]).toEqual([
      (before?.stocked ?? 0) - 2,
      (before?.reserved ?? 0) - 2,
    ]);
    expect(await pageOf(her, at(id))).toContain('Đã đóng, chờ gửi');
    // The other producer's part is hers to pack.
    expect(await pageOf(other, at(id))).toContain('Cần đóng gói');
    const { page } = await other.submit(at(id), { action: 'packed' });
    expect(page).toContain('Đã ghi là đóng gói xong');
    expect(await fulfilments(id)).toHaveLength(2);
  });

  test('and staff at once pack it once', async () => {
    const id = await placeOrder();
    const items = z.object({ order: z.object({ items: z.array(z.object({ id: z.string() })) }) });
    const { order } = await admin.get(items, `/admin/orders/${id}`);
    const byStaff = admin
      .post(anything, `/admin/orders/${id}/fulfillments`, {
        items: order.items.map((item) => ({ id: item.id, quantity: 2 })),
      })
      .catch(() => null);
    await Promise.all([byStaff, her.post(at(id), { action: 'packed' })]);
    expect(await fulfilments(id)).toEqual([{ shipped: false, quantity: 2, tracking: null }]);
  });

  test('hands it over with the carrier’s code, once, and only what is packed', async () => {
    const id = await placeOrder();
    const over = { action: 'handed-over', carrier: 'Bưu điện', tracking: 'EB123VN' };
    expect((await her.submit(at(id), over)).page).toContain('chưa được đóng');
    await her.submit(at(id), { action: 'packed' });
    const tooLong = await her.submit(at(id), { ...over, tracking: 'x'.repeat(61) });
    expect(tooLong.page).toContain('nhiều nhất 60');
    const { page } = await her.submit(at(id), over);
    expect(page).toContain('Gửi bằng Bưu điện, mã EB123VN');
    await her.submit(at(id), { ...over, tracking: 'KHAC' });
    expect(await fulfilments(id)).toEqual([{ shipped: true, quantity: 2, tracking: 'EB123VN' }]);
  });

  test('does not know the buyer any more two weeks after', async () => {
    const id = await placeOrder();
    await her.submit(at(id), { action: 'packed' });
    await her.submit(at(id), { action: 'handed-over', carrier: '', tracking: '' });
    expect(await pageOf(her, at(id))).toContain('0912345678');
    await database.query(
      `update fulfillment set shipped_at = '2039-05-31T00:00:00Z'
       where id in (select fulfillment_id from order_fulfillment where order_id = $1)`,
      [id],
    );
    const page = await pageOf(her, at(id));
    expect(page).not.toMatch(/0912345678|Nguyễn Thị Thử|Số 12/);
    expect((await her.get(`${at(id)}/phieu`)).status).toBe(404);
  });

  test('packs nothing that is cancelled', async () => {
    const id = await placeOrder();
    await admin.post(anything, `/admin/orders/${id}/cancel`, {});
    const { page } = await her.submit(at(id), { action: 'packed' });
    expect(page).toContain('Đơn vừa bị huỷ');
    expect(page).not.toContain('0912345678');
    expect(await fulfilments(id)).toEqual([]);
  });

  test('packs nothing while its transfer is awaited, nor before the call that was asked for', async () => {
    const { id: byTransfer } = await orderByTransfer(admin, shop);
    const { rows } = await database.query<{ product_id: string }>(
      `select l.product_id from order_item i join order_line_item l on l.id = i.item_id where i.order_id = $1`,
      [byTransfer],
    );
    const metadata = { producer: ofA };
    await admin.post(anything, `/admin/products/${rows[0]?.product_id}`, { metadata });
    expect((await her.submit(at(byTransfer), { action: 'packed' })).page).toContain('chờ tiền chuyển khoản');
    expect(await fulfilments(byTransfer)).toEqual([]);
    const id = await placeOrder();
    await database.query(
      `insert into order_confirmation (id, cart_id, order_id, reasons, due_at, state)
       values ($1, $1, $2, '{large}', now() + interval '1 day', 'awaited')`,
      [`oconf_${id}`, id],
    );
    expect((await her.submit(at(id), { action: 'packed' })).page).toContain('phải gọi người mua');
    expect(await fulfilments(id)).toEqual([]);
    await database.query('delete from order_confirmation where order_id = $1', [id]);
  });

  test('who may only look presses nothing', async () => {
    const id = await placeOrder();
    const grant = { ...packerOf(ofA), role: 'producer-reader' as const };
    const { browser: reader } = await newMember(stack, [grant]);
    const page = await pageOf(reader, at(id));
    expect(page).toContain(goodsA.sku);
    expect(page).not.toContain('value="packed"');
    expect((await reader.post(at(id), { action: 'packed' })).status).toBe(404);
    expect(await fulfilments(id)).toEqual([]);
  });
});
