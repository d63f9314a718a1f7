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
  slug: string;
  title: string;
  description: string;
  gtin: string | null;
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
  slug: string;
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
const SHAPE = 1;

/** A product no longer offered that open orders still hold in place carries this as its hash. */
export const WITHDRAWN = 'withdrawn';

/** The products of the record that have an offer, as they should stand in Medusa. */
export function wantedProducts(record: Pick<PublicRecord, 'offers' | 'product'>): WantedProduct[] {
  return record.offers.flatMap((offer) => {
    const product = record.product(offer.product);
    if (!product || offer.packs.length === 0) return [];
    const body = {
      slug: product.slug,
      title: product.name.vi,
      description: product.summary.vi,
      gtin: offer.gtin,
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
 * for one with a withdrawn pack: its last orders may be sent by now and the pack free to go.
 */
export function planSync(wanted: readonly WantedProduct[], stored: readonly StoredProduct[]): SyncPlan {
  const storedBySlug = new Map(stored.map((product) => [product.slug, product]));
  const plan: SyncPlan = { create: [], update: [], remove: [], unchanged: 0 };
  for (const product of wanted) {
    const present = storedBySlug.get(product.slug);
    storedBySlug.delete(product.slug);
    const isSettled = present?.packs.every(({ withdrawn }) => !withdrawn);
    if (!present) plan.create.push(product);
    else if (present.hash === product.hash && isSettled) plan.unchanged += 1;
    else plan.update.push({ stored: present, wanted: product });
  }
  plan.remove.push(...storedBySlug.values());
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
