import { describe, expect, test } from 'vitest';
import { packChanges, planSync, wantedProducts, WITHDRAWN, type StoredProduct } from './catalogue.ts';
import { plainProduct } from '../../src/record/testing/plain-product.ts';
import type { Offer } from '../../src/record/types.ts';

const both = (text: string) => ({ vi: text, en: text });

function offer(product: string, packs: Partial<Offer['packs'][number]>[] = [{}]): Offer {
  const full = packs.map((pack, i) => ({
    sku: `${product}-${i}`,
    label: both('Gói'),
    price: 10_000,
    stock: 5,
    weightGrams: null,
    ...pack,
  }));
  return { product, gtin: null, packs: full, sample: true };
}

function wanted(...offers: Offer[]) {
  const product = (slug: string) => plainProduct(slug);
  return wantedProducts({ offers, product });
}

/** As a version before ids stored it: under its slug. */
function stored(slug: string, hash: string, withdrawn = false): StoredProduct {
  const packs = [{ id: 'v', sku: `${slug}-0`, contentPrice: 10_000, withdrawn }];
  return { id: `id-${slug}`, externalId: slug, hash, optionId: 'o', packs };
}

describe('the hash of a product', () => {
  const hash = (one: Offer) => wanted(one)[0]?.hash;

  test('does not follow the stock, which belongs to the shop once it is open', () => {
    expect(hash(offer('a', [{ stock: 1 }]))).toBe(hash(offer('a', [{ stock: 99 }])));
  });

  test.each([{ price: 10_001 }, { label: both('Hộp') }, { sku: 'x' }, { weightGrams: 5 }])(
    'follows %o',
    (change) => {
      expect(hash(offer('a', [change]))).not.toBe(hash(offer('a')));
    },
  );
});

describe('the plan of a sync', () => {
  test('creates what is new, updates what differs, removes what is gone, leaves the rest', () => {
    const [same, changed, fresh] = wanted(offer('same'), offer('changed'), offer('fresh'));
    const plan = planSync(
      [same, changed, fresh].flatMap((one) => one ?? []),
      [stored('same', same?.hash ?? ''), stored('changed', 'old'), stored('gone', 'any')],
    );
    expect(plan.create.map(({ slug }) => slug)).toEqual(['fresh']);
    expect(plan.update.map(({ wanted: { slug } }) => slug)).toEqual(['changed']);
    expect(plan.remove.map(({ externalId }) => externalId)).toEqual(['gone']);
    expect(plan.unchanged).toBe(1);
  });

  test('finds a product by its id, else under a name an earlier version stored it by', () => {
    const renamed = plainProduct('moi', { formerSlugs: ['cu'] });
    const [one] = wantedProducts({ offers: [offer('moi')], product: () => renamed });
    const plans = [renamed.id, 'moi', 'cu'].map((externalId) =>
      planSync(one ? [one] : [], [{ ...stored('moi', 'old'), externalId }, stored('la', 'any')]),
    );
    for (const plan of plans) {
      expect(plan.create).toEqual([]);
      expect(plan.update.map((change) => change.stored.id)).toEqual(['id-moi']);
      expect(plan.remove.map(({ externalId }) => externalId)).toEqual(['la']);
    }
  });

  test('prefers the id to a name', () => {
    const [one] = wanted(offer('a'));
    const byId = { ...stored('a', 'old'), id: 'by-id', externalId: one?.externalId ?? '' };
    const plan = planSync(one ? [one] : [], [stored('a', 'old'), byId]);
    expect(plan.update.map((change) => change.stored.id)).toEqual(['by-id']);
    expect(plan.remove.map(({ id }) => id)).toEqual(['id-a']);
  });

  test('brings back what was hidden and looks again at a product with a withdrawn pack', () => {
    const [a, b] = wanted(offer('a'), offer('b'));
    const plan = planSync(
      [a, b].flatMap((one) => one ?? []),
      [stored('a', WITHDRAWN), stored('b', b?.hash ?? '', true)],
    );
    expect(plan.update).toHaveLength(2);
  });

  test('leaves out an offer of a product that is not in the record, or without packs', () => {
    expect(wantedProducts({ offers: [offer('a')], product: () => null })).toEqual([]);
    expect(wanted(offer('a', []))).toEqual([]);
  });
});

test('a pack is priced anew only where the record’s price moved', () => {
  const [product] = wanted(offer('a', [{ price: 12_000 }, { sku: 'new' }]));
  const changes = packChanges(product?.packs ?? [], [
    { id: 'v0', sku: 'a-0', contentPrice: 10_000, withdrawn: false },
    { id: 'v1', sku: 'old', contentPrice: 1, withdrawn: false },
  ]);
  expect(changes.update.map(({ newPrice }) => newPrice)).toEqual([12_000]);
  expect(changes.create.map(({ sku }) => sku)).toEqual(['new']);
  expect(changes.remove.map(({ id }) => id)).toEqual(['v1']);
  const again = packChanges(product?.packs.slice(0, 1) ?? [], [
    { id: 'v0', sku: 'a-0', contentPrice: 12_000, withdrawn: false },
  ]);
  expect(again.update.map(({ newPrice }) => newPrice)).toEqual([null]);
});
