import { idOf, plainProduct } from '../../src/record/testing/plain-product.ts';
import type { SoldRecord } from '../../scripts/commerce/catalogue.ts';
import type { GiftBox, Lot, Offer, Producer, Product, PublicRecord } from '../../src/record/types.ts';

/** A product on sale: its packs as SKU, price in đồng and first stock. */
export interface SmallOffer {
  product: string;
  title?: string;
  /** Names it had before, the youngest first; its stable id hangs on the oldest. */
  formerSlugs?: string[];
  producer?: string;
  packs: [sku: string, price: number, stock: number][];
}

const both = (text: string) => ({ vi: text, en: text });

/** As much of a record as the shop needs: the offers, and one lot of each product. */
export function smallRecord(
  offers: readonly SmallOffer[],
  giftBoxes: readonly GiftBox[] = [],
): SoldRecord & Pick<PublicRecord, 'products' | 'lots' | 'offerOf'> {
  const full = offers.map(({ product, packs }): Offer => ({
    product,
    gtin: null,
    packs: packs.map(([sku, price, stock]) => ({
      sku,
      label: both(sku),
      price,
      stock,
      weightGrams: null,
    })),
    sample: true,
  }));
  const lots = offers.map(({ product, formerSlugs }): Lot => ({
    code: `LO-${formerSlugs?.at(-1) ?? product}`.slice(0, 20),
    product,
    madeOn: '2026-01-01',
    useBy: null,
    quantity: 100,
    rawMaterial: both('Nguyên liệu thử'),
    sample: true,
  }));
  const products = new Map(offers.map((offer) => [offer.product, aProduct(offer)]));
  const byProduct = new Map(full.map((offer) => [offer.product, offer]));
  return {
    products: [...products.values()],
    producer: aProducer,
    offers: full,
    giftBoxes,
    offerOfSku: (sku) => full.find(({ packs }) => packs.some((pack) => pack.sku === sku)) ?? null,
    lots,
    product: (slug) => products.get(slug) ?? null,
    offerOf: (slug) => byProduct.get(slug) ?? null,
  };
}

const aProducer = (slug: string): Producer => ({
  id: idOf(slug, 'producer'),
  slug,
  formerSlugs: [],
  name: both('Hợp tác xã thử'),
  kind: 'cooperative',
  address: { printed: null, current: null },
  phone: null,
  sources: [],
  sample: true,
});

function aProduct({ product, title, formerSlugs = [], producer = 'htx' }: SmallOffer): Product {
  return plainProduct(product, {
    id: idOf(formerSlugs.at(-1) ?? product),
    formerSlugs,
    name: both(title ?? product),
    producer,
    summary: both('Hàng thử'),
    sample: true,
  });
}
