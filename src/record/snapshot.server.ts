/**
 * Reads the snapshot for on-demand pages: a card from its own small file, through a cache;
 * the two small tables once a process. Where no snapshot was written (astro dev), the record itself
 * answers instead.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { LRUCache } from 'lru-cache';
import { isGtin, toGtin14 } from '@ocop/rules/digital-link/gtin';
import type { ProductCard } from './card.ts';
import { once } from './once.ts';
import { PHOTOS_FILE } from './snapshot.ts';
import type { BakedPack, PhotoFiles } from './snapshot.ts';

/** Cards in the cache: about 10 kB each, so a few megabytes at most. */
const MAX_CARDS = 500;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export interface SnapshotReader {
  /**
   * The card of a product by its id, its slug or a slug it had before, or null where there is none.
   * What was stored while it had another name (a lot, a cart line) still finds it.
   */
  readCard(name: string): Promise<ProductCard | null>;
  /** Slug of the product that carries this GTIN (8 to 14 digits), or null. */
  slugForGtin(gtin: string): Promise<string | null>;
  /** SKU → pack as it was when the pages were built. */
  bakedOffers(): Promise<ReadonlyMap<string, BakedPack>>;
  /** Files of a product's photo, or null where it has none. */
  builtPhoto(slug: string): Promise<PhotoFiles | null>;
}

/** A reader of one snapshot folder. Files are read on demand; a request costs at most one small file. */
export function snapshotReader(dir: string): SnapshotReader {
  const cards = new LRUCache<string, Promise<ProductCard | null>>({ max: MAX_CARDS });
  const tables = once(async () => {
    const packs = await readJson<Record<string, BakedPack>>(join(dir, 'skus.json'));
    const gtins = await readJson<Record<string, string>>(join(dir, 'gtin.json'));
    if (packs === null || gtins === null) return liveTables();
    // A build of an earlier version wrote no names; its cards are found by their slug alone.
    const names = (await readJson<Record<string, string>>(join(dir, 'names.json'))) ?? {};
    return {
      live: false,
      names: new Map(Object.entries(names)),
      packs: new Map(Object.entries(packs)),
      gtins: new Map(Object.entries(gtins)),
    };
  });

  const photos = once(async () => {
    const files = await readJson<Record<string, PhotoFiles>>(join(dir, PHOTOS_FILE));
    return new Map(Object.entries(files ?? {}));
  });

  const load = async (slug: string): Promise<ProductCard | null> => {
    const { live } = await tables();
    return live ? liveCard(slug) : readJson<ProductCard>(join(dir, 'products', `${slug}.json`));
  };

  return {
    async readCard(name) {
      // Also keeps a name out of an address from leaving the folder.
      if (!SLUG.test(name)) return null;
      const slug = (await tables()).names.get(name) ?? name;
      const cached = cards.get(slug);
      if (cached) return cached;
      const card = load(slug);
      cards.set(slug, card);
      const evict = (): void => {
        if (cards.peek(slug) === card) cards.delete(slug);
      };
      // Unknown slugs are not cached, or a stranger could push the known ones out.
      card.then((found) => found ?? evict(), evict);
      return card;
    },
    async slugForGtin(gtin) {
      if (!isGtin(gtin)) return null;
      return (await tables()).gtins.get(toGtin14(gtin)) ?? null;
    },
    async bakedOffers() {
      return (await tables()).packs;
    },
    async builtPhoto(slug) {
      return (await photos()).get(slug) ?? null;
    },
  };
}

interface Tables {
  live: boolean;
  names: ReadonlyMap<string, string>;
  packs: ReadonlyMap<string, BakedPack>;
  gtins: ReadonlyMap<string, string>;
}

async function liveTables(): Promise<Tables> {
  const [{ publicRecord }, { bakedPacks, slugsByGtin, slugsByName }] = await Promise.all([
    import('./current.ts'),
    import('./snapshot.ts'),
  ]);
  const record = await publicRecord();
  return {
    live: true,
    names: new Map(Object.entries(slugsByName(record))),
    packs: bakedPacks(record),
    gtins: new Map(Object.entries(slugsByGtin(record))),
  };
}

async function liveCard(slug: string): Promise<ProductCard | null> {
  const [{ publicRecord }, { productCard }] = await Promise.all([
    import('./current.ts'),
    import('./card.ts'),
  ]);
  const record = await publicRecord();
  return record.product(slug) ? productCard(record, slug) : null;
}

/** Our own build wrote the file, so its shape is trusted; null where there is no such file. */
async function readJson<T>(path: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

let reader: SnapshotReader | null = null;

function current(): SnapshotReader {
  reader ??= snapshotReader(resolve(process.env.RECORD_DIR || 'dist/record'));
  return reader;
}

/** The card of a product, by id, slug or former slug, from the snapshot of this process (RECORD_DIR), or null. */
export function readCard(name: string): Promise<ProductCard | null> {
  return current().readCard(name);
}

/** Slug of the product that carries this GTIN (8 to 14 digits), or null. */
export function slugForGtin(gtin: string): Promise<string | null> {
  return current().slugForGtin(gtin);
}

/** SKU → pack as it was when the pages were built. */
export function bakedOffers(): Promise<ReadonlyMap<string, BakedPack>> {
  return current().bakedOffers();
}

/** Files of a product's photo as the build made them, or null where it has none. */
export function builtPhoto(slug: string): Promise<PhotoFiles | null> {
  return current().builtPhoto(slug);
}
