import type { Text } from '../record/types.ts';
import type { Tile } from './document.ts';
import { PAGE_SIZE, type FacetKey, type SearchQuery } from './query.ts';

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
