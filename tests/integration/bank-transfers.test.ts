/** Orders paid by transfer: what a bank's service tells, from the site's address to Medusa's books. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { receiptToken } from '../../src/rules/receipt-token.ts';
import { newBuyer } from '../support/buyer.ts';
import { testAdmin } from '../support/goods.ts';
import { offersOf } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';
import {
  decide,
  doubtedFor,
  moneyHeld,
  orderByTransfer,
  readDesk,
  tell,
  toldMoney,
} from '../support/transfers.ts';

const stack = testStack();
const admin = testAdmin(stack);
const medusa = testShop(stack);
const database = new pg.Client({ connectionString: stack.databaseUrl });
beforeAll(async () => {
  const wasm = await readFile(new URL(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  await database.connect();
});
afterAll(() => database.end());

const receiptOf = (id: string) => `/don-hang/${receiptToken(stack.env.RECEIPT_SECRET ?? '', id)}`;
const paidOnce = (total: number) => ({
  paymentStatus: 'captured',
  payments: 1,
  captured: total,
  transactions: total,
});

describe('an order that waits for its transfer', () => {
  test('shows account, sum and code, as text and as a picture a bank reads', async () => {
    const order = await orderByTransfer(admin, medusa);
    const receipt = receiptOf(order.id);
    const { text } = await newBuyer(stack).get(receipt);
    for (const part of [
      order.code,
      stack.env.TRANSFER_ACCOUNT,
      stack.env.TRANSFER_ACCOUNT_HOLDER,
      '130.000',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain('trả 130.000');
    const picture = await fetch(`${stack.siteUrl}${receipt}/vietqr.png`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    const [code] = await readBarcodes(new Uint8Array(await picture.arrayBuffer()));
    expect(code?.text).toMatch(
      new RegExp(
        `^000201010212.*0006970436.*${stack.env.TRANSFER_ACCOUNT}0208QRIBFTTA.*5406130000.*${order.code}6304`,
      ),
    );
    expect(await moneyHeld(admin, order.id)).toMatchObject({
      paymentStatus: 'awaiting',
      payments: 0,
      captured: 0,
    });
    expect((await readDesk(admin)).awaited.map((one) => one.order.id)).toContain(order.id);
    expect((await offersOf(medusa))[order.goods.sku]?.available).toBe(9);
  });

  test('is packed only once the money is there', async () => {
    const order = await orderByTransfer(admin, medusa);
    const shape = z.object({ order: z.object({ items: z.array(z.object({ id: z.string() })) }) });
    const { items } = (await admin.get(shape, `/admin/orders/${order.id}`, { fields: 'id,items.id' })).order;
    const pack = () =>
      admin.post(z.unknown(), `/admin/orders/${order.id}/fulfillments`, {
        items: items.map(({ id }) => ({ id, quantity: 1 })),
      });
    await expect(pack()).rejects.toMatchObject({ status: 409 });
    expect(await tell(stack, [{ amount: order.total, note: order.code }])).toBe(200);
    await pack();
  });
});

describe('what a service tells', () => {
  test('pays an order once, told three times at once and again later, in a note its bank mangled', async () => {
    const order = await orderByTransfer(admin, medusa);
    const note = `mbvcb.3278907687.${order.code.toLowerCase().slice(0, 4)} ${order.code.slice(4)}.CT tu 0123 toi 0456`;
    const transfer = { id: randomUUID(), amount: order.total, note };
    expect(await Promise.all([1, 2, 3].map(() => tell(stack, [transfer])))).toEqual([200, 200, 200]);
    expect(await tell(stack, [transfer])).toBe(200);
    expect(await moneyHeld(admin, order.id)).toMatchObject(paidOnce(order.total));
    expect(await toldMoney(medusa, order.id)).toBe('captured');
    expect(await doubtedFor(admin, order)).toEqual([]);
    const { text } = await newBuyer(stack).get(receiptOf(order.id));
    expect(text).toContain('Đã trả đủ 130.000');
    expect(text).not.toContain('vietqr.png');
    expect((await fetch(`${stack.siteUrl}${receiptOf(order.id)}/vietqr.png`)).status).toBe(404);
  });

  test('of one transfer by two services counts once', async () => {
    const order = await orderByTransfer(admin, medusa);
    const reference = `FT${randomUUID()}`;
    const sepay = {
      id: Date.now(),
      gateway: 'Vietcombank',
      transactionDate: new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' '),
      accountNumber: stack.env.TRANSFER_ACCOUNT,
      code: null,
      content: `chuyen tien ${order.code}`,
      transferType: 'in',
      transferAmount: order.total,
      referenceCode: reference,
    };
    const bySepay = await fetch(`${stack.siteUrl}/hooks/payment/sepay`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Apikey ${stack.env.SEPAY_API_KEY}` },
      body: JSON.stringify(sepay),
    });
    expect([bySepay.status, await bySepay.json()]).toEqual([200, { success: true, outcome: 'taken' }]);
    expect(await tell(stack, [{ amount: order.total, note: order.code, reference }])).toBe(200);
    expect(await moneyHeld(admin, order.id)).toMatchObject(paidOnce(order.total));
    expect(await doubtedFor(admin, order)).toEqual([]);
  });

  test.each([
    ['one thousand too little', -1_000, 'wrong-sum'],
    ['five thousand too much', 5_000, 'wrong-sum'],
  ])('of %s books nothing and is left to a person', async (_what, more, doubt) => {
    const order = await orderByTransfer(admin, medusa);
    expect(await tell(stack, [{ amount: order.total + more, note: order.code }])).toBe(200);
    expect(await doubtedFor(admin, order)).toMatchObject([{ doubt, amount: order.total + more }]);
    expect(await moneyHeld(admin, order.id)).toMatchObject({ paymentStatus: 'awaiting', payments: 0 });
    expect(await toldMoney(medusa, order.id)).toBe('unclear');
    const { text } = await newBuyer(stack).get(receiptOf(order.id));
    expect(text).toContain('Đừng chuyển thêm');
    expect(text).not.toContain('Còn một bước');
  });

  test('of no order, two orders, another account, an order paid before or on delivery is left to a person', async () => {
    const [one, other, paid] = [
      await orderByTransfer(admin, medusa),
      await orderByTransfer(admin, medusa),
      await orderByTransfer(admin, medusa),
    ];
    const lost = `khong ro ${randomUUID()}`;
    const both = `${one.code} va ${other.code}`;
    expect(
      await tell(stack, [
        { amount: 50_000, note: lost },
        { amount: one.total, note: both },
        { amount: one.total, note: one.code, account: '999' },
        { amount: paid.total, note: paid.code },
        { amount: paid.total, note: paid.code },
        { amount: other.total, note: other.code, direction: 'out' },
      ]),
    ).toBe(200);
    expect(await doubtedFor(admin, { note: lost })).toMatchObject([{ doubt: 'no-order', order: null }]);
    expect(await doubtedFor(admin, { note: both })).toMatchObject([{ doubt: 'several-orders', order: null }]);
    expect(await doubtedFor(admin, one)).toMatchObject([{ doubt: 'other-account' }]);
    expect(await doubtedFor(admin, paid)).toMatchObject([{ doubt: 'paid-before' }]);
    expect(await moneyHeld(admin, paid.id)).toMatchObject(paidOnce(paid.total));
    expect(await moneyHeld(admin, other.id)).toMatchObject({ captured: 0 });
  });

  test('and nobody signed changes nothing', async () => {
    const order = await orderByTransfer(admin, medusa);
    const genuine = [{ amount: order.total, note: order.code }];
    expect(await tell(stack, genuine, 'x'.repeat(32))).toBe(401);
    const post = (path: string, init: RequestInit) =>
      fetch(stack.siteUrl + path, { method: 'POST', ...init }).then(({ status }) => status);
    const json = { 'content-type': 'application/json' };
    const body = JSON.stringify({ transfers: genuine });
    expect(await post('/hooks/payment/signed', { body, headers: json })).toBe(401);
    expect(await post('/hooks/payment/sepay', { body, headers: json })).toBe(401);
    expect(await post('/hooks/payment/payos', { body, headers: json })).toBe(404);
    expect(await post('/hooks/payment/nobody', { body, headers: json })).toBe(404);
    expect(await post('/hooks/payment/signed', { body: 'a=b' })).toBe(415);
    const key = { ...json, authorization: `Apikey ${stack.env.SEPAY_API_KEY}` };
    expect(await post('/hooks/payment/sepay', { body: '{}', headers: key })).toBe(422);
    expect(await moneyHeld(admin, order.id)).toMatchObject({ captured: 0 });
  });
});

describe('time and crashes', () => {
  const run = () => decide(admin, 'run', {});
  const overdue = (cartId: string) =>
    database.query(`update awaited_transfer set due_at = now() - interval '1 minute' where cart_id = $1`, [
      cartId,
    ]);

  test('an order that is not paid in time is cancelled, and money that comes then is on the list', async () => {
    const order = await orderByTransfer(admin, medusa);
    await overdue(order.cartId);
    expect(await run()).toBe(200);
    expect(await toldMoney(medusa, order.id)).toBe('expired');
    expect((await moneyHeld(admin, order.id)).status).toBe('canceled');
    expect((await offersOf(medusa))[order.goods.sku]?.available).toBe(10);
    expect((await newBuyer(stack).get(receiptOf(order.id))).text).toContain(
      'Đừng chuyển khoản cho đơn này nữa',
    );
    expect(await tell(stack, [{ amount: order.total, note: order.code }])).toBe(200);
    expect(await doubtedFor(admin, order)).toMatchObject([{ doubt: 'too-late' }]);
    expect(await moneyHeld(admin, order.id)).toMatchObject({ captured: 0 });
  });

  test('a buyer is reminded once when the time is nearly over, and not while money is looked at', async () => {
    const [waits, looked] = [await orderByTransfer(admin, medusa), await orderByTransfer(admin, medusa)];
    const reminders = async ({ id }: { id: string }) =>
      (
        await database.query(
          `select id from order_message where order_id = $1 and kind = 'transfer-reminder'`,
          [id],
        )
      ).rowCount;
    await tell(stack, [{ amount: looked.total - 1, note: looked.code }]);
    await run();
    expect(await reminders(waits)).toBe(0);
    await database.query(
      `update awaited_transfer set created_at = now() - interval '19 hours', due_at = now() + interval '5 hours'
       where cart_id = any($1)`,
      [[waits.cartId, looked.cartId]],
    );
    await Promise.all([run(), run()]);
    await run();
    expect([await reminders(waits), await reminders(looked)]).toEqual([1, 0]);
  });

  test('an order for which money came that is looked at is not cancelled meanwhile', async () => {
    const order = await orderByTransfer(admin, medusa);
    await tell(stack, [{ amount: order.total - 1, note: order.code }]);
    await overdue(order.cartId);
    expect(await run()).toBe(200);
    expect((await moneyHeld(admin, order.id)).status).toBe('pending');
  });

  test('what a process left between keeping, settling and booking is finished', async () => {
    const [kept, settled] = [await orderByTransfer(admin, medusa), await orderByTransfer(admin, medusa)];
    await database.query(
      `insert into bank_transfer (id, source, source_id, amount, booked_at, note, created_at)
       values ($1, 'test', $1, $2, now(), $3, now() - interval '1 minute')`,
      [`btr_${randomUUID()}`, kept.total, kept.code],
    );
    await database.query(
      `update awaited_transfer set money = 'captured', captured_at = now() - interval '1 minute' where cart_id = $1`,
      [settled.cartId],
    );
    expect(await Promise.all([run(), run()])).toEqual([200, 200]);
    for (const { id, total } of [kept, settled])
      expect(await moneyHeld(admin, id)).toMatchObject(paidOnce(total));
  });

  test('a transfer that comes while the order is cancelled pays it, is owed, or is on the list', async () => {
    for (let round = 0; round < 6; round += 1) {
      const order = await orderByTransfer(admin, medusa);
      const cancel = () => admin.post(z.unknown(), `/admin/orders/${order.id}/cancel`, {}).catch(() => null);
      await Promise.all([tell(stack, [{ amount: order.total, note: order.code }]), cancel()]);
      const { status, captured, refunded } = await moneyHeld(admin, order.id);
      const owed = (await readDesk(admin)).owed.filter((one) => one.order?.id === order.id);
      const doubted = await doubtedFor(admin, order);
      const sum = (rows: { amount: number }[]) => rows.reduce((all, { amount }) => all + amount, 0);
      // Whatever came first: the sum is the seller's for goods, or the buyer's.
      const kept = status === 'canceled' ? 0 : order.total;
      expect(captured - refunded).toBe(kept);
      expect(sum(owed) + sum(doubted)).toBe(order.total - kept);
    }
  });
});
