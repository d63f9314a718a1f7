/** A buyer is told by e-mail what happens to an order, by a real mail server. */
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { receiptToken } from '../../src/rules/receipt-token.ts';
import { testAdmin } from '../support/goods.ts';
import { orderMail } from '../support/order-mail.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const admin = testAdmin(stack);
const { arrived, close, database, hurry, mailTo, messagesOf, open, ordered, run, someone, told } =
  orderMail(stack);
const anything = z.unknown();

async function paymentOf(id: string): Promise<string> {
  const shape = z.object({
    order: z.object({
      payment_collections: z.array(z.object({ payments: z.array(z.object({ id: z.string() })) })),
    }),
  });
  const { order } = await admin.get(shape, `/admin/orders/${id}`, {
    fields: 'id,*payment_collections.payments',
  });
  return order.payment_collections[0]?.payments[0]?.id ?? '';
}

describe('a buyer with an e-mail address', () => {
  test('is told once that the order was received, with the sums and the link to the receipt', async () => {
    const email = someone();
    const id = await ordered({ email });
    await Promise.all([run(), run(), run(), run()]);
    const [letter] = await arrived(email, 1);
    const { rows } = await database.query<{ code: string }>(
      'select custom_display_id as code from "order" where id = $1',
      [id],
    );
    const code = rows[0]?.code ?? '?';
    expect(letter?.subject).toBe(`Đã nhận đơn hàng ${code}`);
    expect(letter?.from?.value).toEqual([{ name: 'Chợ quê, thử', address: 'don-hang@shop.example' }]);
    expect(letter?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(letter?.text?.replaceAll('\u00a0', ' ')).toMatch(
      /2 × Hàng thử[^]*120\.000 ₫[^]*30\.000 ₫[^]*150\.000 ₫/,
    );
    expect(letter?.text).toContain('Đây là cửa hàng mẫu');
    expect(letter?.html).toContain('HTX &lt;b&gt;Thử&lt;/b&gt; &amp; bạn gửi');
    const receipt = `${stack.siteUrl}/don-hang/${receiptToken(stack.env.RECEIPT_SECRET ?? '', id)}`;
    expect(letter?.text).toContain(receipt);
    expect(await (await fetch(receipt)).text()).toContain(code);
    await Promise.all([run(), run()]);
    expect(mailTo(email)).toHaveLength(1);
    expect(await told(id)).toEqual(['placed sent']);
  });

  test('is told each step, in English where the order is, and nothing that was overtaken', async () => {
    const email = someone();
    const id = await ordered({ email, language: 'en' });
    await arrived(email, 1);
    const items = z.object({ order: z.object({ items: z.array(z.object({ id: z.string() })) }) });
    const line = (await admin.get(items, `/admin/orders/${id}`)).order.items[0]?.id;
    await admin.post(anything, `/admin/orders/${id}/fulfillments`, { items: [{ id: line, quantity: 2 }] });
    expect((await arrived(email, 2))[1]?.subject).toMatch(/^Your order \w{9} has been packed$/);
    const parcels = z.object({ order: z.object({ fulfillments: z.array(z.object({ id: z.string() })) }) });
    const { order } = await admin.get(parcels, `/admin/orders/${id}`, { fields: 'id,*fulfillments' });
    const parcel = `/admin/orders/${id}/fulfillments/${order.fulfillments[0]?.id}`;
    await admin.post(anything, `${parcel}/shipments`, { items: [{ id: line, quantity: 2 }] });
    expect((await arrived(email, 3))[2]?.text).toMatch(/on its way[^]*You pay 150,000/);
    await admin.post(anything, `${parcel}/mark-as-delivered`, {});
    await arrived(email, 4);
    const payment = await paymentOf(id);
    await admin.post(anything, `/admin/payments/${payment}/capture`, {});
    expect((await arrived(email, 5))[4]?.subject).toMatch(/is paid$/);
    await admin.post(anything, `/admin/payments/${payment}/refund`, { amount: 20_000 });
    expect((await arrived(email, 6))[5]?.text).toMatch(/20,000.₫ was given back to you/);
    for (const letter of mailTo(email)) {
      expect(letter.text).toContain(`${stack.siteUrl}/en/don-hang/`);
      expect(letter.html).toContain('<html lang="en">');
    }
    expect(await told(id)).toEqual(
      ['placed', 'packed', 'shipped', 'delivered', 'paid', 'refunded'].map((kind) => `${kind} sent`),
    );
  });

  test('of an order that was cancelled before anything was sent is told that alone', async () => {
    await close();
    const email = someone();
    const id = await ordered({ email });
    await run();
    expect(await told(id)).toEqual(['placed waiting']);
    await admin.post(anything, `/admin/orders/${id}/cancel`, {});
    await open();
    await hurry(id);
    const [letter] = await arrived(email, 1);
    expect(letter?.text).toMatch(/Đơn này đã bị huỷ\.\s+Bạn không phải trả gì/);
    await expect.poll(() => told(id)).toEqual(['placed skipped', 'cancelled sent']);
    expect((await messagesOf(id))[0]?.problem).toBe('overtaken');
  });

  test('is asked for a transfer as long as the order waits for one', async () => {
    const email = someone();
    const id = await ordered({ email });
    await database.query(
      `update payment_session set status = 'pending_authorization' where payment_collection_id in
         (select payment_collection_id from order_payment_collection where order_id = $1)`,
      [id],
    );
    await database.query('delete from order_message where order_id = $1', [id]);
    await expect.poll(async () => (await run(), told(id))).toEqual(['awaiting-transfer sent']);
    const letter = mailTo(email).at(-1);
    expect(letter?.subject).toContain('Chuyển khoản cho đơn hàng');
    expect(letter?.text).toContain('Cách chuyển khoản ghi trên trang của đơn');
  });

  test('gets nothing of what somebody else may have written into the order', async () => {
    const email = someone();
    const lure = 'Nhận quà ở https://evil.example';
    const address = {
      ...{ phone: '0912345678', street: 'Số 12', province: 'Bắc Ninh', typed: null },
      name: `${lure}\r\nBcc: x@example.com`,
      commune: lure,
    };
    await ordered({ email, note: `<script>alert(1)</script> ${lure}`, address });
    const [letter] = await arrived(email, 1);
    expect(`${letter?.text} ${String(letter?.html)}`).not.toMatch(/evil|<script/);
    expect(letter?.bcc).toBeUndefined();
  });
});
