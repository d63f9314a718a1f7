import type { FederatedMultiSearchParams, MultiSearchQueryWithFederation } from 'meilisearch';
import type { PlainDate } from '@ocop/rules/date';
import type { Lang } from '../record/types.ts';
import { plainFields, telexFields } from './definition.ts';
import { dayNumber, type SearchDocument } from './document.ts';
import { PAGE_SIZE, facetKeys, type FacetKey } from './query.ts';
import { asksOfLapsed, type NarrowedQuery, type Strictness } from './readings.ts';
import type { QueryForms } from './word-forms.ts';

/** Which field each facet is counted by. */
const countedBy = {
  sale: 'sale',
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
} as const satisfies Record<Exclude<FacetKey, 'sale'>, keyof SearchDocument>;

/** Which field a facet is counted by in one search: of papers that ended, the stars they gave. */
export function countedField(key: FacetKey, query: NarrowedQuery): keyof SearchDocument {
  return key === 'stars' && asksOfLapsed(query) ? 'paperStars' : countedBy[key];
}

/** Everything a request depends on. */
export interface RequestContext {
  index: string;
  lang: Lang;
  today: PlainDate;
  /** Slugs of products of which no pack is left at this moment. */
  soldOut: readonly string[];
}

/**
 * The one request that brings the hits of a page with the counts of every facet.
 * @param forms the text in its spellings; null asks for everything
 */
export function hitsRequest(
  query: NarrowedQuery,
  forms: QueryForms | null,
  strictness: Strictness,
  context: RequestContext,
): FederatedMultiSearchParams {
  return {
    federation: {
      limit: PAGE_SIZE,
      offset: (query.page - 1) * PAGE_SIZE,
      facetsByIndex: { [context.index]: facetKeys.map((key) => countedField(key, query)) },
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
  query: NarrowedQuery,
  forms: QueryForms | null,
  strictness: Strictness,
  context: RequestContext,
): FederatedMultiSearchParams {
  return {
    federation: { limit: 0, offset: 0, facetsByIndex: { [context.index]: [countedField(key, query)] } },
    queries: textQueries(query, forms, strictness, context, key),
  };
}

/** How many of the results are sold out, which the index does not know. */
export function soldOutRequest(
  query: NarrowedQuery,
  forms: QueryForms | null,
  strictness: Strictness,
  context: RequestContext,
): FederatedMultiSearchParams {
  const soldOut = { ...query, facets: { ...query.facets, sale: ['sold-out'] } };
  return {
    federation: { limit: 0, offset: 0, facetsByIndex: { [context.index]: ['sale'] } },
    queries: textQueries(soldOut, forms, strictness, context, null),
  };
}

/**
 * The text asked in each spelling of it. A hit found by several counts once, at its best weighted
 * score. Weights: words whose marks agree always come first; Telex beginnings help while a word is
 * still being typed, and count less where the text carries no marks and so may mean any.
 */
function textQueries(
  query: NarrowedQuery,
  forms: QueryForms | null,
  strictness: Strictness,
  context: RequestContext,
  without: FacetKey | null,
): MultiSearchQueryWithFederation[] {
  const shared = {
    indexUid: context.index,
    filter: filtersOf(query, context, without),
    sort: sortOf(query, context.lang),
    attributesToRetrieve: ['tile'],
  };
  if (!forms) return [{ ...shared, q: '' }];
  const matchingStrategy = strictness === 'all-words' ? 'all' : 'frequency';
  const plain = { ...shared, attributesToSearchOn: plainFields, matchingStrategy } as const;
  const telex = { ...shared, attributesToSearchOn: telexFields, matchingStrategy } as const;
  // A space behind the last word says that it is whole: without one, Meilisearch takes it for a beginning.
  const end = forms.isFinished ? ' ' : '';
  return [
    { ...plain, q: forms.plain + end, federationOptions: { weight: 1 } },
    { ...telex, q: forms.telex + end, federationOptions: { weight: forms.marked ? 1.5 : 0.95 } },
    { ...telex, q: forms.telexExact, federationOptions: { weight: forms.marked ? 3 : 1.02 } },
  ];
}

function filtersOf(
  query: NarrowedQuery,
  { today, soldOut }: RequestContext,
  without: FacetKey | null,
): string[] {
  const filters = query.required.map(({ field, anyOf }) => within(field, anyOf));
  for (const key of facetKeys) {
    const values = query.facets[key];
    if (key === without || values.length === 0) continue;
    if (key === 'sale') filters.push(values.map((value) => saleFilter(value, soldOut)).join(' OR '));
    else if (key === 'stars') filters.push(...starFilters(query, values, today));
    else filters.push(within(narrowedBy[key], values));
  }
  return filters;
}

function starFilters(query: NarrowedQuery, values: readonly string[], today: PlainDate): string[] {
  if (asksOfLapsed(query)) return [within('paperStars', values)];
  // The index knows the stars of its own day; this keeps one that ended since out of the list.
  return [within('stars', values), `endsDay > ${dayNumber(today)}`];
}

/** What is sold out changes by the minute and is no part of the index. */
function saleFilter(value: string, soldOut: readonly string[]): string {
  if (value === 'not-sold') return 'sale = "not-sold"';
  if (value === 'sold-out') return within('id', soldOut);
  return soldOut.length > 0 ? `(sale = "for-sale" AND NOT ${within('id', soldOut)})` : 'sale = "for-sale"';
}

function within(field: string, values: readonly string[]): string {
  return `${field} IN [${values.map((value) => `"${value}"`).join(', ')}]`;
}

function sortOf(query: NarrowedQuery, lang: Lang): string[] {
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
