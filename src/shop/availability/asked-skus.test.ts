import { describe, expect, it } from 'vitest';
import { MOST_SKUS, readSkus, skuQueries } from './asked-skus.ts';

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `SKU-${String(index).padStart(3, '0')}`);
const read = (query: string) => readSkus(new URLSearchParams(query));

describe('skuQueries', () => {
  it('spells the same packs the same way, whatever their order', () => {
    expect(skuQueries(['B-2', 'A-1', 'B-2'])).toEqual(['sku=A-1,B-2']);
    expect(skuQueries(['A-1', 'B-2'])).toEqual(['sku=A-1,B-2']);
  });

  it('asks about no more than a request may', () => {
    const queries = skuQueries(many(MOST_SKUS + 1));
    expect(queries).toHaveLength(2);
    for (const query of queries) expect(read(query)?.canonical).toBe(query);
  });

  it('asks nothing where there is nothing to ask', () => {
    expect(skuQueries([])).toEqual([]);
    expect(skuQueries(['', 'not a sku'])).toEqual([]);
  });
});

describe('readSkus', () => {
  it('takes every spelling of a set and tells the one', () => {
    for (const query of ['sku=A-1,B-2', 'sku=B-2,A-1,A-1', 'sku=B-2&sku=A-1', 'sku=A-1%2CB-2&x=1']) {
      expect(read(query)).toEqual({ skus: ['A-1', 'B-2'], canonical: 'sku=A-1,B-2' });
    }
  });

  it.each([
    '',
    'sku=',
    'sku=a-1',
    'sku=A-1,',
    'sku=../x',
    `sku=${'A'.repeat(200)}`,
    `sku=${many(61).join(',')}`,
  ])('refuses %j', (query) => expect(read(query)).toBeNull());
});
