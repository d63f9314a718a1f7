/**
 * What the built site holds, and how much of the content may be published beside it. A product that search or
 * the shop knows and the site has no page of leads everybody who finds it to a 404.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BakedPack } from '../../src/record/snapshot.ts';
import type { GiftBoxPart, Lot, Offer, Product, PublicRecord } from '../../src/record/types.ts';
import type { SearchDocument } from '../../src/search/document.ts';

/** The record as the last build wrote it for the site that is served. */
export interface ServedRecord {
  /** Slugs of the products it has pages of. */
  slugs: ReadonlySet<string>;
  /** Their ids; a product that was renamed since is found by it. Empty in a build of an earlier version. */
  ids: ReadonlySet<string>;
  /** SKUs of the gift boxes it has pages of. */
  boxes: ReadonlySet<string>;
  /** Its search documents, as of the day it was built. */
  documents: readonly SearchDocument[];
}

/**
 * Reads what a build left in RECORD_DIR.
 * @returns null where there is no build: then nobody here knows what the site holds
 */
export async function readServedRecord(recordDir: string): Promise<ServedRecord | null> {
  const cards = await readdir(path.join(recordDir, 'products')).catch(ifMissing);
  const documents = await readJson<SearchDocument[]>(path.join(recordDir, 'search-documents.json'));
  if (cards === null || documents === null) return null;
  const names = (await readJson<Record<string, string>>(path.join(recordDir, 'names.json'))) ?? {};
  const slugs = new Set(
    cards.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)),
  );
  const packs = (await readJson<Record<string, BakedPack>>(path.join(recordDir, 'skus.json'))) ?? {};
  const boxes = new Set(Object.keys(packs).filter((sku) => packs[sku]?.box));
  return { slugs, ids: new Set(Object.keys(names)), boxes, documents };
}

/** As much of a record as goes to the shop. */
export type ShopRecord = Pick<
  PublicRecord,
  'products' | 'producer' | 'offers' | 'giftBoxes' | 'lots' | 'product' | 'offerOf' | 'offerOfSku'
>;

export interface Publishable {
  /** For the shop: without products and gift boxes the site has no page of, and without their lots. */
  shop: ShopRecord;
  /** For the search: a document for each page of the site, of today's content where it still has the product. */
  documents: SearchDocument[];
  /** Slugs of products and gift boxes that wait for the next build. */
  waiting: string[];
  /** Slugs the site still has pages of and the content has not: taken out or renamed. */
  leaving: string[];
}

/**
 * What of the content may be published while a build is served.
 * @param documents search documents of the whole content, for today
 */
export function publishable(
  record: ShopRecord,
  documents: readonly SearchDocument[],
  served: ServedRecord,
): Publishable {
  // The shop finds products by their id, and so does the site: a new name does not hide them there.
  const hasPage = ({ slug, id }: Product) => served.slugs.has(slug) || served.ids.has(id);
  const known = new Set(record.products.filter(hasPage).map(({ slug }) => slug));
  const isKnown = ({ product }: Lot | Offer) => known.has(product);
  const isServed = ({ sku }: GiftBoxPart) => known.has(record.offerOfSku(sku)?.product ?? '');
  const present = new Map(documents.map((document) => [document.id, document]));
  return {
    shop: {
      ...record,
      products: record.products.filter(({ slug }) => known.has(slug)),
      offers: record.offers.filter(isKnown),
      giftBoxes: record.giftBoxes.filter(({ sku, parts }) => served.boxes.has(sku) && parts.every(isServed)),
      lots: record.lots.filter(isKnown),
      product: (slug) => (known.has(slug) ? record.product(slug) : null),
      offerOf: (slug) => (known.has(slug) ? record.offerOf(slug) : null),
    },
    documents: [
      ...documents.filter(({ id }) => served.slugs.has(id)),
      ...served.documents.filter(({ id }) => served.slugs.has(id) && !present.has(id)),
    ],
    waiting: [
      ...record.products.filter(({ slug }) => !served.slugs.has(slug)),
      ...record.giftBoxes.filter(({ sku }) => !served.boxes.has(sku)),
    ].map(({ slug }) => slug),
    leaving: [...served.slugs].filter((slug) => !present.has(slug)).sort(),
  };
}

async function readJson<T>(file: string): Promise<T | null> {
  const text = await readFile(file, 'utf8').catch(ifMissing);
  // Our own build wrote it.
  return text === null ? null : (JSON.parse(text) as T);
}

function ifMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
