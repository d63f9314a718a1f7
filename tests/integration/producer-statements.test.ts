/** What each producer's part of a month's money is, and what staff note of it. */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { statementsAnswer } from '@ocop/contract/producer-statements';
import { todayInVietnam } from '@ocop/rules/date';
import { CommerceError } from '../../scripts/commerce/admin-api.ts';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { fetchReceipt } from '../../src/medusa-client/site-routes.ts';
import { databaseNow } from '../support/clock.ts';
import { putOnSale, testAdmin } from '../support/goods.ts';
import { DELIVERY_PRICE, orderRequest, value } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';
import { tell } from '../support/transfers.ts';

const stack = testStack();
const admin = testAdmin(stack);
const medusa = testShop(stack);
const month = todayInVietnam(new Date()).slice(0, 7);

const newProducer = () => ({ id: `ct-${randomUUID().slice(0, 8)}`, name: `HTX ${randomUUID().slice(0, 4)}` });
async function statementOf(id: string, of = month) {
  const answer = await admin.get(statementsAnswer, '/admin/producer-statements', { month: of });
  return answer.statements.find(({ producer }) => producer.id === id);
}
async function status(path: string, body: object): Promise<number> {
  try {
    await admin.post(z.unknown(), `/admin/producer-statements/${path}`, body);
    return 200;
  } catch (error) {
    if (error instanceof CommerceError && error.status !== null) return error.status;
    throw error;
  }
}

/** An order of two producers' goods for 60,000 and 40,000 and the flat delivery, paid by transfer this month. */
async function orderOfTwo() {
  const [a, b] = [newProducer(), newProducer()];
  const first = await putOnSale(admin, { price: 60_000, stock: 9, metadata: { producer: a } });
  const second = await putOnSale(admin, { price: 40_000, stock: 9, metadata: { producer: b } });
  const request = {
    ...orderRequest(first, 1, 60_000),
    lines: [first, second].map(({ variantId }) => ({ variantId, quantity: 1 })),
    agreedTotal: 100_000 + DELIVERY_PRICE,
    payment: 'transfer' as const,
  };
  const placed = value(await sendOrder(medusa, request));
  if (placed.outcome !== 'placed') throw new Error(placed.outcome);
  const { code, total } = value(await fetchReceipt(medusa, placed.orderId));
  expect(await tell(stack, [{ amount: total, note: code ?? '' }])).toBe(200);
  return { a, b, code: code ?? '', total, orderId: placed.orderId };
}

test('a sum of two producers is divided by what each sent, and given back the same way', async () => {
  const { a, b, total, orderId } = await orderOfTwo();
  expect(await statementOf(a.id)).toMatchObject({
    producer: a,
    orders: 1,
    sums: { came: { transfer: 78_000, cod: 0 }, back: 0, balance: 78_000 },
  });
  expect((await statementOf(b.id))?.sums.balance).toBe(total - 78_000);
  await admin.post(z.unknown(), `/admin/orders/${orderId}/cancel`, {});
  // What is owed is dated by the database, whose clock is not the tests'.
  const owedIn = todayInVietnam(new Date(databaseNow())).slice(0, 7);
  expect((await statementOf(a.id, owedIn))?.sums).toMatchObject({ back: 78_000, balance: -78_000 });
});

test('a fee and a payment are noted once, count until they are taken back, and stand in the workbook', async () => {
  const { a, code } = await orderOfTwo();
  const [fee, payment] = [
    { id: randomUUID(), month, kind: 'fee', amount: 3_000, remark: 'phí 4 %' },
    { id: randomUUID(), month, kind: 'paid-out', amount: 70_000, remark: 'FT 123' },
  ];
  const noted = [fee, fee, payment].map((entry) => status(`${a.id}/entries`, entry));
  expect(await Promise.all(noted)).toEqual([200, 200, 200]);
  expect(await status(`${a.id}/entries`, { ...fee, amount: 4_000 })).toBe(409);
  expect(await status(`${a.id}/entries`, { ...fee, id: randomUUID(), amount: 1.5 })).toBe(400);
  expect((await statementOf(a.id))?.sums).toMatchObject({ fees: 3_000, paidOut: 70_000, balance: 5_000 });

  const file = await admin.download(`/admin/producer-statements/${a.id}/file`, { month, lang: 'vi' });
  const bytes = Buffer.from(await file.arrayBuffer());
  const sheet = (at: number) => readSheet(Readable.from([bytes]), at);
  const summary = await sheet(1);
  expect(summary).toContainEqual(['Còn phải trả cho chủ thể (₫)', 5_000]);
  expect(summary).toContainEqual([a.name, null]);
  const [, line] = await sheet(2);
  expect(line?.slice(1)).toEqual([
    ...[code, 'Nhận chuyển khoản', 'người mua trả', 60_000, 18_000, 130_000, 78_000],
  ]);
  expect((await sheet(3)).map((row) => String(row[2])).toSorted()).toEqual(['3000', '70000', 'Số tiền']);

  expect(await status(`${a.id}/entries/${fee.id}/take-back`, { remark: 'ghi nhầm' })).toBe(200);
  expect(await status(`${a.id}/entries/${fee.id}/take-back`, { remark: 'ghi nhầm' })).toBe(404);
  expect((await statementOf(a.id))?.sums).toMatchObject({ fees: 0, balance: 8_000 });
  expect((await statementOf(a.id))?.entries.map(({ takenBack }) => takenBack)).toContain('ghi nhầm');
});

test('a producer without money has no file, and a month that is none is refused', async () => {
  await expect(admin.download('/admin/producer-statements/ct-none/file', { month })).rejects.toMatchObject({
    status: 404,
  });
  await expect(
    admin.get(statementsAnswer, '/admin/producer-statements', { month: '2026-13' }),
  ).rejects.toMatchObject({ status: 400 });
});
