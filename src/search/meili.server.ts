import { Meilisearch, type FederatedMultiSearchParams } from 'meilisearch';
import type { Text } from '../record/types.ts';
import { unlabelled, type SearchDocument } from './document.ts';
import { saleCounts, type FacetCount, type FacetCounts, type Found, type SearchContext } from './found.ts';
import { facetKeys, type FacetKey, type SearchQuery } from './query.ts';
import { readingsOf, type NarrowedQuery, type SearchReading } from './readings.ts';
import { countedField, countsRequest, hitsRequest, soldOutRequest, type RequestContext } from './request.ts';
import { noLexicon } from './understanding/lexicon.ts';

/** A search server slower than this is treated as absent; the small index answers in its place. */
const PATIENCE_MS = 1500;

/** Asks the search server. A search stops when its caller's signal does. */
export interface SearchServer {
  find(query: SearchQuery, context: SearchContext, signal?: AbortSignal): Promise<Found>;
}

/**
 * A search server at an address.
 * @param key a search-only key, see `ensureSearchKey`
 * @param index name of the index
 * @returns whose `find` throws when the server is away, slow, or does not know the index
 */
export function searchServer(url: string, key: string, index: string): SearchServer {
  const client = new Meilisearch({ host: url, apiKey: key, timeout: PATIENCE_MS });
  const ask = (request: FederatedMultiSearchParams, signal?: AbortSignal) =>
    client.multiSearch<FederatedMultiSearchParams, Pick<SearchDocument, 'tile'>>(request, { signal });

  async function attempt(
    { query, forms, strictness, understanding, isLoosened, isWide }: SearchReading,
    context: RequestContext,
    signal?: AbortSignal,
  ): Promise<Found> {
    const chosen = facetKeys.filter((key) => query.facets[key].length > 0);
    const unsold = context.soldOut.length > 0 ? [soldOutRequest(query, forms, strictness, context)] : [];
    const [hits, soldOut, ...counts] = await Promise.all([
      ask(hitsRequest(query, forms, strictness, context), signal),
      ...(unsold.length > 0 ? unsold.map((request) => ask(request, signal)) : [Promise.resolve(null)]),
      ...chosen.map((key) => ask(countsRequest(key, query, forms, strictness, context), signal)),
    ]);
    if (!hits) throw new Error('The search server gave no answer');
    const facets = facetCounts(hits.facetsByIndex?.[index]?.distribution ?? {}, facetKeys, query);
    for (const [at, key] of chosen.entries()) {
      const own = counts[at]?.facetsByIndex?.[index]?.distribution ?? {};
      facets[key] = facetCounts(own, [key], query)[key];
    }
    const gone = soldOut?.facetsByIndex?.[index]?.distribution.sale?.['for-sale'] ?? 0;
    facets.sale = saleCounts(facets.sale, gone);
    return {
      tiles: hits.hits.map((hit) => hit.tile),
      total: hits.estimatedTotalHits ?? hits.hits.length,
      facets,
      loosened: isLoosened,
      understanding,
      isWide,
    };
  }

  /** Whether another reading of the words finds anything, before its facets are counted. */
  async function finds(
    { query, forms, strictness }: SearchReading,
    context: RequestContext,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const { queries } = hitsRequest(query, forms, strictness, context);
    const { hits } = await ask({ federation: { limit: 1, offset: 0 }, queries }, signal);
    return hits.length > 0;
  }

  return {
    async find(query, { lexicon = noLexicon, soldOut = [], ...rest }, signal) {
      const context = { ...rest, soldOut, index };
      const [likeliest, ...others] = readingsOf(query, lexicon);
      if (!likeliest) throw new Error('A search has at least one reading');
      const first = await attempt(likeliest, context, signal);
      if (first.total > 0) return first;
      for (const reading of others) {
        if (await finds(reading, context, signal)) return attempt(reading, context, signal);
      }
      return first;
    },
  };
}

function facetCounts(
  distribution: Record<string, Record<string, number>>,
  keys: readonly FacetKey[],
  query: NarrowedQuery,
): FacetCounts {
  const counts: FacetCounts = {
    sale: [],
    stars: [],
    standing: [],
    group: [],
    set: [],
    province: [],
    producer: [],
    price: [],
  };
  for (const key of keys) {
    counts[key] = Object.entries(distribution[countedField(key, query)] ?? {}).map(([value, count]) =>
      facetCount(key, value, count),
    );
  }
  return counts;
}

/** Provinces and producers carry their names inside the value; the rest are known by their key. */
function facetCount(key: FacetKey, value: string, count: number): FacetCount {
  if (key !== 'province' && key !== 'producer') return { value, name: null, count };
  const { slug, name }: { slug: string; name: Text } = unlabelled(value);
  return { value: slug, name, count };
}
