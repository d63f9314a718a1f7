/** Orders paid by card on a hosted page: from the order to Medusa's books, with a stand-in for Stripe. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { endCard } from '../../src/medusa-client/payment.ts';
import { newBuyer } from '../support/buyer.ts';
import { cardRequest, cardsFor, orderByCard, toldCard, type CardOrder } from '../support/cards.ts';
import { putOnSale, testAdmin } from '../support/goods.ts';
import { offersOf, orderRequest, value } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';
import { StripeStandIn } from '../support/stripe.ts';
import { decide, moneyHeld, readDesk, toldMoney } from '../support/transfers.ts';

const stack = testStack();
const admin = testAdmin(stack);
const medusa = testShop(stack);
const stripe = new StripeStandIn(stack);
const database = new pg.Client({ connectionString: stack.databaseUrl });
beforeAll(async () => {
  await database.connect();
  await stripe.start();
});
afterAll(async () => {
  await stripe.stop();
  await database.end();
});
afterEach(() => {
  stripe.tells = true;
  stripe.isDown = false;
});

const order = (goods?: CardOrder['goods']) => orderByCard(stack, { admin, medusa }, goods);
const run = () => decide(admin, 'run', {});
const anything = z.unknown();
const paidOnce = (total: number) => ({
  ...{ status: 'pending', paymentStatus: 'captured', payments: 1, captured: total, refunded: 0 },
  transactions: total,
});
const unpaid = { payments: 0, captured: 0 };
const cancel = (id: string) =>
  admin.post(anything, `/admin/orders/${id}/cancel`, {}).then(
    () => 200,
    (error: { status: number | null }) => error.status,
  );
/** The buyer comes back: what the return page and the receipt it leads to say. */
async function comeBack({ comesBack }: CardOrder, query = '') {
  const buyer = newBuyer(stack);
  const { location } = await buyer.get(comesBack + query);
  return { location, text: location === null ? '' : (await buyer.get(location)).text };
}
/** Everything that was told of a page so far, the latest last. */
const toldOf = (page: string) =>
  stripe.events.filter(({ data }) => {
    const { id, payment_intent: intent } = data.object as { id: string; payment_intent?: string };
    const [own] = stripe.pages().filter((one) => one.id === page);
    return id === page || id === own?.payment_intent || intent === own?.payment_intent;
  });

describe('a card that was charged pays its order once', () => {
  test('when the buyer comes back first, whatever is told later', async () => {
    stripe.tells = false;
    const one = await order();
    expect(await toldCard(medusa, one.id)).toMatchObject({ money: 'awaiting', amount: one.total });
    expect((await offersOf(medusa))[one.goods.sku]?.available).toBe(9);
    expect((await newBuyer(stack).get(one.receipt)).text).toContain(stripe.page(one.page).url);
    await stripe.pay(one.page);
    const { location, text } = await comeBack(one);
    expect(location).toBe(one.receipt);
    expect(text).toContain('Đã trả đủ 130.000');
    expect(text).not.toContain('/c/pay/');
    expect(text).not.toContain('khi nhận hàng.');
    for (const event of toldOf(one.page)) expect(await stripe.tell(event)).toBe(200);
    expect(await moneyHeld(admin, one.id)).toMatchObject(paidOnce(one.total));
  });

  test('when Stripe tells of it and the buyer never comes back', async () => {
    const one = await order();
    await stripe.pay(one.page);
    await expect.poll(() => moneyHeld(admin, one.id)).toMatchObject(paidOnce(one.total));
    expect((await comeBack(one)).text).toContain('Đã trả đủ');
  });

  test('when both come at once, three times, in the wrong order, and again later', async () => {
    stripe.tells = false;
    const one = await order();
    await stripe.pay(one.page);
    const events = toldOf(one.page).reverse();
    expect(events).toHaveLength(2);
    const told = [...events, ...events, ...events].map((event) => stripe.tell(event));
    const all = await Promise.all([...told, run(), run(), comeBack(one).then(() => 200)]);
    expect(new Set(all)).toEqual(new Set([200]));
    for (const event of events) expect(await stripe.tell(event)).toBe(200);
    await expect.poll(() => moneyHeld(admin, one.id)).toMatchObject(paidOnce(one.total));
    expect(stripe.kept(one.page)).toBe(one.total);
  });

  test('when nobody tells anything: the job asks', async () => {
    stripe.tells = false;
    const one = await order();
    await stripe.pay(one.page);
    expect(await Promise.all([run(), run()])).toEqual([200, 200]);
    expect(await moneyHeld(admin, one.id)).toMatchObject(paidOnce(one.total));
  });

  test('when a process ended between charging and booking, or before it worked off what it kept', async () => {
    stripe.tells = false;
    const [charged, kept] = [await order(), await order()];
    for (const { page } of [charged, kept]) await stripe.pay(page);
    await database.query(
      `update card_payment set money = 'captured', intent_id = $2, captured_at = now() - interval '1 minute'
       where cart_id = $1`,
      [charged.cartId, stripe.page(charged.page).payment_intent],
    );
    await database.query(
      `insert into card_notice (id, event_id, type, checkout_id, created_at)
       values ($1, $1, 'checkout.session.completed', $2, now() - interval '10 minutes')`,
      [`cnot_${randomUUID()}`, kept.page],
    );
    expect(await Promise.all([run(), run()])).toEqual([200, 200]);
    for (const { id, total } of [charged, kept])
      expect(await moneyHeld(admin, id)).toMatchObject(paidOnce(total));
  });

  test('when its product was withdrawn meanwhile, priced anew, and nothing is delivered any more', async () => {
    const one = await order();
    await one.goods.setPrice(990_000);
    await one.goods.withdraw();
    await database.query(`update shipping_option set deleted_at = now() where deleted_at is null`);
    try {
      await stripe.pay(one.page);
      await expect.poll(() => moneyHeld(admin, one.id)).toMatchObject(paidOnce(one.total));
    } finally {
      await database.query(
        `update shipping_option set deleted_at = null where deleted_at > now() - interval '1 hour'`,
      );
    }
  });
});

describe('nothing is believed but Stripe itself', () => {
  test('neither an address, nor a notification nobody signed, or one that is old', async () => {
    stripe.tells = false;
    const one = await order();
    const { location, text } = await comeBack(one);
    expect(location).toBe(`${one.receipt}?the=xong`);
    expect(text).toContain('Đừng trả lần nữa');
    const genuine = {
      ...{ id: `evt_${randomUUID()}`, object: 'event' as const, type: 'checkout.session.completed' },
      ...{
        created: Math.floor(Date.now() / 1000),
        data: { object: { ...stripe.page(one.page), payment_status: 'paid' } },
      },
    };
    expect(await stripe.tell(genuine, { secret: 'x'.repeat(32) })).toBe(401);
    expect(await stripe.tell(genuine, { at: Math.floor(Date.now() / 1000) - 600 })).toBe(401);
    // Signed, and not true: what it says is asked.
    expect(await stripe.tell(genuine)).toBe(200);
    await run();
    expect(await moneyHeld(admin, one.id)).toMatchObject(unpaid);
    const post = (init: RequestInit) =>
      fetch(`${stack.siteUrl}/hooks/payment/stripe`, { method: 'POST', ...init }).then(
        ({ status }) => status,
      );
    expect(await post({ body: '{}', headers: { 'content-type': 'application/json' } })).toBe(401);
    expect(await post({ body: 'a=b' })).toBe(415);
    expect((await newBuyer(stack).get(`${one.comesBack}x`)).status).toBe(404);
  });

  test('goods are not packed before, and are after', async () => {
    const one = await order();
    const shape = z.object({ order: z.object({ items: z.array(z.object({ id: z.string() })) }) });
    const { items } = (await admin.get(shape, `/admin/orders/${one.id}`, { fields: 'id,items.id' })).order;
    const pack = () =>
      admin.post(anything, `/admin/orders/${one.id}/fulfillments`, {
        items: items.map(({ id }) => ({ id, quantity: 1 })),
      });
    await expect(pack()).rejects.toMatchObject({ status: 409 });
    await stripe.pay(one.page);
    await expect.poll(() => moneyHeld(admin, one.id)).toMatchObject(paidOnce(one.total));
    await pack();
  });

  test.each([
    ['one thousand too little', -1_000],
    ['five thousand too much', 5_000],
  ])('%s books nothing; staff pay it back once', async (_what, more) => {
    const one = await order();
    await stripe.pay(one.page, { received: one.total + more });
    await expect
      .poll(() => cardsFor(admin, one.id))
      .toMatchObject([{ doubt: 'wrong-sum', amount: one.total + more }]);
    expect(await moneyHeld(admin, one.id)).toMatchObject(unpaid);
    expect((await comeBack(one)).text).toContain('không khớp với đơn');
    expect(await cancel(one.id)).toBe(409);
    const [card] = await cardsFor(admin, one.id);
    const payBack = () => decide(admin, `cards/${card?.id}/paid-back`, { remark: 'gọi rồi' });
    expect((await Promise.all([payBack(), payBack()])).sort()).toEqual([200, 409]);
    expect(stripe.kept(one.page)).toBe(0);
    expect((await moneyHeld(admin, one.id)).status).toBe('canceled');
    expect(await cardsFor(admin, one.id)).toEqual([]);
    expect((await toldCard(medusa, one.id)).money).toBe('refunded');
  });

  test('a charge that went back before it was booked gives nobody the goods', async () => {
    stripe.tells = false;
    const one = await order();
    await stripe.pay(one.page);
    stripe.payBack(one.page);
    await comeBack(one);
    expect(await moneyHeld(admin, one.id)).toMatchObject(unpaid);
    const [card] = await cardsFor(admin, one.id);
    expect(card).toMatchObject({ doubt: 'paid-back' });
    expect(await decide(admin, `cards/${card?.id}/paid-back`, { remark: 'đã hoàn' })).toBe(200);
    expect((await moneyHeld(admin, one.id)).status).toBe('canceled');
    expect(stripe.refundsMade).toBeGreaterThan(0);
  });

  test('a bank that answers later is waited for, beyond the time to pay', async () => {
    const [paid, refused] = [await order(), await order()];
    for (const one of [paid, refused]) {
      await stripe.pay(one.page, { delayed: true });
      await expect.poll(async () => (await toldCard(medusa, one.id)).confirming).toBe(true);
      await database.query(
        `update card_payment set due_at = now() - interval '1 minute' where cart_id = $1`,
        [one.cartId],
      );
    }
    await run();
    expect((await comeBack(paid)).text).toContain('Đang xác nhận tiền');
    expect(await cancel(paid.id)).toBe(409);
    await stripe.settle(paid.page, true);
    await stripe.settle(refused.page, false);
    await expect.poll(() => moneyHeld(admin, paid.id)).toMatchObject(paidOnce(paid.total));
    await expect.poll(async () => (await moneyHeld(admin, refused.id)).status).toBe('canceled');
  });

  test('a charge whose order is not known here is on the list, and goes back', async () => {
    stripe.tells = false;
    const one = await order();
    await database.query('delete from card_payment where cart_id = $1', [one.cartId]);
    stripe.tells = true;
    await stripe.pay(one.page);
    const stray = async () =>
      (await readDesk(admin)).cards.filter(
        ({ reference }) => reference === stripe.page(one.page).payment_intent,
      );
    await expect.poll(stray).toMatchObject([{ doubt: 'no-order', amount: one.total, order: null }]);
    const [card] = await stray();
    expect(await decide(admin, `cards/${card?.id}/paid-back`, { remark: 'không có đơn' })).toBe(200);
    expect(stripe.kept(one.page)).toBe(0);
    expect(await stray()).toEqual([]);
  });
});

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
    await database.query(`update card_payment set due_at = now() - interval '1 minute' where cart_id = $1`, [
      one.cartId,
    ]);
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
    const { location, text } = await comeBack(one, '?lai=1');
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

test('a cart that was to be paid one way and is ordered another waits for no money of the first', async () => {
  const goods = await putOnSale(admin, { price: 100_000, stock: 1 });
  const request = { ...orderRequest(goods, 2, 100_000), payment: 'transfer' as const };
  expect(value(await sendOrder(medusa, request)).outcome).toBe('cart-changed');
  const byCard = {
    ...cardRequest(stack, goods),
    ...{ cartId: request.cartId, lines: request.lines, agreedTotal: 230_000 },
  };
  expect(value(await sendOrder(medusa, byCard)).outcome).toBe('cart-changed');
  const cash = { ...orderRequest(goods, 1, 100_000), cartId: request.cartId };
  const answer = value(await sendOrder(medusa, cash));
  if (answer.outcome !== 'placed') throw new Error(answer.outcome);
  expect(await toldMoney(medusa, answer.orderId)).toBeNull();
  await expect(toldCard(medusa, answer.orderId)).rejects.toThrow();
});

test('a site of before cards is told of no way to pay that it does not know', async () => {
  const answer = await fetch(`${stack.medusaUrl}/site/pay-ways`, {
    headers: { 'x-site-key': stack.env.SITE_KEY ?? '' },
  });
  expect(await answer.json()).toEqual({ payWays: ['cod', 'transfer'], card: { leastTotal: 20_000 } });
});
