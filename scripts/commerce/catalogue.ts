import { createHash } from 'node:crypto';
import type { Dong } from '@ocop/rules/money';
import type { PublicRecord } from '../../src/record/types.ts';

/** One pack as the record offers it. `stock` counts when the pack is first put on sale, not later. */
export interface WantedPack {
  sku: string;
  title: string;
  price: Dong;
  stock: number;
  weightGrams: number | null;
}

/** One product as it should stand in Medusa; `hash` changes with anything but the stock. */
export interface WantedProduct {
  /** Stable id of the product: what Medusa's product is found by. */
  externalId: string;
  slug: string;
  /** Names it had before: an earlier version wrote the slug where the id stands now. */
  formerSlugs: string[];
  title: string;
  description: string;
  gtin: string | null;
  /** Product set and warnings of the record, from which Medusa sees what may be ordered (@ocop/rules/order-bar). */
  set: number;
  notices: string[];
  sample: boolean;
  packs: WantedPack[];
  hash: string;
}

/** One pack as Medusa holds it. `contentPrice` is the price the record had at the last sync. */
export interface StoredPack {
  id: string;
  sku: string;
  contentPrice: number | null;
  withdrawn: boolean;
}

/** One product that an earlier sync wrote into Medusa. */
export interface StoredProduct {
  id: string;
  /** Stable id of the product, or the slug that a version before ids wrote. */
  externalId: string;
  hash: string;
  optionId: string | null;
  packs: StoredPack[];
}

/** What a sync has to do. Products Medusa's staff made themselves appear nowhere in it. */
export interface SyncPlan {
  create: WantedProduct[];
  update: { stored: StoredProduct; wanted: WantedProduct }[];
  remove: StoredProduct[];
  unchanged: number;
}

/** Raise it when the shape written to Medusa changes: every product is then written anew. */
const SHAPE = 3;

/** A product no longer offered that open orders still hold in place carries this as its hash. */
export const WITHDRAWN = 'withdrawn';

/** The products of the record that have an offer, as they should stand in Medusa. */
export function wantedProducts(record: Pick<PublicRecord, 'offers' | 'product'>): WantedProduct[] {
  return record.offers.flatMap((offer) => {
    const product = record.product(offer.product);
    if (!product || offer.packs.length === 0) return [];
    const { id: externalId, slug, formerSlugs } = product;
    const body = {
      externalId,
      slug,
      title: product.name.vi,
      description: product.summary.vi,
      gtin: offer.gtin,
      set: product.set,
      notices: product.notices,
      sample: offer.sample,
      packs: offer.packs.map((pack) => ({
        sku: pack.sku,
        title: pack.label.vi,
        price: pack.price,
        weightGrams: pack.weightGrams,
      })),
    };
    const stock = new Map(offer.packs.map((pack) => [pack.sku, pack.stock]));
    return [
      {
        ...body,
        formerSlugs,
        packs: body.packs.map((pack) => ({ ...pack, stock: stock.get(pack.sku) ?? 0 })),
        hash: hashOf(body),
      },
    ];
  });
}

function hashOf(body: object): string {
  return createHash('sha256')
    .update(JSON.stringify([SHAPE, body]))
    .digest('hex')
    .slice(0, 32);
}

/**
 * Compares what should be with what is. A product whose hash agrees is not looked at further, but
 * for one with a withdrawn pack: its last orders may be sent by now and the pack free to go. Products
 * are told apart by their stable id, so a new slug is a change of one product, never another product.
 */
export function planSync(wanted: readonly WantedProduct[], stored: readonly StoredProduct[]): SyncPlan {
  const unmatched = new Map(stored.map((product) => [product.externalId, product]));
  const plan: SyncPlan = { create: [], update: [], remove: [], unchanged: 0 };
  for (const product of wanted) {
    const names = [product.externalId, product.slug, ...product.formerSlugs];
    const present = names.map((name) => unmatched.get(name)).find((one) => one !== undefined);
    if (present) unmatched.delete(present.externalId);
    const isSettled = present?.packs.every(({ withdrawn }) => !withdrawn);
    if (!present) plan.create.push(product);
    else if (present.hash === product.hash && isSettled) plan.unchanged += 1;
    else plan.update.push({ stored: present, wanted: product });
  }
  plan.remove.push(...unmatched.values());
  return plan;
}

/** How the packs of one product have to change in Medusa. */
export interface PackChanges {
  create: WantedPack[];
  update: { stored: StoredPack; wanted: WantedPack; newPrice: Dong | null }[];
  remove: StoredPack[];
}

/**
 * Compares the packs of one product by SKU. `newPrice` is set only where the record's price moved
 * since the last sync, so a price that staff set in Medusa stays until the record says otherwise.
 */
export function packChanges(wanted: readonly WantedPack[], stored: readonly StoredPack[]): PackChanges {
  const storedBySku = new Map(stored.map((pack) => [pack.sku, pack]));
  const changes: PackChanges = { create: [], update: [], remove: [] };
  for (const pack of wanted) {
    const present = storedBySku.get(pack.sku);
    storedBySku.delete(pack.sku);
    if (!present) changes.create.push(pack);
    else {
      const newPrice = present.contentPrice === pack.price ? null : pack.price;
      changes.update.push({ stored: present, wanted: pack, newPrice });
    }
  }
  changes.remove.push(...storedBySku.values());
  return changes;
}
