import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import type { PlainDate } from '@ocop/rules/date';
import { longSyllables, SLIP_FROM } from '@ocop/rules/vietnamese/syllable';
import { foldVietnamese } from '@ocop/rules/vietnamese/vietnamese';
import type { Lang } from '../record/types.ts';
import { plainFields, telexFields } from './definition.ts';
import { dayNumber, unlabelled, type SearchDocument } from './document.ts';
import type { FacetCount, FacetCounts, Found, SearchContext } from './found.ts';
import { searchSynonyms } from './glossary.ts';
import { PAGE_SIZE, facetKeys, type FacetKey, type SearchQuery } from './query.ts';
import {
  asksOfLapsed,
  readingsOf,
  type NarrowedQuery,
  type Requirement,
  type SearchReading,
} from './readings.ts';
import { noLexicon } from './understanding/lexicon.ts';
import type { QueryForms } from './word-forms.ts';

/** File the build writes its search documents to, inside the snapshot folder. */
export const DOCUMENTS_FILE = 'search-documents.json';

/** The index made with the pages, for when the search server is away. Answers in the same shape. */
export interface SmallIndex {
  find(query: SearchQuery, context: SearchContext): Found;
}

/** Weight of each field, after the order the search server ranks them in. */
const boost: Record<string, number> = {
  nameVi: 6,
  telexName: 6,
  nameEn: 5,
  keywords: 3,
  telexKeywords: 3,
  joined: 3,
  producerNames: 2,
  kinds: 1.5,
};

/** Builds the index. About 0.15 ms a document, so it is made when first needed and then cached. */
export async function buildSmallIndex(documents: readonly SearchDocument[]): Promise<SmallIndex> {
  const plain = await miniIndex(documents, plainFields, foldVietnamese);
  const telex = await miniIndex(documents, telexFields, (word) => word);
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    find(query, { lang, today, lexicon = noLexicon, soldOut = [] }) {
      const gone = new Set(soldOut);
      const attempt = ({
        query: asked,
        forms,
        strictness,
        understanding,
        isLoosened,
        isWide,
      }: SearchReading): Found => {
        const scores = forms ? matching(forms, plain, telex, strictness === 'all-words') : null;
        const worded = scores ? [...scores.keys()].flatMap((id) => byId.get(id) ?? []) : documents;
        const candidates = worded.filter((document) => isRequired(document, asked.required));
        const narrowing = { query: asked, today, gone };
        const results = candidates.filter((document) => isMatch(document, narrowing, null));
        const sorted = results.toSorted(ordering(asked, lang, scores));
        const from = (asked.page - 1) * PAGE_SIZE;
        return {
          tiles: sorted.slice(from, from + PAGE_SIZE).map((document) => document.tile),
          total: results.length,
          facets: countFacets(candidates, narrowing),
          loosened: isLoosened && results.length > 0,
          understanding,
          isWide,
        };
      };
      let first: Found | null = null;
      for (const reading of readingsOf(query, lexicon)) {
        const found = attempt(reading);
        if (found.total > 0) return found;
        first ??= found;
      }
      if (!first) throw new Error('A search has at least one reading');
      return first;
    },
  };
}

let cached: { changed: number; path: string; index: Promise<SmallIndex> } | null = null;

/**
 * The small index of the built record, read once and again only after a new build.
 * @returns null when the build wrote no documents
 */
export async function smallIndex(recordDir: string): Promise<SmallIndex | null> {
  const path = join(recordDir, DOCUMENTS_FILE);
  const changed = await changedAt(path);
  if (changed === null) return null;
  if (cached?.path !== path || cached.changed !== changed) {
    cached = { changed, path, index: readDocuments(path).then(buildSmallIndex) };
    // A file that cannot be read now may be readable after the build that is writing it.
    cached.index.catch(() => (cached = null));
  }
  return cached.index;
}

async function changedAt(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return null;
  }
}

/** Our own build wrote the file, so its shape is trusted. */
async function readDocuments(path: string): Promise<SearchDocument[]> {
  return JSON.parse(await readFile(path, 'utf8')) as SearchDocument[];
}

async function miniIndex(
  documents: readonly SearchDocument[],
  fields: readonly string[],
  processTerm: (word: string) => string,
): Promise<MiniSearch<SearchDocument>> {
  const index = new MiniSearch<SearchDocument>({
    fields: [...fields],
    processTerm,
    tokenize: (text) => text.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean),
    extractField: (document, field) => {
      const value = document[field as keyof SearchDocument];
      return Array.isArray(value) ? value.join(' ') : String(value ?? '');
    },
    searchOptions: { boost },
  });
  await index.addAllAsync(documents, { chunkSize: 200 });
  return index;
}

/**
 * Score of every product the words find. Words whose marks agree outweigh everything found without
 * them, as on the search server.
 */
function matching(
  forms: QueryForms,
  plain: MiniSearch<SearchDocument>,
  telex: MiniSearch<SearchDocument>,
  all: boolean,
): Map<string, number> {
  const scores = new Map<string, number>();
  const combineWith = all ? 'AND' : 'OR';
  const add = (found: { id: string; score: number }[], weight: number) => {
    for (const { id, score } of found) scores.set(id, (scores.get(id) ?? 0) + score * weight);
  };
  const prefix = (_term: string, at: number, terms: string[]) => !forms.isFinished && at === terms.length - 1;
  const fuzzy = (term: string) => (term.length >= SLIP_FROM && !longSyllables.has(term) ? 1 : false);
  for (const words of spellings(forms)) add(plain.search(words, { combineWith, prefix, fuzzy }), 1);
  add(telex.search(forms.telex, { combineWith, prefix }), 1);
  add(telex.search(forms.telex, { combineWith: 'AND' }), forms.marked ? 1000 : 2);
  return scores;
}

const synonyms = new Map(
  Object.entries(searchSynonyms()).map(([word, others]) => [foldVietnamese(word), others]),
);

/** The words as typed, and with every phrase of the glossary in them replaced by its synonyms. */
function spellings({ plain }: QueryForms): string[] {
  const folded = ` ${foldVietnamese(plain)} `;
  const found = [plain];
  for (const [word, others] of synonyms) {
    if (folded.includes(` ${word} `)) {
      found.push(...others.map((other) => folded.replace(` ${word} `, ` ${other} `).trim()));
    }
  }
  return found;
}

/** What a search is narrowed by, with what is known only at this moment. */
interface Narrowing {
  query: NarrowedQuery;
  today: PlainDate;
  /** Slugs of products that are sold out. */
  gone: ReadonlySet<string>;
}

function isRequired(document: SearchDocument, required: readonly Requirement[]): boolean {
  return required.every(({ field, anyOf }) => anyOf.some((value) => document[field].includes(value)));
}

function valueOf(key: FacetKey, document: SearchDocument, { query, gone }: Narrowing): string | null {
  switch (key) {
    case 'sale':
      if (document.sale === 'not-sold') return 'not-sold';
      return gone.has(document.id) ? 'sold-out' : 'in-stock';
    case 'stars':
      return (asksOfLapsed(query) ? document.paperStars : document.stars)?.toString() ?? null;
    case 'price':
      return document.band;
    default:
      return document[key];
  }
}

function isMatch(document: SearchDocument, narrowing: Narrowing, without: FacetKey | null): boolean {
  const { query, today } = narrowing;
  return facetKeys.every((key) => {
    const wanted = query.facets[key];
    if (key === without || wanted.length === 0) return true;
    const hasEnded = (document.endsDay ?? 0) <= dayNumber(today);
    if (key === 'stars' && hasEnded && !asksOfLapsed(query)) return false;
    return wanted.includes(valueOf(key, document, narrowing) ?? '');
  });
}

function countFacets(candidates: readonly SearchDocument[], narrowing: Narrowing): FacetCounts {
  const counted = (key: FacetKey): FacetCount[] => {
    const counts = new Map<string, FacetCount>();
    for (const document of candidates) {
      const value = valueOf(key, document, narrowing);
      if (value === null || !isMatch(document, narrowing, key)) continue;
      const known = counts.get(value);
      if (known) known.count += 1;
      else counts.set(value, { value, name: nameOf(key, document), count: 1 });
    }
    return [...counts.values()];
  };
  return {
    sale: counted('sale'),
    stars: counted('stars'),
    standing: counted('standing'),
    group: counted('group'),
    set: counted('set'),
    province: counted('province'),
    producer: counted('producer'),
    price: counted('price'),
  };
}

function nameOf(key: FacetKey, document: SearchDocument): FacetCount['name'] {
  const label =
    key === 'province' ? document.provinceLabel : key === 'producer' ? document.producerLabel : null;
  return label === null ? null : unlabelled(label).name;
}

/** Same orders as on the search server: what lacks the sorted value comes last either way. */
function ordering(query: NarrowedQuery, lang: Lang, scores: Map<string, number> | null) {
  type Compare = (a: SearchDocument, b: SearchDocument) => number;
  const name: Compare = (a, b) => (lang === 'en' ? compare(a.sortEn, b.sortEn) : compare(a.sortVi, b.sortVi));
  const by =
    (value: (document: SearchDocument) => number | null, direction: 1 | -1): Compare =>
    (a, b) =>
      lastNull(value(a), value(b), direction) || name(a, b);
  switch (query.sort) {
    case 'price-up':
      return by((document) => document.price, 1);
    case 'price-down':
      return by((document) => document.price, -1);
    case 'name':
      return name;
    case 'stars':
      return by((document) => document.stars, -1);
    case 'expiring':
      return by((document) => document.endsDay, 1);
    case 'relevance':
      return scores
        ? by((document) => scores.get(document.id) ?? 0, -1)
        : by((document) => document.stars, -1);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lastNull(a: number | null, b: number | null, direction: 1 | -1): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return (a - b) * direction;
}
