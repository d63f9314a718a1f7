import { describe, expect, test } from 'vitest';
import {
  packChanges,
  packsInTheWay,
  planSync,
  wantedProducts,
  WITHDRAWN,
  type StoredProduct,
} from './catalogue.ts';
import { changedPacks } from './product-writes.ts';
import { plainProduct } from '../../src/record/testing/plain-product.ts';
import type { Offer } from '../../src/record/types.ts';

const noBoxes = { giftBoxes: [], offerOfSku: () => null };

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
  return wantedProducts({ offers, product, producer: () => null, ...noBoxes });
}

/** As a version before ids stored it: under its slug. */
function stored(slug: string, hash: string, withdrawn = false): StoredProduct {
  const packs = [{ id: 'v', sku: `${slug}-0`, contentPrice: 10_000, withdrawn, deleted: false }];
  const withdrawnFrom = hash === WITHDRAWN ? 'published' : null;
  return {
    ...{ id: `id-${slug}`, externalId: slug, handle: slug, hash },
    withdrawnFrom,
    deleted: false,
    optionId: 'o',
    packs,
  };
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
  test('creates what is new, updates what differs, takes what is gone off sale, leaves the rest', () => {
    const [same, changed, fresh] = wanted(offer('same'), offer('changed'), offer('fresh'));
    const plan = planSync(
      [same, changed, fresh].flatMap((one) => one ?? []),
      [stored('same', same?.hash ?? ''), stored('changed', 'old'), stored('gone', 'any')],
    );
    expect(plan.create.map(({ slug }) => slug)).toEqual(['fresh']);
    expect(plan.update.map(({ wanted: { slug } }) => slug)).toEqual(['changed']);
    expect(plan.withdraw.map(({ externalId }) => externalId)).toEqual(['gone']);
    expect(plan.unchanged).toBe(1);
  });

  test('finds a product by its id, else under a name an earlier version stored it by', () => {
    const renamed = plainProduct('moi', { formerSlugs: ['cu'] });
    const [one] = wantedProducts({
      offers: [offer('moi')],
      product: () => renamed,
      producer: () => null,
      ...noBoxes,
    });
    const plans = [renamed.id, 'moi', 'cu'].map((externalId) =>
      planSync(one ? [one] : [], [{ ...stored('moi', 'old'), externalId }, stored('la', 'any')]),
    );
    for (const plan of plans) {
      expect(plan.create).toEqual([]);
      expect(plan.update.map((change) => change.stored.id)).toEqual(['id-moi']);
      expect(plan.withdraw.map(({ externalId }) => externalId)).toEqual(['la']);
    }
  });

  test('prefers the id to a name', () => {
    const [one] = wanted(offer('a'));
    const byId = { ...stored('a', 'old'), id: 'by-id', externalId: one?.externalId ?? '' };
    const plan = planSync(one ? [one] : [], [stored('a', 'old'), byId]);
    expect(plan.update.map((change) => change.stored.id)).toEqual(['by-id']);
    expect(plan.withdraw.map(({ id }) => id)).toEqual(['id-a']);
  });

  test('brings back what was taken off sale: written anew where the record changed meanwhile, else only shown', () => {
    const all = wanted(offer('a'), offer('b'), offer('c'));
    const off = (slug: string, hash = '') => ({ ...stored(slug, hash), withdrawnFrom: 'published' });
    const plan = planSync(all, [
      off('a', all[0]?.hash),
      off('b', 'old'),
      stored('c', WITHDRAWN),
      off('gone'),
    ]);
    expect(plan.bringBack.map(({ wanted: { slug } }) => slug)).toEqual(['a']);
    expect(plan.update.map(({ wanted: { slug } }) => slug)).toEqual(['b', 'c']);
    expect(plan.withdraw).toEqual([]);
  });

  test('a product with a pack off sale is settled', () => {
    const [b] = wanted(offer('b'));
    expect(planSync(b ? [b] : [], [stored('b', b?.hash ?? '', true)])).toMatchObject({
      unchanged: 1,
      update: [],
    });
  });

  test('does not make again what staff deleted, unless it is named or somebody else made it since', () => {
    const all = wanted(offer('a'));
    const gone = { ...stored('a', 'any'), deleted: true };
    expect(planSync(all, [gone])).toMatchObject({ create: [], leftDeleted: all });
    expect(planSync(all, [gone], new Set(['a']))).toMatchObject({ create: all, leftDeleted: [] });
    expect(planSync(all, [gone, stored('a', all[0]?.hash ?? '')])).toMatchObject({
      unchanged: 1,
      leftDeleted: [],
    });
    expect(planSync([], [gone]).withdraw).toEqual([]);
  });

  test('one that is off sale leaves its handle and its SKU to a new product', () => {
    const all = wanted(offer('a'));
    const other = { ...stored('a', 'any'), id: 'other', externalId: 'sp-other', withdrawnFrom: 'published' };
    const plan = planSync(all, [other]);
    expect(plan.giveHandleUp).toEqual([other]);
    expect(packsInTheWay(plan, [other]).map(({ pack }) => pack.sku)).toEqual(['a-0']);
    expect(packsInTheWay(planSync(all, [stored('a', 'old')]), [stored('a', 'old')])).toEqual([]);
  });

  test('leaves out an offer of a product that is not in the record, or without packs', () => {
    expect(
      wantedProducts({ offers: [offer('a')], product: () => null, producer: () => null, ...noBoxes }),
    ).toEqual([]);
    expect(wanted(offer('a', []))).toEqual([]);
  });
});

test('a pack is priced anew only where the record’s price moved', () => {
  const [product] = wanted(offer('a', [{ price: 12_000 }, { sku: 'new' }]));
  const changes = packChanges(product?.packs ?? [], [
    { id: 'v0', sku: 'a-0', contentPrice: 10_000, withdrawn: false, deleted: false },
    { id: 'v1', sku: 'old', contentPrice: 1, withdrawn: false, deleted: false },
  ]);
  expect(changes.update.map(({ newPrice }) => newPrice)).toEqual([12_000]);
  expect(changes.create.map(({ sku }) => sku)).toEqual(['new']);
  expect(changes.withdraw.map(({ id }) => id)).toEqual(['v1']);
  const again = packChanges(product?.packs.slice(0, 1) ?? [], [
    { id: 'v0', sku: 'a-0', contentPrice: 12_000, withdrawn: false, deleted: false },
  ]);
  expect(again.update.map(({ newPrice }) => newPrice)).toEqual([null]);
});

test('a pack that staff deleted is not made again unless it is named; one off sale is not taken off it again', () => {
  const [product] = wanted(offer('a'));
  const gone = { id: 'v0', sku: 'a-0', contentPrice: 10_000, withdrawn: false, deleted: true };
  const off = { id: 'v1', sku: 'off', contentPrice: 1, withdrawn: true, deleted: false };
  expect(packChanges(product?.packs ?? [], [gone, off])).toEqual({ create: [], update: [], withdraw: [] });
  expect(packChanges(product?.packs ?? [], [gone, off], new Set(['a-0'])).create).toHaveLength(1);
});

test('a pack is weighed by its label where the record does not say, and anew only where the record moved', () => {
  const [product] = wanted(offer('a', [{ weightGrams: 320 }, { label: both('Gói 100 g') }, {}]));
  const packs = product?.packs ?? [];
  expect(packs.map(({ weightGrams }) => weightGrams)).toEqual([320, 150, null]);
  const storedWith = (...weights: (number | null | undefined)[]) =>
    weights.map((contentWeight, at) => ({
      ...{ id: `v${at}`, sku: `a-${at}`, contentPrice: 10_000, contentWeight },
      ...{ withdrawn: false, deleted: false },
    }));
  const weighed = (...weights: (number | null | undefined)[]) =>
    changedPacks(packChanges(packs, storedWith(...weights))).map((body) => 'weight' in body && body.weight);
  expect(weighed(320, 150, null)).toEqual([false, false, false]);
  expect(weighed(300, undefined, 9)).toEqual([320, 150, null]);
});
