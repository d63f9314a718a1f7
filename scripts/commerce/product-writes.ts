import type { PackChanges, WantedPack, WantedProduct } from './catalogue.ts';

/** Ids of the store that every product is written with. */
export interface StoreIds {
  channel: string;
  location: string;
  profile: string;
}

/**
 * Medusa tells packs of a product apart by an option. Its value is the SKU, which never changes;
 * the label a buyer reads is the pack's title, which may.
 */
const PACK_OPTION = 'Mã gói';

const metadataOf = (product: WantedProduct) => ({
  content_hash: product.hash,
  sample: product.sample,
  gtin: product.gtin,
  product_set: product.set,
  notices: product.notices,
});

const price = (amount: number) => [{ currency_code: 'vnd', amount }];

/** The body of a pack that Medusa does not hold yet. Its stock is set apart. */
export function newPack(pack: WantedPack) {
  return {
    title: pack.title,
    sku: pack.sku,
    weight: pack.weightGrams,
    manage_inventory: true,
    allow_backorder: false,
    options: { [PACK_OPTION]: pack.sku },
    prices: price(pack.price),
    metadata: { content_price: pack.price, withdrawn: false },
  };
}

/** The body of a product that Medusa does not hold yet, on sale at once. */
export function newProduct(product: WantedProduct, store: StoreIds) {
  return {
    title: product.title,
    description: product.description,
    handle: product.slug,
    external_id: product.externalId,
    status: 'published',
    shipping_profile_id: store.profile,
    sales_channels: [{ id: store.channel }],
    options: [{ title: PACK_OPTION, values: product.packs.map(({ sku }) => sku) }],
    variants: product.packs.map(newPack),
    metadata: metadataOf(product),
  };
}

/** The body that brings packs Medusa already holds in line; a price is named only when it moved. */
export function changedPacks(changes: PackChanges) {
  return changes.update.map(({ stored, wanted, newPrice }) => ({
    id: stored.id,
    title: wanted.title,
    weight: wanted.weightGrams,
    metadata: { content_price: wanted.price, withdrawn: false },
    ...(newPrice === null ? {} : { prices: price(newPrice) }),
  }));
}

/** The body that brings a product's own fields in line; written last, as it carries the hash. */
export function changedProduct(id: string, product: WantedProduct) {
  return {
    id,
    handle: product.slug,
    external_id: product.externalId,
    title: product.title,
    description: product.description,
    status: 'published',
    metadata: metadataOf(product),
  };
}
