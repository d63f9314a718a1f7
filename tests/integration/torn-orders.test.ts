import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { AdminApi } from '../../scripts/commerce/admin-api.ts';
import { addLine, createCart } from '../support/store-carts.ts';
import type { MedusaConnection } from '../../src/medusa-client/connection.ts';
import { sendOrder } from '../../src/medusa-client/orders.ts';
import { completeCart } from '../support/store-ordering.ts';
import { putOnSale, testAdmin, type Goods } from '../support/goods.ts';
import { startMedusaBeside } from '../support/medusa-beside.ts';
import { orderRequest, prepareOrder, value } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const database = new pg.Client({ connectionString: stack.databaseUrl });
let admin: AdminApi;
let medusa: MedusaConnection;

/** More of them, `KILLS=20`, take some twenty seconds each and print the ledger. */
const KILLS = Number(process.env.KILLS ?? 1);
const CARTS = 4;
const PACKS = 2;
/** Waiting for the lock of a process that is gone took up to two minutes. */
const RETRY_MS = 30_000;

beforeAll(async () => {
  await database.connect();
  admin = testAdmin(stack);
  medusa = testShop(stack);
});
afterAll(() => database.end());

async function readyCart(goods: Goods): Promise<string> {
  const { id } = value(await createCart(medusa));
  value(await addLine(medusa, id, goods.variantId, PACKS));
  await prepareOrder(medusa, id);
  return id;
}

async function rows<T>(statement: string, values: unknown[]): Promise<T[]> {
  return (await database.query(statement, values)).rows as T[];
}

interface LedgerLine {
  orders: number;
  linked: number;
  completed: boolean;
  reserved: number;
  authorised: number;
  open: number;
}

/** What stands of a cart in every book: its orders, their reservations and payments, its attempts. */
async function ledgerOf(cartId: string): Promise<LedgerLine> {
  const [line] = await rows<LedgerLine>(
    `with orders as (
       select id from "order" where metadata->>'cart_id' = $1 and deleted_at is null and canceled_at is null)
     select (select count(*)::int from orders) as orders,
       (select count(*)::int from order_cart where cart_id = $1 and deleted_at is null) as linked,
       coalesce((select completed_at is not null from cart where id = $1), false) as completed,
       (select coalesce(sum(quantity), 0)::int from reservation_item
          where deleted_at is null and line_item_id in
            (select item_id from order_item where order_id in (select id from orders))) as reserved,
       (select count(*)::int from payment p join order_payment_collection l
          on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
          where l.order_id in (select id from orders) and p.canceled_at is null and p.deleted_at is null)
         as authorised,
       (select count(*)::int from order_completion where cart_id = $1 and state in ('begun', 'stuck')) as open`,
    [cartId],
  );
  return line ?? { orders: -1, linked: 0, completed: false, reserved: 0, authorised: 0, open: 0 };
}

const WHOLE = { orders: 1, linked: 1, completed: true, reserved: PACKS, authorised: 1, open: 0 };
const NOTHING = { orders: 0, linked: 0, completed: false, reserved: 0, authorised: 0, open: 0 };

async function reservedOf({ sku }: Goods): Promise<number> {
  const [level] = await rows<{ reserved: number }>(
    `select reserved_quantity::int as reserved from inventory_level l
     join inventory_item i on i.id = l.inventory_item_id where i.sku = $1`,
    [sku],
  );
  return level?.reserved ?? -1;
}

/** What is seen of a cart under way, from an early step to the last but one: a kill comes at each in turn. */
const signs = [
  `select from "order" where metadata->>'cart_id' = any($1)`,
  'select from order_cart where cart_id = any($1)',
  `select from reservation_item where line_item_id in (select item_id from order_item where order_id in
     (select id from "order" where metadata->>'cart_id' = any($1)))`,
  `select from payment where payment_collection_id in
     (select payment_collection_id from cart_payment_collection where cart_id = any($1))`,
  'select from order_completion where cart_id = any($1)',
];

async function untilSome(sign: string, carts: string[]): Promise<void> {
  for (let tries = 0; tries < 6_000; tries += 1) {
    if ((await rows(sign, [carts])).length > 0) return;
    await wait(5);
  }
  throw new Error(`Nothing was seen of ${sign}`);
}

const ended = z.object({ ended: z.record(z.string(), z.number()) });
const endTorn = () => admin.post(ended, '/admin/order-completions', {});

describe('a process killed while it turns carts into orders', () => {
  test(
    'leaves nothing half done: whoever asks again has one whole order, the others none',
    { timeout: 240_000 + KILLS * 90_000 },
    async () => {
      const torn: Record<string, number> = {};
      for (let kill = 0; kill < KILLS; kill += 1) {
        const goods = await putOnSale(admin, { price: 50_000, stock: 100 });
        const requests = Array.from({ length: CARTS }, () => orderRequest(goods, PACKS, 50_000));
        const carts = requests.map(({ cartId }) => cartId);
        const beside = await startMedusaBeside(stack);
        const dying = testShop(stack, beside.url);
        const answers = requests.map((request) => sendOrder(dying, request));
        await untilSome(signs[kill % signs.length] ?? '', carts);
        await beside.kill();
        await Promise.all(answers);
        for (const cart of carts) {
          const line = JSON.stringify(Object.values(await ledgerOf(cart)));
          torn[line] = (torn[line] ?? 0) + 1;
        }

        const [left = '', ...askedAgain] = carts;
        const again = requests.slice(1);
        const begun = performance.now();
        const orders = await Promise.all(
          again.map(async (request) => value(await sendOrder(medusa, request))),
        );
        expect(performance.now() - begun).toBeLessThan(RETRY_MS);
        expect(orders.map(({ outcome }) => outcome)).toEqual(again.map(() => 'placed'));
        expect(new Set(orders.map((order) => JSON.stringify(order))).size).toBe(CARTS - 1);
        for (const cart of askedAgain) expect(await ledgerOf(cart), cart).toEqual(WHOLE);

        // Nobody asks again for this one; the job of each minute finds it.
        await rows(
          `update order_completion set created_at = created_at - interval '1 hour' where cart_id = $1`,
          [left],
        );
        await endTorn();
        const last = await ledgerOf(left);
        expect([WHOLE, NOTHING]).toContainEqual(last);
        expect(await reservedOf(goods)).toBe(PACKS * (CARTS - 1) + last.reserved);
      }
      if (process.env.KILLS) {
        process.stdout.write(
          'orders, linked, completed, reserved, authorised, open: carts right after a kill\n',
        );
        for (const [line, count] of Object.entries(torn)) process.stdout.write(`${line}: ${count}\n`);
      }
    },
  );
});

/** What a kill after each step leaves; made from a whole order, the last step first. */
const unauthorised = `
  delete from payment where payment_collection_id in
    (select payment_collection_id from order_payment_collection where order_id = $1)`;
const unreserved = `
  with gone as (
    delete from reservation_item
    where line_item_id in (select item_id from order_item where order_id = $1) returning *)
  update inventory_level l set reserved_quantity = l.reserved_quantity - gone.quantity,
    raw_reserved_quantity = jsonb_build_object('value', (l.reserved_quantity - gone.quantity)::text, 'precision', 20)
  from gone where l.inventory_item_id = gone.inventory_item_id`;
const notCompleted = `
  update cart set completed_at = null where id = (select metadata->>'cart_id' from "order" where id = $1)`;
const unlinked = 'delete from order_cart where order_id = $1';
const sessionPending = `
  update payment_session set status = 'pending', authorized_at = null where payment_collection_id in
    (select payment_collection_id from order_payment_collection where order_id = $1)`;
const unpaid = 'delete from order_payment_collection where order_id = $1';

const stages: [string, string[]][] = [
  ['its payment is not authorised', [sessionPending, unauthorised]],
  ['nothing is reserved for it', [sessionPending, unauthorised, unreserved]],
  ['its cart is open', [sessionPending, unauthorised, unreserved, notCompleted]],
  [
    'nothing but the order itself is there',
    [sessionPending, unauthorised, unreserved, notCompleted, unlinked, unpaid],
  ],
];

describe('an order of which', () => {
  test.each(stages)('%s is taken back, and ordering again makes a whole one', async (_, steps) => {
    const goods = await putOnSale(admin, { price: 50_000, stock: 10 });
    const cart = await readyCart(goods);
    const { orderId } = value(await completeCart(medusa, cart));
    expect(await ledgerOf(cart)).toEqual(WHOLE);
    for (const step of steps) await rows(step, [orderId]);
    await rows(`update order_completion set state = 'begun' where cart_id = $1`, [cart]);
    const again = value(await completeCart(medusa, cart));
    expect(again.orderId).not.toBe(orderId);
    expect(await ledgerOf(cart)).toEqual(WHOLE);
    expect(await reservedOf(goods)).toBe(PACKS);
  });

  test('nothing is missing stays, and ordering again answers the same', async () => {
    const cart = await readyCart(await putOnSale(admin, { price: 50_000, stock: 10 }));
    const { orderId } = value(await completeCart(medusa, cart));
    await rows(`update order_completion set state = 'begun' where cart_id = $1`, [cart]);
    expect(value(await completeCart(medusa, cart))).toEqual({ orderId });
    expect(await ledgerOf(cart)).toEqual(WHOLE);
  });
});
