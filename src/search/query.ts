import { clipText } from '@ocop/rules/text';
import { z } from 'zod';

/** Products on one page of results. */
export const PAGE_SIZE = 24;

/** Longest text that is searched for; more is cut off, because Meilisearch reads ten words. */
export const MAX_TEXT = 120;

/** Last page that can be asked for; beyond it nobody reads and a deep offset only costs time. */
export const MAX_PAGE = 2000;

/** Values of one facet that can be chosen together. */
const MAX_CHOICES = 20;

/** Ways to order results. `expiring` puts the certificate that ends first on top. */
export const sortKeys = ['relevance', 'price-up', 'price-down', 'name', 'stars', 'expiring'] as const;
export type SortKey = (typeof sortKeys)[number];

/**
 * What a product's paper is worth on a day, as one word: the five certificate states, `reported`
 * where only the press or a portal speaks of stars, `none` where nothing is known.
 */
export const standingKeys = [
  'valid',
  'expiring',
  'extended',
  'expired',
  'withdrawn',
  'reported',
  'none',
] as const;
export type StandingKey = (typeof standingKeys)[number];

/**
 * Price ranges by the cheapest pack, in đồng: from `from` up to but not including `to`.
 * `none` holds the products that are shown but not sold here.
 */
export const priceBands = [
  { key: '0-100', from: 0, to: 100_000 },
  { key: '100-200', from: 100_000, to: 200_000 },
  { key: '200-500', from: 200_000, to: 500_000 },
  { key: '500-1000', from: 500_000, to: 1_000_000 },
  { key: '1000', from: 1_000_000, to: null },
  { key: 'none', from: null, to: null },
] as const;
export type PriceBand = (typeof priceBands)[number]['key'];
export const priceBandKeys = priceBands.map((band) => band.key);

/** Whether goods can be bought here now, are sold out, or are only shown. */
export const saleKeys = ['in-stock', 'sold-out', 'not-sold'] as const;
export type SaleKey = (typeof saleKeys)[number];

/** What results can be narrowed by, in the order shown. */
export const facetKeys = [
  'sale',
  'stars',
  'standing',
  'group',
  'set',
  'province',
  'producer',
  'price',
] as const;
export type FacetKey = (typeof facetKeys)[number];

/** Name of every part of a search in the address bar: plain Vietnamese without marks. */
export const parameters = {
  text: 'q',
  literal: 'nguyen-van',
  sale: 'ban',
  stars: 'sao',
  standing: 'chung-nhan',
  group: 'nhom',
  set: 'bo',
  province: 'tinh',
  producer: 'chu-the',
  price: 'gia',
  sort: 'xep',
  page: 'trang',
} as const satisfies Record<FacetKey | 'text' | 'literal' | 'sort' | 'page', string>;

/** One search, checked: every value below may be sent on. An empty text asks for everything. */
export interface SearchQuery {
  text: string;
  /** True where the text is looked for word by word, without reading stars, places and the like in it. */
  literal: boolean;
  facets: Record<FacetKey, string[]>;
  sort: SortKey;
  /** From 1. */
  page: number;
}

/** A search as read from an address, with the names of the parameters that made no sense. */
export interface ParsedQuery {
  query: SearchQuery;
  ignored: string[];
}

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(120);
const facetValue: Record<FacetKey, z.ZodType<string>> = {
  sale: z.enum(saleKeys),
  stars: z.enum(['3', '4', '5']),
  standing: z.enum(standingKeys),
  group: slug,
  set: slug,
  province: slug,
  producer: slug,
  price: z.enum(priceBandKeys),
};
const sortValue = z.enum(sortKeys);
const pageValue = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(MAX_PAGE));

/** A search for everything, first page. */
export function emptyQuery(): SearchQuery {
  return {
    text: '',
    literal: false,
    facets: { sale: [], stars: [], standing: [], group: [], set: [], province: [], producer: [], price: [] },
    sort: 'relevance',
    page: 1,
  };
}

/**
 * Reads a search from an address. Never fails: a value that makes no sense falls back to its default
 * and its parameter is named in `ignored`, so that the page can say so. Unknown parameters (campaign
 * tags and the like) are passed over in silence.
 */
export function parseQuery(params: URLSearchParams): ParsedQuery {
  const query = emptyQuery();
  const ignored = new Set<string>();
  query.text = cleanText(params.get(parameters.text) ?? '');
  query.literal = query.text !== '' && params.get(parameters.literal) === '1';
  for (const key of facetKeys) {
    const chosen = new Set<string>();
    for (const value of params.getAll(parameters[key])) {
      if (value === '') continue;
      const checked = facetValue[key].safeParse(value);
      if (checked.success && chosen.size < MAX_CHOICES) chosen.add(checked.data);
      else if (!checked.success) ignored.add(parameters[key]);
    }
    query.facets[key] = [...chosen].sort();
  }
  query.sort = single(params.get(parameters.sort), sortValue, 'relevance', () =>
    ignored.add(parameters.sort),
  );
  query.page = single(params.get(parameters.page), pageValue, 1, () => ignored.add(parameters.page));
  return { query, ignored: [...ignored] };
}

/** Writes a search as the query part of an address, defaults left out, always in the same order. */
export function writeQuery(query: SearchQuery): string {
  const params = new URLSearchParams();
  if (query.text) params.set(parameters.text, query.text);
  if (query.literal) params.set(parameters.literal, '1');
  for (const key of facetKeys) {
    for (const value of query.facets[key]) params.append(parameters[key], value);
  }
  if (query.sort !== 'relevance') params.set(parameters.sort, query.sort);
  if (query.page > 1) params.set(parameters.page, String(query.page));
  return params.toString();
}

/** The same search with one facet value taken away or added, back on its first page. */
export function toggled(query: SearchQuery, key: FacetKey, value: string): SearchQuery {
  const had = query.facets[key].includes(value);
  const values = had
    ? query.facets[key].filter((other) => other !== value)
    : [...query.facets[key], value].sort();
  return { ...query, facets: { ...query.facets, [key]: values }, page: 1 };
}

/** Whether results are narrowed by any facet. */
export function isNarrowed(query: SearchQuery): boolean {
  return facetKeys.some((key) => query.facets[key].length > 0);
}

/** Whether the search asks for nothing in particular: the bare page. */
export function isBare(query: SearchQuery): boolean {
  return query.text === '' && !isNarrowed(query) && query.sort === 'relevance' && query.page === 1;
}

/** The price range a price in đồng falls into; `none` without a price. */
export function priceBandOf(price: number | null): PriceBand {
  if (price === null) return 'none';
  const band = priceBands.find(
    ({ from, to }) => from !== null && price >= from && (to === null || price < to),
  );
  return band?.key ?? 'none';
}

/**
 * One line of composed text without control characters, surplus spaces or anything that is no text:
 * half a character, and U+FFFD, which stands for bytes that could not be read.
 */
function cleanText(text: string): string {
  const line = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\uFFFD\s]+/gu, ' ')
    .trim();
  return clipText(line, MAX_TEXT).trim();
}

function single<T>(value: string | null, schema: z.ZodType<T, string>, standard: T, onBad: () => void): T {
  if (value === null || value === '') return standard;
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  onBad();
  return standard;
}
