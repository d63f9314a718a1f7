import { officialOf } from '@ocop/rules/place/common-spellings';
import { officialUnitName, soundOf } from '@ocop/rules/place/unit-name';
import type { UnitTable } from '@ocop/rules/place/address';
import { foldVietnamese } from '@ocop/rules/vietnamese/vietnamese';
import type { PlaceFact, Reading } from './facts.ts';
import { isOnePhrase, lettersOf, phraseBook } from './phrases.ts';
import { mayBe, type Token } from './tokens.ts';

/** A name of a unit, today's or one that ended on 1/7/2025; written to the lexicon by the build. */
export interface NamedPlace {
  /** Without its kind: 'Ý Yên'. */
  name: string;
  level: PlaceFact['level'];
  isFormer: boolean;
  /** Codes of the provinces of today it lies in. */
  provinces: string[];
}

/** Area of a province of today, by code; of an old province or a smaller unit, by the sound of its name. */
export const provinceArea = (code: string): string => `p:${code}`;
export const formerProvinceArea = (name: string): string => `o:${soundOf(foldVietnamese(name))}`;
export const unitArea = (name: string): string => `u:${soundOf(foldVietnamese(name))}`;

/** 'Thành phố Buôn Ma Thuột' → 'Buôn Ma Thuột'. */
export function bareName(official: string): string {
  return official.replace(/^(?:Thành phố|Thị trấn|Thị xã|Đặc khu|Phường|Huyện|Tỉnh|Quận|Xã) (?=\S)/u, '');
}

/** Every name of the table that is more than a number, each level and generation once. */
export function namedPlaces(table: UnitTable): NamedPlace[] {
  const places = new Map<string, NamedPlace>();
  const add = (official: string, level: PlaceFact['level'], isFormer: boolean, codes: readonly string[]) => {
    const name = bareName(official);
    if (/^\d+$/.test(name)) return;
    const key = [level, isFormer, name].join('\t');
    const known = places.get(key) ?? { name, level, isFormer, provinces: [] };
    known.provinces = [...new Set([...known.provinces, ...codes])];
    places.set(key, known);
  };
  const kept = new Set([...table.provinces.values()].map(({ name }) => officialUnitName(name).key));
  for (const { code, name } of table.provinces.values()) add(name, 'province', false, [code]);
  for (const { unit, province, successors } of table.oldEntries) {
    const codes = successors.map(({ provinceCode }) => provinceCode);
    if (!kept.has(province.key))
      add(unit.province, 'province', true, [...(table.oldProvinceReach.get(province.key) ?? [])]);
    add(unit.district, 'district', true, codes);
    add(unit.commune, 'commune', true, codes);
  }
  for (const unit of table.units.values()) add(unit.name, 'commune', false, [unit.provinceCode]);
  return [...places.values()];
}

/** Finds names of places in a text. */
export interface Gazetteer {
  /** The place whose name begins at a piece of the text, with kind and 'cũ' around it, or null. */
  read(tokens: readonly Token[], at: number): (Reading & { meaning: PlaceFact }) | null;
  /** Every place named in a text that was written with care, such as a product's name. */
  namedIn(tokens: readonly Token[]): PlaceFact[];
  /** The communes that all these pieces together name; null where they are no commune's name. */
  communeOf(tokens: readonly Token[]): PlaceFact | null;
}

type Level = PlaceFact['level'];

/** Levels that a kind before or behind a name can mean; a city may be a province or an old district. */
const kinds = phraseBook<readonly Level[]>([
  [['province'], ['tỉnh', 'province']],
  [
    ['province', 'district'],
    ['thành phố', 'tp', 'city', 'tp.'],
  ],
  [['district'], ['huyện', 'quận', 'thị xã', 'tx', 'district', 'town']],
  [['commune'], ['xã', 'phường', 'thị trấn', 'đặc khu', 'ward', 'commune', 'township']],
]);

const former = phraseBook<true>([
  [true, ['cũ', 'trước đây', 'ngày trước', 'hồi trước', 'old', 'former', 'formerly']],
]);
const formerBefore = phraseBook<true>([[true, ['old', 'former']]]);

/** Longest name in words: 'Bà Rịa - Vũng Tàu' has four, some wards have six. */
const LONGEST = 6;

const bySound = (text: string) => soundOf(text);

interface Entry extends NamedPlace {
  words: string[];
}

export function gazetteer(places: readonly NamedPlace[]): Gazetteer {
  const byKey = new Map<string, Entry[]>();
  const add = (spelling: string, place: NamedPlace) => {
    const key = soundOf(foldVietnamese(spelling));
    const words = spelling
      .toLowerCase()
      .split(/[^\p{L}\p{M}\d]+/u)
      .filter(Boolean);
    byKey.set(key, [...(byKey.get(key) ?? []), { ...place, words }]);
  };
  const byName = new Map<string, NamedPlace[]>();
  for (const place of places) {
    add(place.name, place);
    const name = foldVietnamese(place.name);
    byName.set(name, [...(byName.get(name) ?? []), place]);
  }
  for (const [spelling, official] of officialOf) {
    if (spelling.length < 3 && spelling !== 'HN' && spelling !== 'SG') continue;
    const named =
      byName.get(foldVietnamese(official)) ?? byName.get(foldVietnamese(official.replace('Rịa ', 'Rịa - ')));
    for (const place of named ?? []) if (place.level !== 'commune') add(spelling, place);
  }

  /** Places named by these pieces: marks left out are forgiven, other marks are not. */
  function named(part: readonly Token[]): Entry[] {
    if (!isOnePhrase(part)) return [];
    const entries = [...new Set(lettersOf(part).map(soundOf))].flatMap((key) => byKey.get(key) ?? []);
    return entries.filter(({ words }) =>
      part.length === words.length
        ? part.every((token, n) => mayBe(token, words[n] ?? '', bySound))
        : part.length < words.length || part.some(({ text }) => text.length < 4),
    );
  }

  function nameAt(tokens: readonly Token[], at: number, levels: readonly Level[], isNamedKind: boolean) {
    for (let length = Math.min(LONGEST, tokens.length - at); length > 0; length -= 1) {
      const part = tokens.slice(at, at + length);
      const entries = named(part).filter(
        ({ level, words }) =>
          levels.includes(level) &&
          (isNamedKind || words.length > 1 || isPlainlyAPlace(level, words.join(''), tokens[at - 1])),
      );
      if (entries.length > 0) return { entries, length };
    }
    return null;
  }

  return {
    read(tokens, at) {
      const old = formerBefore(tokens, at)?.length ?? 0;
      const kind = kinds(tokens, at + old);
      const begin = at + old + (kind?.length ?? 0);
      const standsAlone = isBetweenCommas(tokens, begin);
      const found =
        nameAt(tokens, begin, kind?.meaning ?? ['province', 'district'], kind !== null) ??
        (kind === null && standsAlone(LONGEST) ? communeBetweenCommas(tokens, begin, standsAlone) : null) ??
        (kind === null ? communeCalledOld(tokens, begin) : null);
      if (!found) return null;
      let end = begin + found.length;
      // In English the kind stands behind the name; 'Nam Định cũ' says which generation is meant.
      const behind = kind === null ? kinds(tokens, end) : null;
      const isEnglish = behind && /^[a-z]/.test(tokens[end]?.text ?? '');
      const byKind = isEnglish ? found.entries.filter(({ level }) => behind.meaning.includes(level)) : [];
      if (byKind.length > 0) end += behind?.length ?? 0;
      const saidOld = former(tokens, end)?.length ?? 0;
      end += saidOld;
      const entries = byKind.length > 0 ? byKind : found.entries;
      const isOld = old + saidOld > 0;
      return { meaning: factOf(entries, isOld, kind?.meaning ?? null), length: end - at };
    },
    namedIn(tokens) {
      const facts: PlaceFact[] = [];
      for (let at = 0; at < tokens.length; at += 1) {
        const found = nameAt(tokens, at, ['province', 'district', 'commune'], false);
        for (const level of ['province', 'district', 'commune'] as const) {
          const entries = found?.entries.filter((entry) => entry.level === level) ?? [];
          if (entries.length > 0) facts.push(factOf(entries, false, [level]));
        }
      }
      return facts;
    },
    communeOf(tokens) {
      const entries = named(tokens).filter(({ level, words }) => level === 'commune' && words.length > 1);
      return entries.length > 0 ? factOf(entries, false, ['commune']) : null;
    },
  };

  function communeBetweenCommas(tokens: readonly Token[], at: number, stands: (length: number) => boolean) {
    const found = nameAt(tokens, at, ['commune'], false);
    return found && stands(found.length) ? found : null;
  }

  function communeCalledOld(tokens: readonly Token[], at: number) {
    const found = nameAt(tokens, at, ['commune'], false);
    return found && former(tokens, at + found.length) ? found : null;
  }
}

/** A lone syllable is a place where it is a province, and no flower: 'hoa hue' is tuberose. */
function isPlainlyAPlace(level: Level, name: string, before: Token | undefined): boolean {
  if (level === 'province') return !['hoa', 'bong'].includes(foldVietnamese(before?.text ?? ''));
  return level === 'district' && name.length > 4;
}

/** Whether so many pieces stand between commas or the ends of a text that has a comma. */
function isBetweenCommas(tokens: readonly Token[], at: number): (length: number) => boolean {
  const isCut = (gap: string) => /[,;]/.test(gap);
  const begins = at === 0 || isCut(tokens[at]?.gap ?? '');
  const hasComma = tokens.some(({ gap }) => isCut(gap));
  return (length) =>
    begins &&
    hasComma &&
    (at + length >= tokens.length || length === LONGEST || isCut(tokens[at + length]?.gap ?? ''));
}

/** One fact for all the places that bear the name: a province before a district before a commune. */
function factOf(entries: readonly NamedPlace[], isOld: boolean, levels: readonly Level[] | null): PlaceFact {
  const order: readonly Level[] = ['province', 'district', 'commune'];
  const today = entries.some(({ level, isFormer }) => level === 'province' && !isFormer);
  // 'TP Nam Định' is the old city; 'TP Hải Phòng' is a province of today.
  const isCity = levels?.length === 2 && !today && entries.some(({ level }) => level === 'district');
  const level = isCity
    ? 'district'
    : (order.find((one) => entries.some((entry) => entry.level === one)) ?? 'commune');
  const same = entries.filter((entry) => entry.level === level);
  const [first] = same;
  const name = first?.name ?? '';
  const provinces = [...new Set(same.flatMap((entry) => entry.provinces))];
  const isFormer = same.every((entry) => entry.isFormer) || isOld;
  const base = { kind: 'place', name, level, isFormer, provinces } as const;
  if (level !== 'province') return { ...base, areas: [unitArea(name)], around: null };
  const wide = provinces.map(provinceArea);
  return isFormer
    ? { ...base, areas: [formerProvinceArea(name)], around: wide }
    : { ...base, areas: wide, around: null };
}
