import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys } from '@medusajs/framework/utils';

/**
 * Carts in Medusa are made when they are ordered; one that is not an order then was left by a process that
 * ended. Name, phone and address stand in it.
 */
export const CART_DAYS = 2;

const BATCH = 500;

/** Runs one statement with `?` for its values and answers its rows. */
export type Execute = (statement: string, values: unknown[]) => Promise<{ erased: number }[]>;

/** Never a cart that is becoming an order, or that a payment hangs on. */
const unused = `
  completed_at is null
  and not exists (select from order_completion
                  where cart_id = cart.id and state in ('begun', 'stuck'))
  and not exists (select from cart_payment_collection link
                  join payment on payment.payment_collection_id = link.payment_collection_id
                  where link.cart_id = cart.id)`;

/** Erases the carts that `which` finds, with their lines, addresses and unused payment sessions. */
const erasing = (which: string) => `
  with old as (
    select id, shipping_address_id, billing_address_id from cart
    where ${unused} and ${which}
  ), links as (
    delete from cart_payment_collection where cart_id in (select id from old) returning payment_collection_id
  ), sessions as (
    delete from payment_session where payment_collection_id in (select payment_collection_id from links)
  ), collections as (
    delete from payment_collection where id in (select payment_collection_id from links)
  ), erased as (
    delete from cart where id in (select id from old) returning id
  ), addresses as (
    delete from cart_address
    where id in (select shipping_address_id from old union select billing_address_id from old)
  )
  select count(*)::int as erased from erased`;

const eraseLeft = erasing(`
  updated_at < ?::timestamptz - make_interval(days => ?)
  and not exists (select from cart_line_item line
                  where line.cart_id = cart.id and line.updated_at >= ?::timestamptz - make_interval(days => ?))
  order by updated_at limit ?`);

const eraseOne = erasing('id = ?');

/** How Medusa's own connection runs a statement. */
export function executeIn(container: MedusaContainer): Execute {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION);
  return async (statement, values) =>
    (await database.raw<{ rows: { erased: number }[] }>(statement, values as string[])).rows;
}

/** Erases a cart that was not ordered and stands in nobody's way any more. */
export async function eraseCart(container: MedusaContainer, cartId: string): Promise<void> {
  await executeIn(container)(eraseOne, [cartId]);
}

/**
 * Erases carts that were not ordered and that nobody touched for {@link CART_DAYS} days at the moment `now`,
 * with their lines, addresses and unused payment sessions.
 * @returns how many
 */
export async function eraseOldCarts(execute: Execute, now: Date): Promise<number> {
  const at = now.toISOString();
  for (let total = 0; ;) {
    const [row] = await execute(eraseLeft, [at, CART_DAYS, at, CART_DAYS, BATCH]);
    const erased = row?.erased ?? 0;
    total += erased;
    if (erased < BATCH) return total;
  }
}
