/** How payments by card end otherwise: given up, too late, cancelled, paid back, and while Stripe does not answer. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { endCard } from '../../src/medusa-client/payment.ts';
import { newBuyer } from '../support/buyer.ts';
import { cardSuite, paidOnce } from '../support/card-suite.ts';
import { cardRequest, toldCard, type CardOrder } from '../support/cards.ts';
import { putOnSale } from '../support/goods.ts';
import { offersOf, value } from '../support/orders.ts';
import { moneyHeld } from '../support/transfers.ts';

const { stack, admin, medusa, stripe, database, order, run, cancel, overdue, comeBack } = cardSuite();
const anything = z.unknown();

describe('one page at most can be paid on', () => {
  test('of seven attempts, and of a form sent seven times', async () => {
    const goods = await putOnSale(admin, { price: 100_000, stock: 3 });
    const tries: CardOrder[] = [];
    for (let round = 0; round < 7; round += 1) {
      const one = await order(goods);
      tries.push(one);
      if (round < 6) expect(value(await endCard(medusa, one.cartId)).outcome).toBe('ended');
    }
    const open = tries.filter(({ page }) => stripe.page(page).status === 'open');
    expect(open).toEqual(tries.slice(-1));
    expect(await Promise.all(tries.map(({ page }) => stripe.pay(page)))).toEqual([
      ...Array<boolean>(6).fill(false),
      true,
    ]);
    expect((await offersOf(medusa))[goods.sku]?.available).toBe(2);

    const before = stripe.pages().length;
    const request = cardRequest(stack, await putOnSale(admin, { price: 100_000, stock: 3 }));
    const answers = await Promise.all(
      Array.from({ length: 7 }, () => sendOrder(medusa, request).then(value)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(stripe.pages().length).toBe(before + 1);
  });

  test('whoever gives up after paying has paid', async () => {
    stripe.tells = false;
    const one = await order();
    await stripe.pay(one.page);
    expect(await stripe.pay(one.page)).toBe(false);
    expect(value(await endCard(medusa, one.cartId)).outcome).toBe('kept');
    expect(await moneyHeld(admin, one.id)).toMatchObject(paidOnce(one.total));
  });

  test('the last piece is one buyer’s, who is the only one to be asked for money', async () => {
    const goods = await putOnSale(admin, { price: 100_000, stock: 1 });
    const before = stripe.pages().length;
    const answers = await Promise.all(
      [1, 2].map(() => sendOrder(medusa, cardRequest(stack, goods)).then(value)),
    );
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['cart-changed', 'placed']);
    const opened = stripe.pages().slice(before);
    expect(opened.filter(({ status }) => status === 'open')).toHaveLength(1);
  });

  test('an order not paid in time is cancelled, its goods are free, and its page is over', async () => {
    const one = await order();
    await overdue(one);
    expect(await run()).toBe(200);
    expect(stripe.page(one.page).status).toBe('expired');
    expect((await moneyHeld(admin, one.id)).status).toBe('canceled');
    expect((await offersOf(medusa))[one.goods.sku]?.available).toBe(10);
    const { text } = await comeBack(one);
    expect(text).toContain('Thẻ không bị trừ');
    expect(text).not.toContain('/c/pay/');
  });
});

describe('cancelled and paid back', () => {
  test('money that comes as staff cancel is kept for goods or goes back to the card', async () => {
    for (let round = 0; round < 4; round += 1) {
      const one = await order();
      await Promise.all([stripe.pay(one.page), cancel(one.id)]);
      await run();
      const { status, captured, refunded } = await moneyHeld(admin, one.id);
      const kept = status === 'canceled' ? 0 : one.total;
      await expect.poll(() => stripe.kept(one.page)).toBe(kept);
      expect(captured - refunded).toBe(kept);
    }
  });

  test('a paid order goes back in part, then whole as it is cancelled, and no more than once', async () => {
    const one = await order();
    await stripe.pay(one.page);
    await expect.poll(() => moneyHeld(admin, one.id)).toMatchObject(paidOnce(one.total));
    const shape = z.object({
      order: z.object({
        payment_collections: z.array(z.object({ payments: z.array(z.object({ id: z.string() })) })),
      }),
    });
    const found = await admin.get(shape, `/admin/orders/${one.id}`, {
      fields: 'id,payment_collections.payments.id',
    });
    const payment = found.order.payment_collections[0]?.payments[0]?.id ?? '';
    const refund = (amount: number) =>
      admin.post(anything, `/admin/payments/${payment}/refund`, { amount }).then(
        () => 200,
        (error: { status: number | null }) => error.status,
      );
    expect(await refund(30_000)).toBe(200);
    expect(stripe.kept(one.page)).toBe(one.total - 30_000);
    expect(await cancel(one.id)).toBe(200);
    expect(stripe.kept(one.page)).toBe(0);
    expect(await moneyHeld(admin, one.id)).toMatchObject({ captured: one.total, refunded: one.total });
    expect(await refund(1_000)).toBe(400);
    expect((await newBuyer(stack).get(one.receipt)).text).toContain('Đã hoàn lại bạn');
  });

  test('money for an order that was cancelled behind the shop’s back goes back by itself, in the books too', async () => {
    const one = await order();
    stripe.tells = false;
    await stripe.pay(one.page);
    await database.query(`update "order" set status = 'canceled', canceled_at = now() where id = $1`, [
      one.id,
    ]);
    expect(await Promise.all([run(), run()])).toEqual([200, 200]);
    expect(stripe.kept(one.page)).toBe(0);
    expect(await moneyHeld(admin, one.id)).toMatchObject({ captured: one.total, refunded: one.total });
    expect((await toldCard(medusa, one.id)).money).toBe('refunded');
    const { rows } = await database.query<{ sum: string }>(
      'select sum(amount) as sum from order_transaction where order_id = $1 and deleted_at is null',
      [one.id],
    );
    expect(Number(rows[0]?.sum)).toBe(0);
  });

  test('a buyer cancels an order that is not paid, and its page is over', async () => {
    const one = await order();
    await newBuyer(stack).post(one.receipt, { phone: '0912345678' });
    expect((await moneyHeld(admin, one.id)).status).toBe('canceled');
    expect(await stripe.pay(one.page)).toBe(false);
  });
});

describe('while Stripe does not answer', () => {
  test('nothing is ordered or lost, and the same cart is ordered another way', async () => {
    const goods = await putOnSale(admin, { price: 100_000, stock: 10 });
    const request = cardRequest(stack, goods);
    stripe.isDown = true;
    const began = Date.now();
    expect(value(await sendOrder(medusa, request))).toEqual({ outcome: 'card-unreachable' });
    expect(Date.now() - began).toBeLessThan(15_000);
    expect((await offersOf(medusa))[goods.sku]?.available).toBe(10);
    const answer = value(await sendOrder(medusa, { ...request, payment: 'cod', returnUrl: null }));
    expect(answer).toMatchObject({ outcome: 'placed' });
  });

  test('an order that may be paid is neither cancelled nor said to be unpaid', async () => {
    stripe.tells = false;
    const one = await order();
    await stripe.pay(one.page);
    stripe.isDown = true;
    const { location, text } = await comeBack(one);
    expect(location).toBe(`${one.receipt}?the=cho`);
    expect(text).toContain('đừng trả lần nữa');
    expect(text).not.toContain('/c/pay/');
    expect(await cancel(one.id)).toBe(409);
    await run();
    stripe.isDown = false;
    await run();
    expect(await moneyHeld(admin, one.id)).toMatchObject(paidOnce(one.total));
  });

  test('its keys and what it says of people are in no log', async () => {
    const logs = await readFile(path.join(stack.dataDir, 'logs', 'medusa.log'), 'utf8');
    expect(logs).toContain('could not be asked');
    for (const secret of ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET']) {
      expect(logs).not.toContain(stack.env[secret]);
    }
  });
});
