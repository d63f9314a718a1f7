import {
  SHAPE,
  type PackChanges,
  type StoredProduct,
  type WantedPack,
  type WantedProduct,
} from './catalogue.ts';
import type { Draws } from './gift-box-sync.ts';

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
  content_shape: SHAPE,
  sample: product.sample,
  gtin: product.gtin,
  product_set: product.set,
  notices: product.notices,
  ...(product.producer ? { producer: product.producer } : {}),
});

const price = (amount: number) => [{ currency_code: 'vnd', amount }];

/**
 * The body of a pack that Medusa does not hold yet. Its stock is set apart.
 * @param draws what a gift box takes out of the stock of others
 */
export function newPack(pack: WantedPack, draws: Draws | null = null) {
  return {
    title: pack.title,
    sku: pack.sku,
    weight: pack.weightGrams,
    manage_inventory: true,
    allow_backorder: false,
    options: { [PACK_OPTION]: pack.sku },
    prices: price(pack.price),
    metadata: noted(pack),
    ...(draws && {
      inventory_items: [...draws].map(([inventory_item_id, required_quantity]) => ({
        ...{ inventory_item_id, required_quantity },
      })),
    }),
  };
}

const noted = ({ price, weightGrams, parts }: WantedPack) => ({
  ...{ content_price: price, content_weight: weightGrams, content_shape: SHAPE, withdrawn: false },
  ...(parts && { parts }),
});

/**
 * The body of a product that Medusa does not hold yet, on sale at once.
 * @param draws what the packs of gift boxes take out of the stock of others, by SKU
 */
export function newProduct(
  product: WantedProduct,
  store: StoreIds,
  draws: ReadonlyMap<string, Draws | null> = new Map(),
) {
  return {
    title: product.title,
    description: product.description,
    handle: product.slug,
    external_id: product.externalId,
    status: 'published',
    shipping_profile_id: store.profile,
    sales_channels: [{ id: store.channel }],
    options: [{ title: PACK_OPTION, values: product.packs.map(({ sku }) => sku) }],
    variants: product.packs.map((pack) => newPack(pack, draws.get(pack.sku))),
    metadata: metadataOf(product),
  };
}

/**
 * The body that brings packs Medusa already holds in line; price and weight are named only when the record's
 * moved, for what staff corrected stands (decision 0007).
 */
export function changedPacks(changes: PackChanges) {
  return changes.update.map(({ stored, wanted, newPrice }) => ({
    id: stored.id,
    title: wanted.title,
    ...(stored.contentWeight === wanted.weightGrams ? {} : { weight: wanted.weightGrams }),
    metadata: noted(wanted),
    ...(newPrice === null ? {} : { prices: price(newPrice) }),
  }));
}

/** The body that takes packs off sale and leaves all else of them as it is. */
export const withdrawnPacks = ({ withdraw }: PackChanges) =>
  withdraw.map(({ id }) => ({ id, metadata: { content_shape: SHAPE, withdrawn: true } }));

/** The body that brings a product's own fields in line; written last, as it carries the hash. */
export function changedProduct(stored: StoredProduct, product: WantedProduct) {
  return {
    id: stored.id,
    handle: product.slug,
    external_id: product.externalId,
    title: product.title,
    description: product.description,
    ...statusBack(stored),
    // Medusa adds these to what staff wrote there; an empty text takes a name away.
    metadata: { producer: '', ...metadataOf(product), withdrawn_from: '' },
  };
}

/** The body that puts a product on sale again that is as the record has it. */
export function returnedProduct(stored: StoredProduct, { slug }: WantedProduct) {
  return { id: stored.id, handle: slug, ...statusBack(stored), metadata: { withdrawn_from: '' } };
}

/** Whether a product is published is for staff to say, but where a sync took it off sale. */
const statusBack = ({ withdrawnFrom }: StoredProduct) =>
  withdrawnFrom === null ? {} : { status: withdrawnFrom };

/** The body that takes a product off sale and leaves all else of it as it is. */
export function withdrawnProduct({ id }: StoredProduct, status: string) {
  return { id, status: 'draft', metadata: { content_shape: SHAPE, withdrawn_from: status } };
}

/** The body that leaves the handle of a withdrawn product to another one. */
export const withoutHandle = ({ id, externalId }: StoredProduct) => ({
  id,
  handle: `${externalId}-withdrawn`,
});
