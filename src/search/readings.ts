import { decisionKey } from './document-numbers.ts';
import type { SearchDocument } from './document.ts';
import type { FacetKey, SearchQuery } from './query.ts';
import type { Fact, FactMeaning, Understanding } from './understanding/facts.ts';
import type { Lexicon } from './understanding/lexicon.ts';
import { understand } from './understanding/understand.ts';
import { formsOf, type QueryForms } from './word-forms.ts';

/** Values of which a product must have one. */
export interface Requirement {
  field: keyof Pick<SearchDocument, 'areas' | 'decisions' | 'productCodes' | 'gtins'>;
  anyOf: readonly string[];
}

/** A search with what was understood turned into facets and requirements; `text` is what is left of it. */
export interface NarrowedQuery extends SearchQuery {
  required: readonly Requirement[];
  /** True where the last word of `text` is whole, because something understood stands behind it. */
  isFinished: boolean;
}

/** How words are asked for: all of them, or the most telling ones of them. */
export type Strictness = 'all-words' | 'some-words';

/** One way to take a search. */
export interface SearchReading {
  query: NarrowedQuery;
  forms: QueryForms | null;
  strictness: Strictness;
  /** What it was understood as; null where the words are taken literally. */
  understanding: Understanding | null;
  /** True where part of what was asked for is left out. */
  isLoosened: boolean;
  /** True where the province of today stands for an old one. */
  isWide: boolean;
}

/**
 * The ways to take a search, the likeliest first; the first that finds anything answers. Facts are kept as
 * long as they can be: words are loosened before a place is left out. What was understood is never looked for
 * as words as well, which would find 'Bình Định' in a pottery vase; a person can ask for that. Only the bare
 * name of a commune, which may be a thing's, is looked for as words where the place has nothing.
 */
export function readingsOf(query: SearchQuery, lexicon: Lexicon): SearchReading[] {
  const understanding = query.literal ? null : understand(query.text, lexicon.places);
  const { facts, rest, isFinished } = understanding ?? { facts: [], rest: query.text, isFinished: false };
  const known = facts.length > 0 ? understanding : null;
  const narrow = (kept: readonly Fact[], isWide: boolean) => ({
    ...narrowed(query, kept, isWide),
    text: rest,
    isFinished,
  });
  const readings = [...ofWords(narrow(facts, false), known)];
  const isFormerPlace = facts.some((fact) => fact.kind === 'place' && fact.around !== null);
  if (isFormerPlace) {
    readings.push(...ofWords(narrow(facts, true), known).map((reading) => ({ ...reading, isWide: true })));
  }
  const isGuess = facts.some((fact) => fact.kind === 'place' && fact.isGuess);
  if (isGuess) readings.push(...ofWords({ ...query, required: [], isFinished: false }, null));
  readings.push(...ofSomeWords(narrow(facts, isFormerPlace), known));
  if (known && rest !== '') {
    const elsewhere = facts.filter(({ kind }) => kind !== 'place');
    const left = [elsewhere, []].filter((kept) => kept.length < facts.length);
    for (const kept of left) {
      const reduced = kept.length > 0 ? { facts: kept, rest, isFinished } : null;
      readings.push(
        ...ofWords(narrow(kept, false), reduced).map((reading) => ({ ...reading, isLoosened: true })),
      );
    }
  }
  return readings;
}

function ofWords(query: NarrowedQuery, understanding: Understanding | null): SearchReading[] {
  const forms = formsOf(query.text, query.isFinished);
  const shared = { query, understanding, strictness: 'all-words', isLoosened: false, isWide: false } as const;
  // Keys typed with the input method off and some of them missing: read them without marks, too.
  return forms?.unmarked
    ? [
        { ...shared, forms },
        { ...shared, forms: withoutMarks(forms) },
      ]
    : [{ ...shared, forms }];
}

function ofSomeWords(query: NarrowedQuery, understanding: Understanding | null): SearchReading[] {
  const forms = formsOf(query.text, query.isFinished);
  if (!forms?.plain.includes(' ')) return [];
  return [
    {
      query,
      forms: withoutMarks(forms),
      strictness: 'some-words',
      understanding,
      isLoosened: true,
      isWide: false,
    },
  ];
}

function withoutMarks(forms: QueryForms): QueryForms {
  return { ...forms, plain: forms.unmarked ?? forms.plain };
}

function narrowed(query: SearchQuery, facts: readonly Fact[], isWide: boolean) {
  const facets = { ...query.facets };
  for (const fact of facts) {
    const { key, values } = facetOf(fact) ?? {};
    if (key) facets[key] = [...new Set([...facets[key], ...(values ?? [])])].sort();
  }
  return { ...query, facets, required: requirementsOf(facts, isWide) };
}

/** The facet that a fact narrows by, with its values; null for facts that are no facet. */
export function facetOf(fact: FactMeaning): { key: FacetKey; values: readonly string[] } | null {
  switch (fact.kind) {
    case 'stars':
      return { key: 'stars', values: fact.stars.map(String) };
    case 'state':
      return { key: 'standing', values: fact.states };
    case 'sale':
      return { key: 'sale', values: [fact.value] };
    case 'group':
    case 'set':
      return { key: fact.kind, values: fact.slugs };
    default:
      return null;
  }
}

function requirementsOf(facts: readonly Fact[], isWide: boolean): Requirement[] {
  const required: Requirement[] = [];
  // Two provinces are two places to look in; a commune and its province are one.
  const provinces: string[] = [];
  for (const fact of facts) {
    if (fact.kind === 'decision') {
      required.push({ field: 'decisions', anyOf: [decisionKey(fact.serial, fact.suffix, fact.year)] });
    } else if (fact.kind === 'product-code') required.push({ field: 'productCodes', anyOf: [fact.code] });
    else if (fact.kind === 'barcode') required.push({ field: 'gtins', anyOf: [fact.gtin] });
    else if (fact.kind === 'place' && fact.level === 'province') {
      provinces.push(...((isWide && fact.around) || fact.areas));
    } else if (fact.kind === 'place') required.push({ field: 'areas', anyOf: fact.areas });
  }
  if (provinces.length > 0) required.push({ field: 'areas', anyOf: provinces });
  return required;
}

/** Whether stars are asked of certificates that are no longer in force: then those they gave count. */
export function asksOfLapsed({ facets }: Pick<SearchQuery, 'facets'>): boolean {
  return (
    facets.standing.length > 0 &&
    facets.standing.every((state) => state === 'expired' || state === 'withdrawn')
  );
}
