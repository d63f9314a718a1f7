import { Meilisearch, type FederatedMultiSearchParams } from 'meilisearch';
import type { Text } from '../record/types.ts';
import { unlabelled, type SearchDocument } from './document.ts';
import type { FacetCount, FacetCounts, Found } from './found.ts';
import { facetKeys, type FacetKey, type SearchQuery } from './query.ts';
import { countedBy, countsRequest, hitsRequest, type RequestContext, type Strictness } from './request.ts';
import { formsOf, type QueryForms } from './word-forms.ts';

/** A search server slower than this is treated as absent; the small index answers in its place. */
const PATIENCE_MS = 1500;

/** Asks the search server. A search stops when its caller's signal does. */
export interface SearchServer {
  find(query: SearchQuery, context: Omit<RequestContext, 'index'>, signal?: AbortSignal): Promise<Found>;
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
    query: SearchQuery,
    forms: QueryForms | null,
    strictness: Strictness,
    context: RequestContext,
    signal?: AbortSignal,
  ): Promise<Found> {
    const chosen = facetKeys.filter((key) => query.facets[key].length > 0);
    const [hits, ...counts] = await Promise.all([
      ask(hitsRequest(query, forms, strictness, context), signal),
      ...chosen.map((key) => ask(countsRequest(key, query, forms, strictness, context), signal)),
    ]);
    const facets = facetCounts(hits.facetsByIndex?.[index]?.distribution ?? {}, facetKeys);
    for (const [at, key] of chosen.entries()) {
      const own = counts[at]?.facetsByIndex?.[index]?.distribution ?? {};
      facets[key] = facetCounts(own, [key])[key];
    }
    return {
      tiles: hits.hits.map((hit) => hit.tile),
      total: hits.estimatedTotalHits ?? hits.hits.length,
      facets,
      loosened: strictness === 'some-words',
    };
  }

  /** Whether another reading of the words finds anything, before its facets are counted. */
  async function finds(
    query: SearchQuery,
    forms: QueryForms,
    strictness: Strictness,
    context: RequestContext,
    signal?: AbortSignal,
  ): Promise<boolean> {
    const { queries } = hitsRequest(query, forms, strictness, context);
    const { hits } = await ask({ federation: { limit: 1, offset: 0 }, queries }, signal);
    return hits.length > 0;
  }

  return {
    async find(query, rest, signal) {
      const context = { ...rest, index };
      const forms = formsOf(query.text);
      const first = await attempt(query, forms, 'all-words', context, signal);
      if (first.total > 0 || !forms) return first;
      for (const [reading, strictness] of otherReadings(forms)) {
        if (await finds(query, reading, strictness, context, signal)) {
          return attempt(query, reading, strictness, context, signal);
        }
      }
      return first;
    },
  };
}

/** How else words that found nothing may be meant, the likelier first. */
function otherReadings(forms: QueryForms): [QueryForms, Strictness][] {
  const readings: [QueryForms, Strictness][] = [];
  const unmarked = { ...forms, plain: forms.unmarked ?? forms.plain };
  // Keys typed with the input method off and some of them missing: read them without marks.
  if (forms.unmarked) readings.push([unmarked, 'all-words']);
  if (forms.plain.includes(' ')) readings.push([unmarked, 'some-words']);
  return readings;
}

function facetCounts(
  distribution: Record<string, Record<string, number>>,
  keys: readonly FacetKey[],
): FacetCounts {
  const counts: FacetCounts = {
    stars: [],
    standing: [],
    group: [],
    set: [],
    province: [],
    producer: [],
    price: [],
  };
  for (const key of keys) {
    counts[key] = Object.entries(distribution[countedBy[key]] ?? {}).map(([value, count]) =>
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
