import { todayInVietnam, type PlainDate } from '@ocop/rules/date';
import { siteEnv } from '../config/env.ts';
import { countSearch } from '../log/metrics.ts';
import { stateLogger, type StateLogger } from '../log/state-logger.ts';
import type { Lang } from '../record/types.ts';
import { INDEX } from './definition.ts';
import { pageCount, type Found, type SearchContext, type SearchOutcome } from './found.ts';
import { siteLexicon } from './lexicon.server.ts';
import { searchServer, type SearchServer } from './meili.server.ts';
import type { SearchQuery } from './query.ts';
import { smallIndex, type SmallIndex } from './small-index.server.ts';

/** How long a search server that failed is left alone, so that visitors do not each wait for it. */
const REST_MS = 5000;

/** What a search can be answered from; either may be missing. */
export interface SearchSources {
  server: SearchServer | null;
  small: () => Promise<SmallIndex | null>;
  /** Milliseconds, for the rest after a failure. */
  now: () => number;
  /** Where it is told that the search server, or the small index, fails. */
  state?: StateLogger;
  smallState?: StateLogger;
}

export interface ProductSearch {
  /** Null when `signal` called the search off: a newer keystroke took its place, and nobody reads an answer. */
  find(
    query: SearchQuery,
    lang: Lang,
    today: PlainDate,
    signal?: AbortSignal,
    more?: Pick<SearchContext, 'lexicon' | 'soldOut'>,
  ): Promise<SearchOutcome | null>;
}

/**
 * Finds products on the search server, or in the small index while the server is away. Never throws
 * for a reason outside this program: being unable to search is an outcome.
 */
export function productSearch(sources: SearchSources): ProductSearch {
  let restUntil = -Infinity;
  return {
    async find(query, lang, today, signal, more = {}) {
      const context = { lang, today, ...more };
      if (signal?.aborted) return null;
      const ask = (asked: SearchQuery): Promise<Found> | null => {
        if (!sources.server || sources.now() < restUntil) return null;
        return sources.server.find(asked, context, signal);
      };
      try {
        const answered = await lastPageAtMost(query, ask);
        if (answered) {
          sources.state?.works();
          return { ok: true, source: 'meilisearch', ...answered };
        }
      } catch (error) {
        if (signal?.aborted) return null;
        sources.state?.fails(error);
        restUntil = sources.now() + REST_MS;
      }
      const small = await sources.small().catch((error: unknown) => {
        sources.smallState?.fails(error);
        return null;
      });
      const answered = small
        ? await lastPageAtMost(query, async (asked) => small.find(asked, context))
        : null;
      return answered
        ? { ok: true, source: 'small-index', ...answered }
        : { ok: false, reason: 'unavailable', query };
    },
  };
}

/** A page beyond the last answers with the last: an old link should not look like an empty shop. */
async function lastPageAtMost(
  query: SearchQuery,
  ask: (query: SearchQuery) => Promise<Found> | null,
): Promise<{ query: SearchQuery; found: Found } | null> {
  const found = await ask(query);
  if (!found) return null;
  const last = pageCount(found.total);
  if (query.page <= last) return { query, found };
  const nearest = { ...query, page: last };
  const again = await ask(nearest);
  return again && { query: nearest, found: again };
}

let site: ProductSearch | null = null;

/** Searches with what this process is configured for; null for a search that was called off. */
export async function findProducts(
  query: SearchQuery,
  lang: Lang,
  signal?: AbortSignal,
  soldOut: readonly string[] = [],
): Promise<SearchOutcome | null> {
  site ??= siteSearch();
  const lexicon = await siteLexicon();
  const outcome = await site.find(query, lang, todayInVietnam(new Date()), signal, { lexicon, soldOut });
  if (outcome) countSearch(outcome.ok ? outcome.source : 'none');
  return outcome;
}

function siteSearch(): ProductSearch {
  const { MEILI_URL, MEILI_SEARCH_KEY, RECORD_DIR } = siteEnv();
  return productSearch({
    server: MEILI_URL ? searchServer(MEILI_URL, MEILI_SEARCH_KEY ?? '', INDEX) : null,
    small: () => smallIndex(RECORD_DIR),
    now: () => performance.now(),
    state: stateLogger('search'),
    smallState: stateLogger('small-index'),
  });
}
