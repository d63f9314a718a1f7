import type { Settings } from 'meilisearch';
import { longSyllables } from '@ocop/rules/vietnamese/syllable';
import { searchSynonyms } from './glossary.ts';
import type { SearchDocument } from './document.ts';

/** Name of the index in Meilisearch. */
export const INDEX = 'ocop-products';

type Field = Extract<keyof SearchDocument, string>;

/** Words as written; the engine takes their marks off. */
export const plainFields: Field[] = [
  'nameVi',
  'nameEn',
  'keywords',
  'joined',
  'producerNames',
  'kinds',
  'places',
  'summary',
];

/** The same words in canonical Telex, where "mow" is not "mowx". */
export const telexFields: Field[] = ['telexName', 'telexKeywords', 'telexRest'];

/** What the facets of a search are counted by; labels travel inside the value where they must. */
export const countedFields: Field[] = [
  'sale',
  'stars',
  'standing',
  'group',
  'set',
  'provinceLabel',
  'producerLabel',
  'band',
];

/** Words before a name count more than words before a summary. The two spellings alternate. */
const searchable: Field[] = [
  'nameVi',
  'telexName',
  'nameEn',
  'keywords',
  'telexKeywords',
  'joined',
  'producerNames',
  'kinds',
  'places',
  'telexRest',
  'summary',
];

/**
 * Everything Meilisearch is told about the index. `syncSearch` applies it when it differs from what
 * the server holds.
 *
 * - `sort` leads the ranking, so that an order a person asked for is kept to the letter; without one
 *   it does nothing.
 * - Exactness comes before the place of the word: a name that holds the very word beats one that only
 *   begins like it.
 * - Vietnamese syllables are short and many differ by one letter, so a typing slip is forgiven from
 *   six letters on, and never in what is a syllable as it stands: 'phường' is not 'thương', and no place
 *   is another. It is not switched off field by field: in Meilisearch 1.21 that loses beginnings of
 *   words (meilisearch issue 6403), and the Telex phrases of a request are exact anyway.
 */
export const indexSettings = {
  searchableAttributes: searchable,
  filterableAttributes: [
    ...countedFields,
    ...(['id', 'province', 'producer', 'endsDay', 'paperStars'] as const),
    ...(['areas', 'decisions', 'productCodes', 'gtins'] as const),
  ],
  sortableAttributes: ['price', 'stars', 'endsDay', 'sortVi', 'sortEn'],
  displayedAttributes: ['id', 'hash', 'tile', 'provinceLabel', 'producerLabel'],
  rankingRules: ['sort', 'words', 'typo', 'exactness', 'attribute', 'proximity', 'stars:desc'],
  synonyms: searchSynonyms(),
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 6, twoTypos: 10 },
    disableOnAttributes: [],
    disableOnWords: [...longSyllables],
  },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: 100_000 },
} satisfies Settings;
