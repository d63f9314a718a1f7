import type { PlainDate } from '@ocop/rules/date';
import type { Lang, Text } from '../record/types.ts';
import type { Tile } from './document.ts';
import { PAGE_SIZE, type FacetKey, type SearchQuery } from './query.ts';
import type { Understanding } from './understanding/facts.ts';
import type { Lexicon } from './understanding/lexicon.ts';

/** What an answer depends on besides the search. */
export interface SearchContext {
  lang: Lang;
  today: PlainDate;
  /** Names to read the text with; without them places are words like others. */
  lexicon?: Lexicon;
  /** Slugs of products of which no pack is left at this moment. */
  soldOut?: readonly string[];
}

/** How many results one facet value would leave; `name` where the value itself is only a slug. */
export interface FacetCount {
  value: string;
  name: Text | null;
  count: number;
}

export type FacetCounts = Record<FacetKey, FacetCount[]>;

/** What a search found, whichever index answered. */
export interface Found {
  tiles: Tile[];
  total: number;
  facets: FacetCounts;
  /** True when nothing held all the words, so that products with some of them are shown. */
  loosened: boolean;
  /** What the text was understood as in this answer; null where its words were taken literally. */
  understanding: Understanding | null;
  /** True where nothing was known in an old province, and today's around it answers. */
  isWide: boolean;
}

/**
 * The outcome of a search. `small-index` means the search server did not answer and the index made
 * with the pages did; `unavailable` that neither is there.
 */
export type SearchOutcome =
  | { ok: true; source: 'meilisearch' | 'small-index'; query: SearchQuery; found: Found }
  | { ok: false; reason: 'unavailable'; query: SearchQuery };

/** Pages needed for so many results; at least one. */
export function pageCount(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE_SIZE));
}

/**
 * Counts of what can be bought, from what is sold at all and how much of that is gone.
 * @param counts 'for-sale' and 'not-sold', as the index has them
 */
export function saleCounts(counts: readonly FacetCount[], soldOut: number): FacetCount[] {
  const of = (value: string) => counts.find((one) => one.value === value)?.count ?? 0;
  return [
    { value: 'in-stock', name: null, count: of('for-sale') - soldOut },
    { value: 'sold-out', name: null, count: soldOut },
    { value: 'not-sold', name: null, count: of('not-sold') },
  ].filter(({ count }) => count > 0);
}
