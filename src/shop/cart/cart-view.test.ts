import { flatTable, type DeliveryTable } from '@ocop/rules/delivery-price';
import { describe, expect, test } from 'vitest';
import type { CurrentOffer } from '../../medusa-client/site-routes.ts';
import { cartView } from './cart-view.ts';
import type { Cart } from './cart.ts';

function cartOf(...lines: [sku: string, quantity: number, price: number][]): Cart {
  return {
    id: 'cart_1',
    items: lines.map(([sku, quantity, price]) => ({ sku, quantity, price })),
  };
}

function offersOf(...offers: [sku: string, price: number, available: number | null][]) {
  return new Map<string, CurrentOffer>(
    offers.map(([sku, price, available]) => [sku, { sku, variantId: sku, price, available }]),
  );
}

const FLAT = { table: flatTable(30_000), province: '' };

describe('a cart checked against what is on sale now', () => {
  test('all is well', () => {
    const view = cartView(
      cartOf(['A', 2, 50_000], ['B', 1, 120_000]),
      offersOf(['A', 50_000, 2], ['B', 120_000, null]),
      FLAT,
    );
    expect(view).toMatchObject({
      count: 3,
      subtotal: 220_000,
      shipping: 30_000,
      total: 250_000,
      blocked: false,
      pricesChanged: false,
    });
    expect(view.lines.map((line) => line.problem)).toEqual([null, null]);
  });

  test('a changed price counts at once, and the old one is kept to be told', () => {
    const view = cartView(cartOf(['A', 2, 50_000]), offersOf(['A', 55_000, 9]), {
      ...FLAT,
      table: flatTable(0),
    });
    expect(view.lines[0]).toMatchObject({ unitPrice: 55_000, priceBefore: 50_000, total: 110_000 });
    expect(view).toMatchObject({ subtotal: 110_000, pricesChanged: true, blocked: false });
  });

  test.each([
    [0, { kind: 'sold-out' }],
    [-1, { kind: 'sold-out' }],
    [1, { kind: 'less-left', left: 1 }],
    [4, { kind: 'less-left', left: 4 }],
    [5, null],
  ])('five asked, %i left', (left, problem) => {
    const view = cartView(cartOf(['A', 5, 10_000]), offersOf(['A', 10_000, left]), null);
    expect(view.lines[0]?.problem ?? null).toEqual(problem);
    expect(view.blocked).toBe(problem !== null);
  });

  test('what cannot be bought at all is not summed', () => {
    const view = cartView(
      cartOf(['GONE', 1, 99_000], ['OUT', 1, 88_000], ['A', 1, 10_000]),
      offersOf(['OUT', 88_000, 0], ['A', 10_000, 1]),
      FLAT,
    );
    expect(view.lines.map((line) => line.problem?.kind)).toEqual(['withdrawn', 'sold-out', undefined]);
    expect(view).toMatchObject({ subtotal: 10_000, total: 40_000, blocked: true });
  });

  test('a cart in which nothing can be bought costs nothing, the delivery included', () => {
    const view = cartView(cartOf(['OUT', 2, 88_000]), offersOf(['OUT', 88_000, 0]), FLAT);
    expect(view).toMatchObject({ orderable: false, subtotal: 0, shipping: null, total: 0, blocked: true });
  });

  test('what may not be ordered is said to be so, is not summed, and can only be taken out', () => {
    const offers = new Map(offersOf(['A', 10_000, 5], ['WINE', 160_000, 5]));
    offers.set('WINE', { sku: 'WINE', variantId: 'WINE', price: 160_000, available: 5, barred: 'alcohol' });
    const view = cartView(cartOf(['WINE', 1, 160_000], ['A', 1, 10_000]), offers, FLAT);
    expect(view.lines.map((line) => line.problem)).toEqual([{ kind: 'alcohol' }, null]);
    expect(view).toMatchObject({ subtotal: 10_000, total: 40_000, blocked: true, orderable: true });
  });

  test.each([
    ['price', 'price-held'],
    ['recall', 'recalled'],
    ['part', 'part-held'],
  ] as const)('what is held for its %s is said to be so, and can only be taken out', (held, kind) => {
    const offers = new Map(offersOf(['A', 10_000, 5]));
    offers.set('MAM', { sku: 'MAM', variantId: 'MAM', price: 295_000, available: 0, held });
    const view = cartView(cartOf(['MAM', 1, 295], ['A', 1, 10_000]), offers, FLAT);
    expect(view.lines.map((line) => line.problem)).toEqual([{ kind }, null]);
    expect(view).toMatchObject({ subtotal: 10_000, total: 40_000, blocked: true, orderable: true });
  });

  test('a gift box and single pieces that together ask for too much say what is short, and how many go beside', () => {
    const x = { item: 'i-x', sku: 'X', left: 5 };
    const offers = new Map<string, CurrentOffer>([
      ['X', { sku: 'X', variantId: 'v-x', price: 20_000, available: 5, draws: [{ ...x, pieces: 1 }] }],
      ['BOX', { sku: 'BOX', variantId: 'v-box', price: 75_000, available: 1, draws: [{ ...x, pieces: 3 }] }],
    ]);
    const short = { kind: 'shared-short', part: 'X', asked: 6, pieces: 5 };
    const view = cartView(cartOf(['BOX', 1, 75_000], ['X', 3, 20_000]), offers, FLAT);
    expect(view.lines.map((line) => line.problem)).toEqual([
      { ...short, left: 0 },
      { ...short, left: 2 },
    ]);
    // Either can still be had: they count until the buyer takes fewer.
    expect(view).toMatchObject({ subtotal: 135_000, blocked: true, orderable: true });
    const fewer = cartView(cartOf(['BOX', 1, 75_000], ['X', 2, 20_000]), offers, FLAT);
    expect(fewer).toMatchObject({ blocked: false, total: 145_000 });
  });

  test('stock and prices unknown: nothing is judged, the cart keeps its own prices', () => {
    const view = cartView(cartOf(['A', 2, 10_000]), null, null);
    expect(view).toMatchObject({ subtotal: 20_000, total: 20_000, blocked: false, shipping: null });
  });

  test('an empty cart', () => {
    expect(cartView(cartOf(), offersOf(), null)).toMatchObject({ lines: [], count: 0, subtotal: 0 });
  });
});

describe('what sending a cart costs', () => {
  const prices = (price: number) => ({
    steps: [{ upTo: 1_000, price }],
    furtherKilogram: 5_000,
    freeFrom: null,
  });
  const table: DeliveryTable = {
    charged: 'parcel',
    zones: [{ name: 'Xa', provinces: ['08'], ...prices(45_000) }],
    elsewhere: prices(18_000),
  };
  const offers = new Map<string, CurrentOffer>(
    [
      { sku: 'A', sender: 'ct-a', grams: 600 },
      { sku: 'B', sender: 'ct-b', grams: null },
      { sku: 'C', sender: 'ct-a', grams: 600 },
    ].map((one) => [one.sku, { ...one, variantId: one.sku, price: 10_000, available: 9 }]),
  );
  const cart = cartOf(['A', 1, 10_000], ['B', 1, 10_000], ['C', 1, 10_000]);
  const view = (province: string, charged: DeliveryTable['charged'] = 'parcel') =>
    cartView(cart, offers, { table: { ...table, charged }, province });

  test('is told by the parcel for the chosen province', () => {
    expect(view('08')).toMatchObject({
      ...{ shipping: 95_000, shippingVaries: true, shippingFrom: false, total: 125_000 },
      parcels: [
        { sender: 'ct-a', sku: 'A', price: 50_000 },
        { sender: 'ct-b', sku: 'B', price: 45_000 },
      ],
    });
    expect(view('01')).toMatchObject({ shipping: 41_000, total: 71_000 });
  });

  test('is the least there is before a province is chosen, and what each would pay is known', () => {
    const { toProvinces, ...seen } = view('');
    expect(seen).toMatchObject({ shipping: 41_000, shippingVaries: true, shippingFrom: true, total: 71_000 });
    expect(Object.keys(toProvinces)).toHaveLength(34);
    expect(toProvinces['08']).toEqual([50_000, 45_000]);
    expect(toProvinces['01']).toEqual([23_000, 18_000]);
  });

  test('is one sum where the order is charged once, and the same everywhere where no zone differs', () => {
    expect(view('01', 'order')).toMatchObject({ shipping: 23_000, parcels: [] });
    const same = cartView(cart, offers, { table: { ...table, zones: [] }, province: '' });
    expect(same).toMatchObject({ shipping: 41_000, shippingVaries: false, shippingFrom: false });
    expect(same.parcels).toHaveLength(2);
    expect(same.toProvinces).toEqual({});
  });

  test('counts nothing of what cannot be bought', () => {
    const gone = new Map(offers);
    gone.delete('B');
    expect(cartView(cart, gone, { table, province: '01' })).toMatchObject({ shipping: 23_000, parcels: [] });
  });
});
