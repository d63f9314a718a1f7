/** What the rules make of the facts of tests/record, whose table of certificates tests/record/README.md holds. */
import { resolve } from 'node:path';
import { standingOn } from '@ocop/rules/certificate/standing';
import { beforeAll, describe, expect, test } from 'vitest';
import { productCard } from './card.ts';
import { loadRecord } from './load.ts';
import type { PublicRecord } from './types.ts';

const DAY = '2039-06-15';
const contentDir = resolve(import.meta.dirname, '../../tests/record');

let record: PublicRecord;
beforeAll(async () => {
  record = await loadRecord({ contentDir, samples: true, today: DAY });
});

function standingOf(slug: string, day = DAY) {
  const { recognitions, product } = productCard(record, slug);
  return standingOn(recognitions, product.reported, day);
}

describe('stars', () => {
  test.each([
    ['mam-nem-thu', { kind: 'recognised', stars: 3, state: 'valid', endsOn: '2041-08-05' }],
    ['ca-phe-thu', { kind: 'recognised', stars: 4, state: 'valid' }],
    ['nuoc-mam-thu', { kind: 'recognised', stars: 5, state: 'expiring' }],
    ['cha-muc-thu', { kind: 'recognised', state: 'extended' }],
    ['lua-thu', { kind: 'lapsed', state: 'expired' }],
    ['mat-ong-thu', { kind: 'lapsed', state: 'withdrawn', endsOn: '2039-01-20' }],
    ['ngoc-trai-thu', { kind: 'reported', stars: 5 }],
  ])('%s', (slug, expected) => {
    expect(standingOf(slug)).toMatchObject(expected);
  });

  test.each([
    ['a decision told by the seller only', 'tra-thu'],
    ['a list of entries', 'binh-gom-hoa-sen-thu'],
    ['a list of entries', 'ruou-mo-thu'],
    ['a name without stars', 'tuong-thu'],
  ])('%s gives no star and no report: %s', (_why, slug) => {
    expect(standingOf(slug)).toEqual({ kind: 'none' });
  });

  test('a certificate ends on its day', () => {
    expect(standingOf('mam-nem-thu', '2041-08-04').kind).toBe('recognised');
    expect(standingOf('mam-nem-thu', '2041-08-05')).toMatchObject({ kind: 'lapsed', state: 'expired' });
  });

  test('the list of entries is named on the card, not among its recognitions', () => {
    const card = productCard(record, 'binh-gom-hoa-sen-thu');
    expect(card.recognitions).toEqual([]);
    expect(card.otherDecisions.map((d) => d.key)).toEqual(['ubnd-tinh-thu.77-qd-ubnd.2038-02-14']);
    expect(card.otherDecisions[0]).not.toHaveProperty('products');
  });
});

describe('the samples', () => {
  test('try what a shop meets: sold out, several packs, a lot past its use-by day', () => {
    const stocks = record.offers.map(({ packs }) => packs.map(({ stock }) => stock));
    expect(stocks).toContainEqual([0]);
    expect(stocks.some((packs) => packs.length === 3)).toBe(true);
    expect(record.lots.filter(({ useBy }) => useBy !== null && useBy < DAY)).toHaveLength(1);
  });

  test('leave nothing behind when they are off', async () => {
    const bare = await loadRecord({ contentDir, samples: false, today: DAY });
    expect([bare.offers, bare.lots, bare.fairs, bare.pointsOfSale]).toEqual([[], [], [], []]);
    expect(bare.products).toHaveLength(record.products.length);
  });
});
