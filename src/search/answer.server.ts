import { todayInVietnam } from '@ocop/rules/date';
import { currentOffers } from '../shop/availability/availability.server.ts';
import { bakedOffers } from '../record/snapshot.server.ts';
import { photoFile, photoOf } from '../illustration/photos.ts';
import type { Lang } from '../record/types.ts';
import type { Tile } from './document.ts';
import { parameters, parseQuery } from './query.ts';
import { siteLexicon } from './lexicon.server.ts';
import { findProducts } from './search.server.ts';
import { typedStamp } from './typed-stamp.ts';
import { searchView, type SearchView } from './view.ts';

/** Width of a photo in a tile, in pixels of a dense screen. */
const PHOTO_WIDTH = 480;

/** Longest wait for prices of this moment; without them the indexed prices are shown. Milliseconds. */
const OFFERS_PATIENCE_MS = 300;

/**
 * Answers the search of an address: for the page as it is opened and for `/api/search` alike. Null when the
 * reader went away or typed on meanwhile (`signal`): nobody waits for an answer, and nothing failed.
 */
export async function answerSearch(
  params: URLSearchParams,
  lang: Lang,
  signal?: AbortSignal,
): Promise<SearchView | null> {
  const asked = parseQuery(params);
  const [offers, baked, lexicon] = await Promise.all([offersSoon(), bakedOffers(), siteLexicon()]);
  const soldOut = offers ? soldOutProducts(baked, offers) : [];
  const outcome = await findProducts(asked.query, lang, signal, soldOut);
  if (!outcome) return null;
  const photos = await photosOf(outcome.ok ? outcome.found.tiles : []);
  return searchView(outcome, {
    lang,
    today: todayInVietnam(new Date()),
    asked,
    lexicon,
    stamp: typedStamp(params.get(parameters.text) ?? ''),
    offerNow: (sku) => offers?.get(sku) ?? null,
    photo: (tile) => photos.get(tile.slug) ?? null,
  });
}

/** Products of which every pack is gone: the only part of what is sold that the index cannot know. */
function soldOutProducts(
  baked: Awaited<ReturnType<typeof bakedOffers>>,
  offers: ReadonlyMap<string, { available: number | null }>,
): string[] {
  const left = new Map<string, boolean>();
  for (const [sku, { product }] of baked) {
    const offer = offers.get(sku);
    const isLeft = offer !== undefined && (offer.available === null || offer.available > 0);
    left.set(product, (left.get(product) ?? false) || isLeft);
  }
  return [...left].filter(([, isLeft]) => !isLeft).map(([slug]) => slug);
}

async function offersSoon(): ReturnType<typeof currentOffers> {
  const late = new Promise<null>((resolve) => {
    setTimeout(resolve, OFFERS_PATIENCE_MS, null).unref();
  });
  return Promise.race([currentOffers().catch(() => null), late]);
}

/** Addresses of the producers' photos among these products, by slug. Most products have none. */
async function photosOf(tiles: readonly Tile[]): Promise<Map<string, string>> {
  const found = await Promise.all(
    tiles
      .filter((tile) => tile.photo)
      .map(async ({ slug }): Promise<[string, string][]> => {
        const photo = await photoOf(slug);
        return photo ? [[slug, photoFile(photo, PHOTO_WIDTH)]] : [];
      }),
  );
  return new Map(found.flat());
}
