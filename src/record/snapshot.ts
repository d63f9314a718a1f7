/**
 * Writes what on-demand pages need from the record as small files, so that a request reads one card
 * and never the whole record. Written by the build, read by snapshot.server.ts.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toGtin14 } from '@ocop/rules/digital-link/gtin';
import type { Dong } from '@ocop/rules/money';
import { orderBar, type OrderBar } from '@ocop/rules/order-bar';
import { productCard } from './card.ts';
import { giftBoxContents, giftBoxParts } from './gift-box-contents.ts';
import type { GiftBoxPart, Producer, PublicRecord, Text } from './types.ts';

/** What a cart line or an availability answer needs to know of one pack. */
export interface BakedPack {
  /** Slug of the product; '' for a gift box, which is none. */
  product: string;
  name: Text;
  label: Text;
  price: Dong;
  stock: number;
  sample: boolean;
  /** Why it is shown and cannot be ordered; absent from a build of an earlier version. */
  barred?: OrderBar | null;
  /** What a cart line needs to know of a gift box; absent for a pack of a product. */
  box?: BakedBox;
}

/** A gift box: where its page is, who packs and sends it, what it holds. */
export interface BakedBox {
  slug: string;
  sender: Pick<Producer, 'id' | 'name' | 'address'>;
  parts: GiftBoxPart[];
}

/** A producer's photo as files of the built site. */
export interface PhotoFiles {
  /** Pixels of the original, for its proportions. */
  width: number;
  height: number;
  /** The same picture in several widths, narrowest first; addresses below the site's origin. */
  files: { width: number; src: string }[];
}

/** Product slug → its photo, written by the build beside the cards. */
export const PHOTOS_FILE = 'photos.json';

export interface SnapshotOptions {
  /** Further files to write beside its own: file name → JSON data, for example search-documents.json. */
  extra?: Readonly<Record<string, unknown>>;
}

/**
 * Writes `dir`/products/<slug>.json, names.json (id or former slug → slug), gtin.json (GTIN-14 →
 * slug) and skus.json (SKU → pack), and the extra files; cards of products that left the record are removed. Each file holds plain JSON.
 */
export function writeSnapshot(record: PublicRecord, dir: string, { extra = {} }: SnapshotOptions = {}): void {
  const cards = join(dir, 'products');
  mkdirSync(cards, { recursive: true });
  const current = new Set(record.products.map((product) => `${product.slug}.json`));
  for (const name of readdirSync(cards)) {
    if (!current.has(name)) rmSync(join(cards, name), { recursive: true });
  }
  for (const { slug } of record.products) {
    writeJson(join(cards, `${slug}.json`), productCard(record, slug));
  }
  writeJson(join(dir, 'names.json'), slugsByName(record));
  writeJson(join(dir, 'gtin.json'), slugsByGtin(record));
  writeJson(join(dir, 'skus.json'), Object.fromEntries(bakedPacks(record)));
  for (const [name, data] of Object.entries(extra)) writeJson(join(dir, name), data);
}

/** Id or former slug of a product → its present slug. */
export function slugsByName({ products }: Pick<PublicRecord, 'products'>): Record<string, string> {
  return Object.fromEntries(
    products.flatMap(({ id, slug, formerSlugs }) => [id, ...formerSlugs].map((name) => [name, slug])),
  );
}

/** GTIN-14 → product slug. */
export function slugsByGtin(record: PublicRecord): Record<string, string> {
  return Object.fromEntries(
    record.offers.flatMap(({ gtin, product }) => (gtin === null ? [] : [[toGtin14(gtin), product]])),
  );
}

/** Every pack and every gift box on sale by its SKU. */
export function bakedPacks(record: PublicRecord): Map<string, BakedPack> {
  const packs = new Map<string, BakedPack>(bakedBoxes(record));
  for (const offer of record.offers) {
    const product = record.product(offer.product);
    if (!product) continue;
    for (const { sku, label, price, stock } of offer.packs) {
      packs.set(sku, {
        product: product.slug,
        name: product.name,
        label,
        price,
        stock,
        sample: offer.sample,
        barred: orderBar(product),
      });
    }
  }
  return packs;
}

function bakedBoxes(record: PublicRecord): [string, BakedPack][] {
  return record.giftBoxes.flatMap((box): [string, BakedPack][] => {
    const sender = record.producer(box.sender);
    if (!sender) return [];
    const { id, name, address } = sender;
    const parts = giftBoxParts(box, record);
    const bars = parts.map(({ product }) => orderBar(product));
    return [
      [
        box.sku,
        {
          product: '',
          name: box.name,
          label: { vi: giftBoxContents(box, record, 'vi'), en: giftBoxContents(box, record, 'en') },
          price: box.price,
          stock: Math.min(...parts.map(({ pack, quantity }) => Math.floor(pack.stock / quantity))),
          sample: box.sample,
          barred: bars.find((bar) => bar !== null) ?? null,
          box: { slug: box.slug, sender: { id, name, address }, parts: box.parts },
        },
      ],
    ];
  });
}

function writeJson(path: string, data: unknown): void {
  writeFileSync(path, JSON.stringify(data));
}
