import type { DecisionType } from '@ocop/rules/certificate/decision';
import type { UnitTable } from '@ocop/rules/place/address';
import type { PublicRecord, Text } from '../../record/types.ts';
import { gazetteer, namedPlaces, type Gazetteer, type NamedPlace } from './places.ts';

/** A decision as far as a search leads to its page. */
export interface NamedDecision {
  key: string;
  number: string;
  type: DecisionType;
  year: number;
  issuer: Text;
}

/** Names that searches are read with; written by the build beside the search documents. */
export interface LexiconFile {
  places: NamedPlace[];
  decisions: NamedDecision[];
  /** Code of each province of today → its name. */
  provinces: Record<string, string>;
}

/** The same, ready to be asked. */
export interface Lexicon extends Omit<LexiconFile, 'places'> {
  places: Gazetteer;
}

export function lexiconFile(record: PublicRecord, table: UnitTable): LexiconFile {
  return {
    places: namedPlaces(table),
    decisions: record.decisions.map(({ key, number, type, year, issuer }) => ({
      key,
      number,
      type,
      year,
      issuer: issuer.name,
    })),
    provinces: Object.fromEntries(
      [...table.provinces.values()].map(({ code, name }) => [code, name.replace(/^(?:Tỉnh|Thành phố) /, '')]),
    ),
  };
}

export function lexiconOf({ places, ...rest }: LexiconFile): Lexicon {
  return { ...rest, places: gazetteer(places) };
}

/** Knows no names: stars, states, numbers and groups are understood all the same. */
export const noLexicon: Lexicon = lexiconOf({ places: [], decisions: [], provinces: {} });
