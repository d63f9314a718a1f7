/** What staff decide about transfers. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testAdmin } from '../support/goods.ts';
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

const owedFor = async (id: string) => (await readDesk(admin)).owed.filter(({ order }) => order?.id === id);

test('a transfer seen in the bank’s app is confirmed once, by whoever of four is first, for the exact sum', async () => {
  const order = await orderByTransfer(admin, medusa);
  const confirm = (amount: number) =>
    decide(admin, `orders/${order.id}/confirm`, { amount, reference: 'FT1' });
  expect(await confirm(order.total - 1)).toBe(409);
  const answers = await Promise.all([1, 2, 3, 4].map(() => confirm(order.total)));
  expect(answers.toSorted()).toEqual([200, 409, 409, 409]);
  expect(await moneyHeld(admin, order.id)).toMatchObject({
    paymentStatus: 'captured',
    payments: 1,
    captured: order.total,
    transactions: order.total,
  });
  // The bank's service tells of it later: somebody compares the two.
  expect(await tell(stack, [{ amount: order.total, note: order.code }])).toBe(200);
  const [later] = await doubtedFor(admin, order);
  expect(later?.doubt).toBe('paid-before');
  expect(
    await decide(admin, `${later?.id}/close`, { closing: 'counted-already', remark: 'cùng một lần' }),
  ).toBe(200);
  expect(await decide(admin, `${later?.id}/close`, { closing: 'paid-back', remark: 'cùng một lần' })).toBe(
    409,
  );
  expect(await doubtedFor(admin, order)).toEqual([]);
});

test('two transfers that are the sum together pay an order once a person says so', async () => {
  const order = await orderByTransfer(admin, medusa);
  await tell(stack, [{ amount: order.total - 1_000, note: order.code }]);
  const [first] = await doubtedFor(admin, order);
  const settle = (id = '') =>
    decide(admin, `${id}/settle`, { code: order.code.toLowerCase(), remark: 'đủ hai lần' });
  expect(await settle(first?.id)).toBe(409);
  await tell(stack, [{ amount: 1_000, note: order.code }]);
  expect(await settle(first?.id)).toBe(200);
  expect(await doubtedFor(admin, order)).toEqual([]);
  expect(await moneyHeld(admin, order.id)).toMatchObject({ captured: order.total, payments: 1 });
  expect(await owedFor(order.id)).toEqual([]);
});

test('what is too much is owed to the buyer until it was paid back', async () => {
  const order = await orderByTransfer(admin, medusa);
  const note = `khong ghi ma ${order.id}`;
  await tell(stack, [{ amount: order.total + 5_000, note }]);
  const [lost] = await doubtedFor(admin, { note });
  expect(await decide(admin, `${lost?.id}/settle`, { code: 'MX2222222', remark: 'nhầm đơn' })).toBe(404);
  expect(await decide(admin, `${lost?.id}/settle`, { code: order.code, remark: 'người mua gọi' })).toBe(200);
  expect(await moneyHeld(admin, order.id)).toMatchObject({ captured: order.total });
  const [owed] = await owedFor(order.id);
  expect(owed).toMatchObject({ amount: 5_000, why: 'overpaid' });
  const back = () => decide(admin, `refunds/${owed?.id}/paid-back`, { remark: 'FT hoàn 5.000' });
  expect((await Promise.all([back(), back()])).toSorted()).toEqual([200, 404]);
  expect(await owedFor(order.id)).toEqual([]);
});

test('a paid order that staff cancel is owed back whole, once', async () => {
  const order = await orderByTransfer(admin, medusa);
  await tell(stack, [{ amount: order.total, note: order.code }]);
  await admin.post(z.unknown(), `/admin/orders/${order.id}/cancel`, {});
  expect(await owedFor(order.id)).toMatchObject([{ amount: order.total, why: 'refund' }]);
  expect(await moneyHeld(admin, order.id)).toMatchObject({ captured: order.total, refunded: order.total });
});

test('an order taken back by hand does not wait any more', async () => {
  const order = await orderByTransfer(admin, medusa);
  await admin.post(z.unknown(), `/admin/orders/${order.id}/cancel`, {});
  expect((await readDesk(admin)).awaited.map((one) => one.order.id)).not.toContain(order.id);
  expect(await decide(admin, `orders/${order.id}/confirm`, { amount: order.total })).toBe(409);
  expect(await toldMoney(medusa, order.id)).not.toBe('awaiting');
});

test('Medusa’s own way to book a payment again is closed', async () => {
  const order = await orderByTransfer(admin, medusa);
  const path = `/admin/orders/${order.id}/payment-sessions/authorize`;
  await expect(admin.post(z.unknown(), path, { payment_session_id: 'payses_x' })).rejects.toMatchObject({
    status: 404,
  });
});
