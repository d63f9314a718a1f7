import { describe, expect, it } from 'vitest';
import type { Product, PublicRecord } from '../../record/types.ts';
import { plainProduct } from '../../record/testing/plain-product.ts';
import { relatedProducts } from './related.ts';

const product = (slug: string, more: Partial<Product> = {}) =>
  plainProduct(slug, { producer: 'htx', set: 15, ...more });

function recordOf(
  products: Product[],
): Pick<PublicRecord, 'productsOf' | 'productsOfSet' | 'productsInProvince'> {
  return {
    productsOf: (slug) => products.filter(({ producer }) => producer === slug),
    productsOfSet: (set) => products.filter((one) => one.set === set),
    productsInProvince: () => [],
  };
}

describe('relatedProducts', () => {
  it('prefers the same producer and never names the product itself', () => {
    const [a, b, c] = [product('a'), product('b'), product('c', { producer: 'other' })];
    expect(relatedProducts(recordOf([a, b, c]), a)).toEqual({ kind: 'producer', products: [b] });
    expect(relatedProducts(recordOf([a, b, c]), c)).toEqual({ kind: 'set', products: [a, b] });
  });

  it('does not put alcohol forward', () => {
    const [wine, tea] = [product('ruou', { notices: ['alcohol'] }), product('tra')];
    expect(relatedProducts(recordOf([wine, tea]), tea)).toBeNull();
    expect(relatedProducts(recordOf([wine, tea]), wine)?.products).toEqual([tea]);
  });

  it('begins after the product, so that long lists share the attention', () => {
    const list = ['a', 'b', 'c', 'd', 'e', 'f'].map((slug) => product(slug));
    const names = (index: number) =>
      relatedProducts(recordOf(list), list[index] as Product, 3)?.products.map(({ slug }) => slug);
    expect(names(0)).toEqual(['b', 'c', 'd']);
    expect(names(4)).toEqual(['f', 'a', 'b']);
  });
});
