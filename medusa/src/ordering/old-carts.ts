/**
 * A buyer's browser forgets its cart after 30 days; a day later nobody can come back to it. Name, phone and
 * address may stand in it from a checkout that was never sent.
 */
export const CART_DAYS = 31;

const BATCH = 500;

/** Runs one statement with `?` for its values and answers its rows. */
export type Execute = (statement: string, values: unknown[]) => Promise<{ erased: number }[]>;

const erase = `
  with old as (
    select id, shipping_address_id, billing_address_id from cart
    where completed_at is null and updated_at < ?::timestamptz - make_interval(days => ?)
      and not exists (select from cart_line_item line
                      where line.cart_id = cart.id and line.updated_at >= ?::timestamptz - make_interval(days => ?))
      and not exists (select from order_completion
                      where cart_id = cart.id and state in ('begun', 'stuck'))
      and not exists (select from cart_payment_collection link
                      join payment on payment.payment_collection_id = link.payment_collection_id
                      where link.cart_id = cart.id)
    order by updated_at limit ?
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

/**
 * Erases carts that were not ordered and that nobody touched for {@link CART_DAYS} days at the moment `now`,
 * with their lines, addresses and unused payment sessions.
 * @returns how many
 */
export async function eraseOldCarts(execute: Execute, now: Date): Promise<number> {
  const at = now.toISOString();
  for (let total = 0; ;) {
    const [row] = await execute(erase, [at, CART_DAYS, at, CART_DAYS, BATCH]);
    const erased = row?.erased ?? 0;
    total += erased;
    if (erased < BATCH) return total;
  }
}
