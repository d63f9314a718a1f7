/** A buyer takes an order back from its receipt, with the telephone number given, until something is packed. */
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { AdminApi } from '../../scripts/commerce/admin-api.ts';
import type { MedusaConnection } from '../../src/medusa-client/connection.ts';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { receiptToken } from '../../src/rules/receipt-token.ts';
import { newBuyer } from '../support/buyer.ts';
import { putOnSale, testAdmin, type Goods } from '../support/goods.ts';
import { offersOf, orderRequest, value } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const PHONE = '0912345678';
let admin: AdminApi;
let medusa: MedusaConnection;

beforeAll(() => {
  admin = testAdmin(stack);
  medusa = testShop(stack);
});

async function ordered(quantity = 2): Promise<{ goods: Goods; id: string; receipt: string }> {
  const goods = await putOnSale(admin, { price: 10_000, stock: 10 });
  const answer = value(await sendOrder(medusa, orderRequest(goods, quantity, 10_000)));
  if (answer.outcome !== 'placed') throw new Error(answer.outcome);
  const token = receiptToken(stack.env.RECEIPT_SECRET ?? '', answer.orderId);
  return { goods, id: answer.orderId, receipt: `/don-hang/${token}` };
}

const available = async ({ sku }: Goods) => (await offersOf(medusa))[sku]?.available;

async function cancel(receipt: string, phone: string) {
  const buyer = newBuyer(stack);
  const { status, location } = await buyer.post(receipt, { phone });
  return { status, location, page: (await buyer.get(receipt)).text };
}

describe('an order that nobody packed', () => {
  test('is cancelled with the telephone number given, and its goods are free', async () => {
    const { goods, receipt, id } = await ordered();
    expect((await newBuyer(stack).get(receipt)).text).toContain('Huỷ đơn này');
    expect(await available(goods)).toBe(8);
    const first = await cancel(receipt, '+84 912 345 678');
    expect([first.status, first.location]).toEqual([303, `${receipt}#huy-don`]);
    expect(first.page).toContain('Đơn đã huỷ. Bạn không phải trả gì.');
    expect(first.page).toContain('Đơn này đã bị huỷ.');
    expect(first.page).not.toContain('<summary>Huỷ đơn này');
    expect(await available(goods)).toBe(10);
    // Sent again it is the same.
    expect((await cancel(receipt, PHONE)).page).toContain('Đơn đã huỷ.');
    expect(await available(goods)).toBe(10);
    const { order } = await admin.get(
      z.object({ order: z.object({ metadata: z.unknown() }) }),
      `/admin/orders/${id}`,
      { fields: 'metadata' },
    );
    expect(order.metadata).toMatchObject({ canceled_by: 'buyer', note: 'gọi trước' });
  });

  test('is cancelled once, however often at once', async () => {
    const { goods, receipt } = await ordered();
    const answers = await Promise.all(Array.from({ length: 5 }, () => cancel(receipt, PHONE)));
    for (const { page } of answers) expect(page).toContain('Đơn đã huỷ.');
    expect(await available(goods)).toBe(10);
  });

  test('is not by somebody with another number, or none', async () => {
    const { goods, receipt } = await ordered();
    expect((await cancel(receipt, '0987654321')).page).toContain('không phải số đã ghi khi đặt');
    const none = await cancel(receipt, 'x');
    expect(none.page).toContain('Viết một số điện thoại Việt Nam');
    expect(none.page).toContain('value="x"');
    expect(await available(goods)).toBe(8);
  });

  test('and that has another address is a real 404', async () => {
    expect((await newBuyer(stack).post('/don-hang/x.y', { phone: PHONE })).status).toBe(404);
  });
});

test('an order that was packed says whom to call, and stays', async () => {
  const { goods, receipt, id } = await ordered(1);
  const { order } = await admin.get(
    z.object({ order: z.object({ items: z.array(z.object({ id: z.string() })) }) }),
    `/admin/orders/${id}`,
    { fields: '*items' },
  );
  await admin.post(z.unknown(), `/admin/orders/${id}/fulfillments`, {
    items: order.items.map((item) => ({ id: item.id, quantity: 1 })),
  });
  const { page } = await cancel(receipt, PHONE);
  expect(page).toContain('đơn đã được đóng gói');
  expect(page).not.toContain('<summary>Huỷ đơn này');
  expect(await available(goods)).toBe(9);
});

test('an order that takes all there is says until when the seller calls, until it is cancelled', async () => {
  const { receipt } = await ordered(10);
  const { text } = await newBuyer(stack).get(receipt);
  expect(text).toMatch(/Đơn này cần xác nhận: người bán sẽ gọi trước [^.]*\d{2}:\d{2}/);
  expect((await newBuyer(stack).get(`/en${receipt}`)).text).toContain('This order is to be confirmed');
  // Its buyer cancels it: nobody calls any more.
  expect((await cancel(receipt, PHONE)).page).not.toContain('Đơn này cần xác nhận');
});
