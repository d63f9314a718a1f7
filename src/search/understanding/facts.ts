import type { GroupFacts } from './kinds.ts';
import type { StandingKey } from '../query.ts';
import type { Token } from './tokens.ts';

/** Names of states as people say them; 'in-force' covers what is valid, expiring or extended. */
export type StateName = 'in-force' | 'expiring' | 'extended' | 'expired' | 'withdrawn' | 'none';

/** A place that was named, of either generation of units. */
export interface PlaceFact {
  kind: 'place';
  /** With marks, without its kind: 'Ý Yên'. */
  name: string;
  level: 'province' | 'district' | 'commune';
  /** False for a name that is in force today. */
  isFormer: boolean;
  /** Codes of the provinces of today it lies in. */
  provinces: readonly string[];
  /** Keys of the areas it covers, see `areasOf`. */
  areas: readonly string[];
  /** Areas to look in where nothing is known in `areas`: the province of today around an old one. */
  around: readonly string[] | null;
  /** True for a commune's bare name, which may be a thing as well: 'hải đường' is a flower. */
  isGuess?: boolean;
}

/** What a piece of a search text says in the field's own words. */
export type FactMeaning =
  | { kind: 'stars'; stars: readonly number[] }
  | { kind: 'state'; name: StateName; states: readonly StandingKey[] }
  | { kind: 'sale'; value: 'in-stock' | 'sold-out' }
  | { kind: 'decision'; serial: number; suffix: string | null; year: number | null }
  | { kind: 'product-code'; code: string }
  | { kind: 'barcode'; gtin: string; isRight: boolean }
  | GroupFacts
  | PlaceFact;

/** A fact with the piece of the text it was read from. */
export type Fact = FactMeaning & {
  /** The piece as typed, in small letters. */
  words: string;
  /** The whole text without that piece: what is searched for when the fact is taken away. */
  without: string;
};

/** A search text, understood. */
export interface Understanding {
  facts: readonly Fact[];
  /** The words that are left, to be looked for as words. */
  rest: string;
  /** True where something stands behind them, so that the last of them is no beginning of a word. */
  isFinished: boolean;
}

/** What one reader made of the text at a place: what it means and how many pieces it took. */
export interface Reading {
  meaning: FactMeaning;
  length: number;
}

/** A reader of one kind of fact; null where nothing of its kind begins there. */
export type FactReader = (tokens: readonly Token[], at: number) => Reading | null;
