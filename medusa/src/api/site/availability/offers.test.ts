import { expect, it } from 'vitest';
import type { JudgedOffer } from '../../../modules/traceability/selling/held.ts';
import { offersToTell } from './offers.ts';

const pack: JudgedOffer = {
  sku: 'MAM-1',
  variantId: 'variant_1',
  productId: 'prod_1',
  product: 'mam',
  title: 'Mắm',
  metadata: { producer: { id: 'ct-1', name: 'HTX' } },
  draws: null,
  parts: null,
  grams: 320,
  price: 295_000,
  available: 7,
  accepted: 295_000,
  recalled: false,
  held: null,
  fault: null,
};
const told = (change: Partial<JudgedOffer>) => offersToTell([{ ...pack, ...change }]);
const sold = {
  sku: 'MAM-1',
  variantId: 'variant_1',
  price: 295_000,
  available: 7,
  barred: null,
  sender: 'ct-1',
  grams: 320,
};

it('tells what is sold, with its price and stock', () => {
  expect(told({})).toEqual([sold]);
});

it('tells of a price that is held only that it is held, and the last one that was accepted', () => {
  const answer = [{ ...sold, available: 0, held: 'price' }];
  expect(told({ price: 295, held: 'price', fault: 'implausible' })).toEqual(answer);
  expect(told({ price: 2_950_000, held: 'price', fault: 'jump' })).toEqual(answer);
});

it('keeps a pack off sale that never had a price', () => {
  expect(told({ price: -5_000, accepted: null, held: 'price', fault: 'implausible' })).toEqual([]);
});

it('tells of recalled goods their price, and none to sell', () => {
  const answer = [{ ...sold, available: 0, held: 'recall' }];
  expect(told({ recalled: true, held: 'recall' })).toEqual(answer);
  expect(told({ recalled: true, held: 'recall', price: 0, fault: 'implausible' })).toEqual(answer);
});
