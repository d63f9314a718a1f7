import type { FederatedMultiSearchParams, MultiSearchQueryWithFederation } from 'meilisearch';
import type { PlainDate } from '@ocop/rules/date';
import type { Lang } from '../record/types.ts';
import { plainFields, telexFields } from './definition.ts';
import { dayNumber, type SearchDocument } from './document.ts';
import { PAGE_SIZE, facetKeys, type FacetKey, type SearchQuery } from './query.ts';
import type { QueryForms } from './word-forms.ts';

/** Which field each facet is counted by. */
export const countedBy = {
  stars: 'stars',
  standing: 'standing',
  group: 'group',
  set: 'set',
  province: 'provinceLabel',
  producer: 'producerLabel',
  price: 'band',
} as const satisfies Record<FacetKey, keyof SearchDocument>;

/** Which field each facet is narrowed by. */
const narrowedBy = {
  stars: 'stars',
  standing: 'standing',
  group: 'group',
  set: 'set',
  province: 'province',
  producer: 'producer',
  price: 'band',
} as const satisfies Record<FacetKey, keyof SearchDocument>;

/** Everything a request depends on. */
export interface RequestContext {
  index: string;
  lang: Lang;
  today: PlainDate;
}

/** How words are asked for: all of them, or the most telling ones of them. */
export type Strictness = 'all-words' | 'some-words';

/**
 * The one request that brings the hits of a page with the counts of every facet.
 * @param forms the text in its spellings; null asks for everything
 */
export function hitsRequest(
  query: SearchQuery,
  forms: QueryForms | null,
  strictness: Strictness,
  context: RequestContext,
): FederatedMultiSearchParams {
  return {
    federation: {
      limit: PAGE_SIZE,
      offset: (query.page - 1) * PAGE_SIZE,
      facetsByIndex: { [context.index]: facetKeys.map((key) => countedBy[key]) },
    },
    queries: textQueries(query, forms, strictness, context, null),
  };
}

/**
 * Counts of one facet as if nothing of it were chosen, so that a second value can be added to the
 * first: choosing 3 stars must not hide how many have 4.
 */
export function countsRequest(
  key: FacetKey,
  query: SearchQuery,
  forms: QueryForms | null,
  strictness: Strictness,
  context: RequestContext,
): FederatedMultiSearchParams {
  return {
    federation: { limit: 0, offset: 0, facetsByIndex: { [context.index]: [countedBy[key]] } },
    queries: textQueries(query, forms, strictness, context, key),
  };
}

/**
 * The text asked in each spelling of it. A hit found by several counts once, at its best weighted
 * score. Weights: words whose marks agree always come first; Telex beginnings help while a word is
 * still being typed, and count less where the text carries no marks and so may mean any.
 */
function textQueries(
  query: SearchQuery,
  forms: QueryForms | null,
  strictness: Strictness,
  context: RequestContext,
  without: FacetKey | null,
): MultiSearchQueryWithFederation[] {
  const shared = {
    indexUid: context.index,
    filter: filtersOf(query, context.today, without),
    sort: sortOf(query, context.lang),
    attributesToRetrieve: ['tile'],
  };
  if (!forms) return [{ ...shared, q: '' }];
  const matchingStrategy = strictness === 'all-words' ? 'all' : 'frequency';
  const plain = { ...shared, attributesToSearchOn: plainFields, matchingStrategy } as const;
  const telex = { ...shared, attributesToSearchOn: telexFields, matchingStrategy } as const;
  return [
    { ...plain, q: forms.plain, federationOptions: { weight: 1 } },
    { ...telex, q: forms.telex, federationOptions: { weight: forms.marked ? 1.5 : 0.95 } },
    { ...telex, q: forms.telexExact, federationOptions: { weight: forms.marked ? 3 : 1.02 } },
  ];
}

function filtersOf(query: SearchQuery, today: PlainDate, without: FacetKey | null): string[] {
  const filters: string[] = [];
  for (const key of facetKeys) {
    const values = query.facets[key];
    if (key === without || values.length === 0) continue;
    filters.push(`${narrowedBy[key]} IN [${values.map((value) => `"${value}"`).join(', ')}]`);
    // The index knows the stars of its own day; this keeps one that ended since out of the list.
    if (key === 'stars') filters.push(`endsDay > ${dayNumber(today)}`);
  }
  return filters;
}

function sortOf(query: SearchQuery, lang: Lang): string[] {
  const byName = lang === 'en' ? 'sortEn:asc' : 'sortVi:asc';
  switch (query.sort) {
    case 'price-up':
      return ['price:asc', byName];
    case 'price-down':
      return ['price:desc', byName];
    case 'name':
      return [byName];
    case 'stars':
      return ['stars:desc', byName];
    case 'expiring':
      return ['endsDay:asc', byName];
    case 'relevance':
      return query.text === '' ? ['stars:desc', byName] : [];
  }
}
