/** Orders paid by card on a hosted page: from the order to Medusa's books, with a stand-in for Stripe. */
import { randomInt, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { newBuyer } from '../support/buyer.ts';
import { cardSuite, paidOnce } from '../support/card-suite.ts';
import { cardRequest, cardsFor, toldCard } from '../support/cards.ts';
import { putOnSale } from '../support/goods.ts';
import { cartOf, offersOf, orderRequest, prepareOrder, value } from '../support/orders.ts';
import { newMember, packerOf } from '../support/people.ts';
import { completeCart } from '../support/store-ordering.ts';
import { decide, moneyHeld, readDesk, toldMoney } from '../support/transfers.ts';

const { stack, admin, medusa, stripe, database, order, run, cancel, overdue, comeBack } = cardSuite();
const anything = z.unknown();
const unpaid = { payments: 0, captured: 0 };
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

  test('and only then are its buyer and staff told of it, each once', async () => {
    const one = await order(undefined, `card-${randomUUID()}@example.com`);
    const kinds = z.object({ messages: z.array(z.object({ kind: z.string() })) });
    const told = async () => {
      await admin.post(anything, '/admin/order-messages', {});
      const { messages } = await admin.get(kinds, `/admin/order-messages/${one.id}`);
      const { rows } = await database.query(
        "select id from notification where resource_id = $1 and channel = 'feed'",
        [one.id],
      );
      return { messages: messages.map(({ kind }) => kind), bells: rows.length };
    };
    expect(await told()).toEqual({ messages: [], bells: 0 });
    await stripe.pay(one.page);
    await expect.poll(told).toEqual({ messages: ['paid'], bells: 1 });
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
    expect(location).toBe(`${one.receipt}?the=lai`);
    expect(text).toContain('Thẻ chưa bị trừ');
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

  test('nor are they packed by their producer, who sees that money is awaited', async () => {
    const producer = { id: `ct-the${randomInt(1e6)}`, name: 'HTX Thẻ' };
    const { browser } = await newMember(stack, [packerOf(producer)]);
    const one = await order(await putOnSale(admin, { price: 100_000, stock: 10, metadata: { producer } }));
    const at = `/nha-san-xuat/${one.id}`;
    const page = async () => (await browser.get(at)).text();
    expect(await page()).not.toContain('value="packed"');
    await browser.post(at, { action: 'packed' });
    expect(await page()).toContain('Chưa đóng gói');
    expect((await moneyHeld(admin, one.id)).status).toBe('pending');
    await stripe.pay(one.page);
    await expect.poll(() => moneyHeld(admin, one.id)).toMatchObject(paidOnce(one.total));
    await browser.post(at, { action: 'packed' });
    expect(await page()).toContain('Đã đóng, chờ gửi');
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
    const { text } = await comeBack(one);
    expect(text).toContain('không khớp với đơn');
    expect(text).not.toContain('Còn một bước');
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
      await overdue(one);
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

test('a cart whose card nobody waits for becomes no order', async () => {
  const goods = await putOnSale(admin, { price: 100_000, stock: 3 });
  const cart = await cartOf(medusa, goods.sku, 1);
  await prepareOrder(medusa, cart);
  const collection = z.object({ payment_collection: z.object({ id: z.string() }) });
  const { payment_collection: of } = value(
    await medusa.store(collection, 'payment-collections', { method: 'POST', body: { cart_id: cart } }),
  );
  value(
    await medusa.store(z.unknown(), `payment-collections/${of.id}/payment-sessions`, {
      method: 'POST',
      body: { provider_id: 'pp_card_stripe', data: { return_url: stack.siteUrl } },
    }),
  );
  expect((await completeCart(medusa, cart)).ok).toBe(false);
  expect((await offersOf(medusa))[goods.sku]?.available).toBe(3);
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
