import { describe, expect, test } from 'vitest';
import { cartIdShape } from '@ocop/rules/cart-id';
import type { CurrentOffer } from '../../medusa-client/site-routes.ts';
import { newCart, type Cart } from './cart.ts';
import { changeCart, MOST_KINDS } from './changes.ts';
import type { CartChange } from './changes.ts';

const offerOf = (sku: string, available: number | null, price = 1_000): CurrentOffer => ({
  sku,
  variantId: `v-${sku}`,
  price,
  available,
});
const offers = (...list: CurrentOffer[]) => new Map(list.map((one) => [one.sku, one]));
const cartOf = (...items: [sku: string, quantity: number][]): Cart => ({
  id: 'cart_X',
  items: items.map(([sku, quantity]) => ({ sku, quantity, price: 900 })),
});
const add = (quantity: number, sku = 'A'): CartChange => ({ action: 'add', sku, quantity });
const set = (quantity: number, sku = 'A'): CartChange => ({ action: 'set', sku, quantity });
const remove = (sku = 'A'): CartChange => ({ action: 'remove', sku });

/** Outcome and contents after one change, with ten of A left unless said otherwise. */
function after(cart: Cart | null, change: CartChange, left: number | null = 10) {
  const { outcomes, cart: now } = changeCart(cart, offers(offerOf('A', left)), [change]);
  return { outcome: outcomes[0], items: now?.items.map(({ sku, quantity }) => [sku, quantity]) };
}

describe('changing a cart', () => {
  test('the first item begins a cart with an identity of its own, the next joins the same line', () => {
    const { cart } = changeCart(null, offers(offerOf('A', 10)), [add(2)]);
    expect(cart?.id).toMatch(cartIdShape);
    expect(new Set(Array.from({ length: 500 }, () => newCart().id)).size).toBe(500);
    const again = changeCart(cart, offers(offerOf('A', 10, 1_200)), [add(3)]);
    expect(again.cart).toEqual({ id: cart?.id, items: [{ sku: 'A', quantity: 5, price: 1_200 }] });
    expect(cart?.items[0]?.quantity).toBe(2);
  });

  test('set, set to nothing, remove', () => {
    expect(after(cartOf(['A', 2]), set(4))).toEqual({ outcome: { kind: 'done' }, items: [['A', 4]] });
    expect(after(cartOf(['A', 2]), set(0))).toEqual({ outcome: { kind: 'done' }, items: [] });
    expect(after(cartOf(['B', 1], ['A', 2]), remove())).toEqual({
      outcome: { kind: 'done' },
      items: [['B', 1]],
    });
  });

  test('changing what is not there says so, and begins no cart', () => {
    for (const change of [set(2), remove()]) {
      expect(after(null, change)).toEqual({ outcome: { kind: 'nothing-there' }, items: undefined });
    }
  });

  test('more than is left is told with numbers, and the cart stays as it was', () => {
    expect(after(cartOf(['A', 4]), add(2), 5)).toEqual({
      outcome: { kind: 'less-left', left: 5, inCart: 4 },
      items: [['A', 4]],
    });
  });

  test('sold out, withdrawn, alcohol, more than a household buys, more kinds than a cart holds', () => {
    expect(after(null, add(1), 0).outcome).toEqual({ kind: 'sold-out' });
    expect(after(null, add(1, 'GONE')).outcome).toEqual({ kind: 'withdrawn' });
    const wine = offers({ ...offerOf('A', 5), barred: 'alcohol' });
    expect(changeCart(null, wine, [add(1)]).outcomes).toEqual([{ kind: 'alcohol' }]);
    expect(after(null, add(100), null).outcome).toEqual({ kind: 'too-many' });
    expect(after(cartOf(['A', 99]), add(1), null).outcome).toEqual({ kind: 'too-many' });
    const full = cartOf(...Array.from({ length: MOST_KINDS }, (_, n): [string, number] => [`S${n}`, 1]));
    expect(after(full, add(1)).outcome).toEqual({ kind: 'too-many-kinds' });
  });

  test('a stock that is not kept has no end', () => {
    expect(after(null, add(99), null).outcome).toEqual({ kind: 'done' });
  });

  test('one change that cannot be made leaves the others alone', () => {
    const { outcomes, cart } = changeCart(
      cartOf(['A', 1], ['B', 1]),
      offers(offerOf('A', 3), offerOf('B', 9)),
      [set(4), set(7, 'B')],
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['less-left', 'done']);
    expect(cart?.items.map(({ quantity }) => quantity)).toEqual([1, 7]);
  });

  test('no list of prices: nothing is put in unseen, and may still be taken out', () => {
    expect(changeCart(null, null, [add(1)])).toEqual({ outcomes: [{ kind: 'not-reached' }], cart: null });
    expect(changeCart(cartOf(['A', 1]), null, [remove()]).outcomes).toEqual([{ kind: 'done' }]);
  });
});

describe('goods that take from the same stock', () => {
  const x = { item: 'i-x', sku: 'X', left: 5 };
  const shared = new Map<string, CurrentOffer>([
    ['X', { sku: 'X', variantId: 'v-x', price: 20_000, available: 5, draws: [{ ...x, pieces: 1 }] }],
    ['BOX', { sku: 'BOX', variantId: 'v-box', price: 75_000, available: 1, draws: [{ ...x, pieces: 3 }] }],
  ]);
  const add = (sku: string, quantity: number) => ({ action: 'add' as const, sku, quantity });

  test('are added as far as all lines together can be had', () => {
    const { outcomes, cart } = changeCart(null, shared, [add('BOX', 1), add('X', 3), add('X', 2)]);
    expect(outcomes).toEqual([
      { kind: 'done' },
      { kind: 'shared-short', left: 2, inCart: 0, part: 'X' },
      { kind: 'done' },
    ]);
    expect(cart?.items.map(({ sku, quantity }) => [sku, quantity])).toEqual([['BOX', 1], ['X', 2]]); // prettier-ignore
  });

  test('can be made fewer also where they still are too many', () => {
    const cart = { ...newCart(), items: [{ sku: 'BOX', quantity: 1, price: 75_000 }, { sku: 'X', quantity: 5, price: 20_000 }] }; // prettier-ignore
    const { outcomes } = changeCart(cart, shared, [{ action: 'set', sku: 'X', quantity: 4 }]);
    expect(outcomes).toEqual([{ kind: 'done' }]);
  });
});
