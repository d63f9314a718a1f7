import { describe, expect, test } from 'vitest';
import type { MedusaConnection } from '../../medusa-client/connection.ts';
import { failure, success } from '../../medusa-client/result.ts';
import type { EdgeErrorType } from '../../medusa-client/result.ts';
import type { CurrentOffer } from '../../medusa-client/site-routes.ts';
import { changeCart } from './changes.ts';
import type { CartChange } from './changes.ts';

interface Line {
  id: string;
  variant_id: string;
  variant_sku: string;
  quantity: number;
  unit_price: number;
}

/** Medusa's cart routes in memory: as much of them as the cart uses. */
function shop(options: { stock?: number | null; fail?: EdgeErrorType } = {}) {
  const stock = options.stock === undefined ? 10 : options.stock;
  const carts = new Map<string, { id: string; completed_at: string | null; items: Line[] }>();
  const answer = (path: string, method: string, body: Record<string, unknown>): unknown => {
    if (path === 'regions') return { regions: [{ id: 'reg', currency_code: 'vnd' }] };
    if (path === 'carts') {
      const id = `cart_new${carts.size}`;
      carts.set(id, { id, completed_at: null, items: [] });
      return { cart: carts.get(id) };
    }
    const [, cartId = '', room, lineId] = path.split('/');
    const cart = carts.get(cartId);
    if (!cart) return 'not-found';
    if (room === undefined) return { cart };
    const line = cart.items.find(({ id }) => id === lineId);
    if (method === 'DELETE') {
      cart.items = cart.items.filter(({ id }) => id !== lineId);
      return { parent: cart };
    }
    const quantity = Number(body.quantity);
    const held = cart.items[0]?.quantity ?? 0;
    if (stock !== null && (line ? quantity : held + quantity) > stock) return 'refused';
    if (line) line.quantity = quantity;
    else if (cart.items[0]) cart.items[0].quantity += quantity;
    else {
      cart.items.push({ id: 'l1', variant_id: 'v1', variant_sku: 'A', quantity, unit_price: 1_000 });
    }
    return { cart };
  };
  const medusa: MedusaConnection = {
    store(schema, path, { method = 'GET', body = {} } = {}) {
      if (options.fail) return Promise.resolve(failure(options.fail));
      const raw = answer(path, method, body);
      if (raw === 'not-found' || raw === 'refused') return Promise.resolve(failure(raw));
      return Promise.resolve(success(schema.parse(structuredClone(raw))));
    },
    site: () => Promise.resolve(failure('not-configured')),
  };
  const offers = (available: number | null): ReadonlyMap<string, CurrentOffer> =>
    new Map([['A', { sku: 'A', variantId: 'v1', price: 1_000, available }]]);
  /** `known`: what the site's list says is left, when it lags behind the shop. */
  const change = (cartId: string | null, what: CartChange, known: number | null = stock) =>
    changeCart({ medusa, offers: offers(known) }, cartId, what);
  const lines = (cartId: string) => carts.get(cartId)?.items.map(({ quantity }) => quantity);
  return { medusa, carts, change, lines };
}

const add = (quantity: number): CartChange => ({ action: 'add', sku: 'A', quantity });
const set = (quantity: number): CartChange => ({ action: 'set', sku: 'A', quantity });

describe('changing a cart', () => {
  test('the first item opens a cart, the next joins the same line', async () => {
    const { change, lines } = shop();
    expect(await change(null, add(2))).toMatchObject({ kind: 'done', oldCartGone: false });
    await change('cart_new0', add(3));
    expect(lines('cart_new0')).toEqual([5]);
  });

  test('set, set to nothing, remove', async () => {
    const { change, lines } = shop();
    await change(null, add(2));
    await change('cart_new0', set(4));
    expect(lines('cart_new0')).toEqual([4]);
    expect(await change('cart_new0', set(0))).toMatchObject({ kind: 'done' });
    expect(lines('cart_new0')).toEqual([]);
    await change('cart_new0', add(1));
    expect(await change('cart_new0', { action: 'remove', sku: 'A' })).toMatchObject({ kind: 'done' });
    expect(lines('cart_new0')).toEqual([]);
  });

  test('changing what is not there says so', async () => {
    const { change } = shop();
    expect(await change(null, set(2))).toEqual({ kind: 'nothing-there' });
    expect(await change(null, { action: 'remove', sku: 'A' })).toEqual({ kind: 'nothing-there' });
  });

  test('more than is left is told with numbers, and the cart stays as it was', async () => {
    const { change, lines } = shop({ stock: 5 });
    await change(null, add(4));
    expect(await change('cart_new0', add(2))).toEqual({ kind: 'less-left', left: 5, inCart: 4 });
    expect(lines('cart_new0')).toEqual([4]);
  });

  test('sold in the seconds since the list was read: Medusa has the last word', async () => {
    const { change, lines } = shop({ stock: 1 });
    expect(await change(null, add(2), 10)).toEqual({ kind: 'less-left', left: null, inCart: 0 });
    await change(null, add(1), 10);
    expect(lines('cart_new1')).toEqual([1]);
  });

  test('sold out, withdrawn, more than a household buys', async () => {
    expect(await shop({ stock: 0 }).change(null, add(1))).toEqual({ kind: 'sold-out' });
    const { change } = shop({ stock: null });
    expect(await change(null, { action: 'add', sku: 'GONE', quantity: 1 })).toEqual({ kind: 'withdrawn' });
    expect(await change(null, add(100))).toEqual({ kind: 'too-many' });
    await change(null, add(99));
    expect(await change('cart_new0', add(1))).toEqual({ kind: 'too-many' });
  });

  test('an expired or already ordered cart is replaced, and that is told', async () => {
    const { change, carts, lines } = shop();
    expect(await change('cart_expired', add(1))).toMatchObject({ kind: 'done', oldCartGone: true });
    const first = carts.get('cart_new0');
    if (first) first.completed_at = '2026-11-21T00:00:00Z';
    expect(await change('cart_new0', add(2))).toMatchObject({
      kind: 'done',
      oldCartGone: true,
      cart: { id: 'cart_new1' },
    });
    expect(lines('cart_new0')).toEqual([1]);
  });

  test.each(['unreachable', 'timeout', 'server'] as const)('Medusa away (%s): not reached', async (fail) => {
    expect(await shop({ fail }).change('cart_x', add(1))).toMatchObject({ kind: 'not-reached' });
  });

  test('no list of prices: nothing is put in unseen', async () => {
    const { medusa } = shop();
    expect(await changeCart({ medusa, offers: null }, null, add(1))).toMatchObject({ kind: 'not-reached' });
  });
});
