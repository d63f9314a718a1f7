import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CART_DAYS, eraseOldCarts } from '../../medusa/src/ordering/old-carts.ts';
import { completeCart } from '../support/store-ordering.ts';
import { addLine, createCart, readCart } from '../support/store-carts.ts';
import { putOnSale, testAdmin } from '../support/goods.ts';
import { prepareOrder, value } from '../support/orders.ts';
import { testShop } from '../support/shop.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const database = new pg.Client({ connectionString: stack.databaseUrl });
beforeAll(() => database.connect());
afterAll(() => database.end());

const medusa = testShop(stack);

/** The job's one call of Medusa's connection, on a plain one. */
async function execute(statement: string, values: unknown[]) {
  let position = 0;
  const { rows } = await database.query(
    statement.replace(/\?/g, () => `$${(position += 1)}`),
    values,
  );
  return rows as { erased: number }[];
}

/** A year in which no other cart was touched. */
const touched = new Date('2001-01-01T00:00:00Z');
const after = (days: number) => new Date(touched.getTime() + days * 86_400_000 + 1_000);

test('carts nobody ordered are erased after their time, with what was written into them', async () => {
  const goods = await putOnSale(testAdmin(stack), { price: 20_000, stock: 20 });
  const cartWithOne = async () => {
    const { id } = value(await createCart(medusa));
    value(await addLine(medusa, id, goods.variantId, 1));
    return id;
  };
  const [left, ordered, used] = [await cartWithOne(), await cartWithOne(), await cartWithOne()];
  await prepareOrder(medusa, left);
  await prepareOrder(medusa, ordered);
  value(await completeCart(medusa, ordered));
  const carts = [left, ordered, used];
  await database.query('update cart set updated_at = $1 where id = any($2)', [touched, carts]);
  await database.query('update cart_line_item set updated_at = $1 where cart_id = any($2)', [
    touched,
    [left, ordered],
  ]);
  const { rows: addresses } = await database.query<{ id: string }>(
    'select shipping_address_id as id from cart where id = $1',
    [left],
  );

  expect(await eraseOldCarts(execute, after(CART_DAYS - 1))).toBe(0);
  expect(await eraseOldCarts(execute, after(CART_DAYS))).toBe(1);
  expect(await readCart(medusa, left)).toMatchObject({ ok: false, error: { type: 'not-found' } });
  const address = await database.query('select from cart_address where id = $1', [addresses[0]?.id]);
  expect([addresses.length, address.rowCount]).toEqual([1, 0]);
  const links = await database.query('select from cart_payment_collection where cart_id = $1', [left]);
  expect(links.rowCount).toBe(0);
  // An order's cart and one whose line was touched since stay.
  expect(value(await readCart(medusa, ordered)).completed).toBe(true);
  expect(value(await readCart(medusa, used)).lines).toHaveLength(1);
  await database.query('update cart set updated_at = now() where id = any($1)', [carts]);
});
