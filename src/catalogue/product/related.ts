import type { Product, PublicRecord } from '../../record/types.ts';

/** A row of other products and why they belong here. */
export interface RelatedRow {
  kind: 'producer' | 'set' | 'province';
  products: readonly Product[];
}

/**
 * Up to `count` others of a list, beginning after the product itself, so that in a long list
 * neighbours differ from page to page. Alcohol is passed over.
 */
function others(list: readonly Product[], product: Product, count: number): Product[] {
  const start = list.indexOf(product) + 1;
  const found: Product[] = [];
  for (let step = 0; step < list.length && found.length < count; step += 1) {
    const other = list[(start + step) % list.length];
    if (other && other.slug !== product.slug && !other.notices.includes('alcohol')) {
      found.push(other);
    }
  }
  return found;
}

/**
 * What a visitor of a product may want next: others of its producer, else of its set, else of its
 * province; one row of at most `count`. Alcohol is never put forward on another product's page.
 */
export function relatedProducts(
  record: Pick<PublicRecord, 'productsOf' | 'productsOfSet' | 'productsInProvince'>,
  product: Product,
  count = 4,
): RelatedRow | null {
  const province = product.origin.current?.province;
  const rows: [RelatedRow['kind'], readonly Product[]][] = [
    ['producer', product.producer === null ? [] : record.productsOf(product.producer)],
    ['set', record.productsOfSet(product.set)],
    ['province', province ? record.productsInProvince(province) : []],
  ];
  for (const [kind, list] of rows) {
    const products = others(list, product, count);
    if (products.length > 0) return { kind, products };
  }
  return null;
}
