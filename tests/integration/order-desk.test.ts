import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { AdminApi } from '../../scripts/commerce/admin-api.ts';
import { receiptToken } from '../../src/rules/receipt-token.ts';
import { writeDelivery } from '../support/store-carts.ts';
import { connectMedusa, type MedusaConnection } from '../../src/medusa-client/connection.ts';
import { completeCart } from '../support/store-ordering.ts';
import { fetchReceipt } from '../../src/medusa-client/site-routes.ts';
import { putOnSale, testAdmin, type Goods } from '../support/goods.ts';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { cartOf, orderRequest, prepareOrder, value } from '../support/orders.ts';
import { testStack } from '../support/stack.ts';

// An order as the clerk sees it, step by step to its end, and what its buyer is told of each step.
const stack = testStack();
let admin: AdminApi;
let medusa: MedusaConnection;
let goods: Goods;

const producer = { id: 'ct-thu', name: 'HTX Thử' };
const note = 'Gọi trước khi đến <b>nhé</b>';
const anything = z.unknown();

beforeAll(async () => {
  admin = testAdmin(stack);
  const { MEDUSA_PUBLISHABLE_KEY: publishableKey = '', SITE_KEY: siteKey = '' } = stack.env;
  medusa = connectMedusa({ url: stack.medusaUrl, publishableKey, siteKey });
  goods = await putOnSale(admin, { price: 60_000, stock: 40, metadata: { producer } });
});

async function placeOrder(quantity = 2): Promise<string> {
  const cart = await cartOf(medusa, goods.sku, quantity);
  await prepareOrder(medusa, cart);
  const address = {
    ...{ name: 'Nguyễn Thị Thử', phone: '0912 345 678', street: 'Số 12', commune: 'Xã Phù Lãng' },
    ...{ province: 'Bắc Ninh', typed: 'huyện Quế Võ, Bắc Ninh' },
  };
  value(await writeDelivery(medusa, cart, { address, email: null, metadata: { note, language: 'vi' } }));
  return value(await completeCart(medusa, cart)).orderId;
}

const headers = {
  authorization: `Basic ${Buffer.from(`${stack.env.MEDUSA_ADMIN_KEY}:`).toString('base64')}`,
};
const deskOf = (id: string) =>
  admin.get(z.object({ order: z.record(z.string(), z.unknown()) }), `/admin/order-desk/${id}`);

/** What the buyer's own page says first. */
async function noticeOf(id: string): Promise<string> {
  const token = receiptToken(stack.env.RECEIPT_SECRET ?? '', id);
  const page = await (await fetch(`${stack.siteUrl}/don-hang/${token}`)).text();
  return (
    /<p class="notice[^>]*>([^]*?)<\/p>/
      .exec(page)?.[1]
      ?.replaceAll(/<[^>]+>|\s+/g, ' ')
      .trim() ?? ''
  );
}

async function waiting(): Promise<number> {
  return (await admin.get(z.object({ count: z.number() }), '/admin/order-desk/waiting')).count;
}

describe('an order on the desk', () => {
  test('shows the words of a gift and whom an invoice is made out to; its receipt masks a person’s number', async () => {
    const gift = 'Chúc mẹ khoẻ';
    const invoice = { name: 'Hộ Mẫu', taxCode: '001099012345', address: '1 Phố Mẫu', email: null };
    const request = { ...orderRequest(goods, 1, 60_000), gift, invoice };
    const answer = value(await sendOrder(medusa, request));
    if (answer.outcome !== 'placed') throw new Error(answer.outcome);
    expect((await deskOf(answer.orderId)).order).toMatchObject({ gift, invoice });
    const receipt = value(await fetchReceipt(medusa, answer.orderId));
    expect(receipt).toMatchObject({ gift: true, invoice: { name: 'Hộ Mẫu', taxCode: '•••345' } });
    expect(JSON.stringify(receipt)).not.toContain(gift);
  });

  test('shows note, place, phone and who sends what; its slip prints them as text', async () => {
    const id = await placeOrder();
    expect((await deskOf(id)).order).toMatchObject({
      note,
      recipient: { phone: '0912 345 678', place: 'Xã Phù Lãng, Bắc Ninh', typed: 'huyện Quế Võ, Bắc Ninh' },
      parcels: [{ producer, total: 120_000, lines: [{ sku: goods.sku, quantity: 2 }] }],
      state: { delivery: 'placed', payment: 'due' },
    });
    const slip = await fetch(`${stack.medusaUrl}/admin/order-desk/${id}/slip?size=a5&lang=en`, { headers });
    expect(slip.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(slip.headers.get('content-security-policy')).toContain("default-src 'none'");
    const page = await slip.text();
    expect(page).toContain('HTX Thử');
    expect(page).toContain('&lt;b&gt;nhé');
    expect(page).toMatch(/size: a5/);
  });

  test('is for staff alone', async () => {
    const id = await placeOrder(1);
    for (const path of [id, `${id}/slip`, 'waiting']) {
      expect((await fetch(`${stack.medusaUrl}/admin/order-desk/${path}`)).status).toBe(401);
    }
    expect((await fetch(`${stack.medusaUrl}/admin/order-desk/order_none`, { headers })).status).toBe(404);
    expect((await fetch(`${stack.medusaUrl}/admin/order-desk/order_none/slip`, { headers })).status).toBe(
      404,
    );
  });

  test('is told of in the notices of the staff screens, once, and without its buyer', async () => {
    const id = await placeOrder(3);
    const shape = z.object({
      notifications: z.array(
        z.object({ resource_id: z.string().nullable(), data: z.record(z.string(), z.unknown()) }),
      ),
    });
    const told = async () =>
      (
        await admin.get(shape, '/admin/notifications', {
          ...{ channel: 'feed', limit: 100, order: '-created_at' },
          fields: 'id,resource_id,data',
        })
      ).notifications.filter(({ resource_id }) => resource_id === id);
    await expect.poll(told).toHaveLength(1);
    const text = JSON.stringify(await told());
    expect(text).toMatch(/Đơn mới .*3 món/);
    expect(text).not.toMatch(/0912|Nguyễn|Phù Lãng/);
  });
});

describe('what the buyer is told', () => {
  test('follows the order from its placing to a refund', async () => {
    const before = await waiting();
    const id = await placeOrder();
    expect(await waiting()).toBe(before + 1);
    expect(await noticeOf(id)).toMatch(/Đã nhận đơn.*sẽ gọi.*Bạn trả .* khi nhận hàng/);

    const items = z.object({ order: z.object({ items: z.array(z.object({ id: z.string() })) }) });
    const { order } = await admin.get(items, `/admin/orders/${id}`);
    const [line] = order.items;
    const fulfil = (quantity: number) =>
      admin.post(anything, `/admin/orders/${id}/fulfillments`, { items: [{ id: line?.id, quantity }] });
    await fulfil(1);
    expect(await noticeOf(id)).toMatch(/Một phần đơn đã được đóng gói/);
    expect(await waiting()).toBe(before);
    await fulfil(1);
    expect(await noticeOf(id)).toMatch(/^Đơn đã được đóng gói/);

    const fulfillments = z.object({
      order: z.object({ fulfillments: z.array(z.object({ id: z.string() })) }),
    });
    const sent = await admin.get(fulfillments, `/admin/orders/${id}`, { fields: 'id,*fulfillments' });
    for (const { id: parcel } of sent.order.fulfillments) {
      await admin.post(anything, `/admin/orders/${id}/fulfillments/${parcel}/shipments`, {
        items: [{ id: line?.id, quantity: 1 }],
      });
    }
    expect(await noticeOf(id)).toMatch(/đang trên đường giao.*sẽ gọi/);
    for (const { id: parcel } of sent.order.fulfillments) {
      await admin.post(anything, `/admin/orders/${id}/fulfillments/${parcel}/mark-as-delivered`, {});
    }
    expect(await noticeOf(id)).toMatch(/đã giao xong/);
    expect(await noticeOf(id)).not.toMatch(/sẽ gọi|khi nhận/);

    const payments = z.object({
      order: z.object({
        payment_collections: z.array(z.object({ payments: z.array(z.object({ id: z.string() })) })),
      }),
    });
    const paid = await admin.get(payments, `/admin/orders/${id}`, {
      fields: 'id,*payment_collections.payments',
    });
    const payment = paid.order.payment_collections[0]?.payments[0]?.id;
    await admin.post(anything, `/admin/payments/${payment}/capture`, {});
    expect(await noticeOf(id)).toMatch(/đã giao xong.*Đã trả đủ/);
    expect((await deskOf(id)).order).toMatchObject({ due: 0, state: { payment: 'paid' } });
    await admin.post(anything, `/admin/payments/${payment}/refund`, { amount: 20_000 });
    expect(await noticeOf(id)).toMatch(/đã giao xong.*Đã hoàn lại bạn 20\.000/);
    expect(value(await fetchReceipt(medusa, id))).toMatchObject({
      refunded: 20_000,
      state: { delivery: 'delivered', payment: 'partly-refunded' },
    });
  });

  test('of a cancelled order is that it is cancelled, and it waits no more', async () => {
    const before = await waiting();
    const id = await placeOrder(1);
    await admin.post(anything, `/admin/orders/${id}/cancel`, {});
    expect(await noticeOf(id)).toBe('Đơn này đã bị huỷ.');
    expect(await waiting()).toBe(before);
    expect((await deskOf(id)).order).toMatchObject({ due: 0, state: { canceled: true } });
  });
});
