/**
 * Two generations of administrative units. On 1/7/2025 districts ended, 63 provinces became 34
 * and communes were merged; certificates and labels printed before name units that are gone, and
 * buyers go on typing them. Both addresses are kept; this finds the current one for an old one.
 * Units are keyed on codes, for many names repeat between provinces.
 */
import { fit, readUnitName } from './unit-name.ts';
import type { UnitName } from './unit-name.ts';
import type { CurrentUnit, OldEntry, UnitTable } from './unit-table.ts';

export { buildUnitTable } from './unit-table.ts';
export type { CurrentUnit, Province, RejectedRow, SuccessionRow, UnitRows, UnitTable } from './unit-table.ts';

/** What is known of a place, in either generation's names. */
export interface UnitQuery {
  province?: string;
  district?: string;
  commune?: string;
}

export type UnitAnswer =
  | { kind: 'one'; unit: CurrentUnit }
  /**
   * The place may lie in any of these, by code: ask, never choose. `incomplete` when there may be
   * others that the table does not know; then there can be one alone.
   */
  | { kind: 'split'; units: readonly CurrentUnit[]; incomplete: boolean }
  | { kind: 'unknown' };

/** A possible reading of the query, with how well commune, district and province fitted. */
interface Candidate {
  units: readonly CurrentUnit[];
  incomplete: boolean;
  fits: readonly [commune: number, district: number, province: number];
}

const NOT_ASKED = 1;

function typed(name: string | undefined): UnitName[] | null {
  return name?.trim() ? readUnitName(name) : null;
}

/** People write the old district with the new province too: 'huyện Ý Yên, Ninh Bình'. */
function provinceFit(name: UnitName[] | null, entry: OldEntry): number {
  if (!name) return NOT_ASKED;
  return Math.max(fit(name, entry.province), ...entry.successorProvinces.map((p) => fit(name, p)));
}

function found<T>(index: ReadonlyMap<string, readonly T[]>, name: readonly UnitName[]): T[] {
  return [...new Set(name.flatMap(({ folded }) => index.get(folded) ?? []))];
}

function fromOld(
  entries: readonly OldEntry[],
  commune: UnitName[] | null,
  district: UnitName[] | null,
  province: UnitName[] | null,
): Candidate[] {
  return entries.map((entry) => ({
    units: entry.successors,
    incomplete: entry.incomplete,
    fits: [
      commune ? fit(commune, entry.commune) : NOT_ASKED,
      district ? fit(district, entry.district) : NOT_ASKED,
      provinceFit(province, entry),
    ],
  }));
}

/** Units of today by their own name; an old province counts where it went into the new one. */
function fromCurrent(table: UnitTable, commune: UnitName[], province: UnitName[] | null): Candidate[] {
  return found(table.currentByName, commune).map(({ unit, name, province: provinceName }) => {
    const reached = province?.some(({ folded }) =>
      table.oldProvinceReach.get(folded)?.has(unit.provinceCode),
    );
    const here = province ? fit(province, provinceName) || (reached ? 1 : 0) : NOT_ASKED;
    return { units: [unit], incomplete: false, fits: [fit(commune, name), NOT_ASKED, here] };
  });
}

/** Only the best-fitting readings count: a name typed with its marks rules out its look-alikes. */
function answer(candidates: readonly Candidate[]): UnitAnswer {
  let left = candidates.filter(({ fits }) => fits.every((one) => one > 0));
  for (const level of [0, 1, 2] as const) {
    const best = Math.max(...left.map(({ fits }) => fits[level]));
    left = left.filter(({ fits }) => fits[level] === best);
  }
  const byCode = new Map(left.flatMap(({ units }) => units.map((unit) => [unit.code, unit])));
  const units = [...byCode.values()].sort((a, b) => a.code.localeCompare(b.code));
  const incomplete = left.some((candidate) => candidate.incomplete);
  const [first] = units;
  if (!first) return { kind: 'unknown' };
  return units.length === 1 && !incomplete
    ? { kind: 'one', unit: first }
    : { kind: 'split', units, incomplete };
}

/**
 * The units of today in which a place lies, described in old or new names, with or without marks
 * and kinds ('xã', 'huyện', 'TX.'). 'one' only when the table leaves a single answer; a divided
 * commune, a whole district or a name that several places share is 'split'.
 */
export function currentUnitsFor(table: UnitTable, query: UnitQuery): UnitAnswer {
  const [province, district, commune] = [typed(query.province), typed(query.district), typed(query.commune)];
  if (commune && district) {
    const old = answer(fromOld(found(table.oldByCommune, commune), commune, district, province));
    if (old.kind !== 'unknown') return old;
    // A ward of today written with the district it replaced.
    const here = answer(fromOld(found(table.oldByDistrict, district), null, district, province));
    const codes = new Set(unitsOf(here).map(({ code }) => code));
    return answer(
      fromCurrent(table, commune, null).filter(({ units }) => units.every((u) => codes.has(u.code))),
    );
  }
  if (commune) {
    // Without a province the kind must not choose one: many say 'xã' of what is a ward by now.
    const name = province ? commune : commune.map((reading) => ({ ...reading, kind: null }));
    const old = fromOld(found(table.oldByCommune, name), name, null, province);
    return answer([...old, ...fromCurrent(table, name, province)]);
  }
  if (district) {
    return answer(fromOld(found(table.oldByDistrict, district), null, district, province));
  }
  if (!province) return { kind: 'unknown' };
  return answer(fromOld(table.oldEntries, null, null, province));
}

/** The units an answer names: none, one or several. */
export function unitsOf(given: UnitAnswer): readonly CurrentUnit[] {
  if (given.kind === 'one') return [given.unit];
  return given.kind === 'split' ? given.units : [];
}

const COMMUNE_KINDS = ['xa', 'phuong', 'thi tran', 'dac khu'];
const DISTRICT_KINDS = ['huyen', 'quan', 'thi xa'];

/**
 * Sorts the parts of a typed place ('huyện Ý Yên, Nam Định') into province, district and
 * commune: by their kinds where written, else from the right by what the table knows. Parts that
 * fit nowhere (a hamlet, a street) are left out.
 */
export function readPlace(table: UnitTable, text: string): UnitQuery {
  const place: UnitQuery = {};
  const parts = text.split(/[,;\n]|\s[-–]\s/).filter((part) => part.trim() !== '');
  for (const part of parts.reverse()) {
    const names = readUnitName(part);
    const kind = names[0]?.kind ?? null;
    const isProvince = names.some(({ folded }) => table.provinceNames.has(folded));
    const isDistrict = found(table.oldByDistrict, names).length > 0;
    const isCommune =
      found(table.oldByCommune, names).length > 0 || found(table.currentByName, names).length > 0;
    const sure = kind !== null && names.length > 0;
    if (sure && COMMUNE_KINDS.includes(kind) && isCommune) place.commune ??= part.trim();
    else if (sure && DISTRICT_KINDS.includes(kind) && isDistrict) place.district ??= part.trim();
    else if (isProvince && !place.province && !DISTRICT_KINDS.includes(kind ?? '')) {
      place.province = part.trim();
    } else if (isDistrict && !place.district && !COMMUNE_KINDS.includes(kind ?? '')) {
      place.district = part.trim();
    } else if (isCommune) place.commune ??= part.trim();
  }
  return place;
}

const ENGLISH_KINDS: readonly (readonly [vi: string, en: string])[] = [
  ['Thị trấn ', 'township'],
  ['Đặc khu ', 'special zone'],
  ['Phường ', 'ward'],
  ['Xã ', 'commune'],
  ['Thành phố ', 'city'],
  ['Thị xã ', 'town'],
  ['Huyện ', 'district'],
  ['Quận ', 'district'],
  ['Tỉnh ', 'province'],
];

/** A kind opens a name with a capital; inside a line it is written small: 'tỉnh Bắc Ninh'. */
function inLine(name: string): string {
  const kind = ENGLISH_KINDS.find(([vi]) => name.startsWith(vi));
  return kind ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function inEnglish(name: string): string {
  const kind = ENGLISH_KINDS.find(([vi]) => name.startsWith(vi));
  if (!kind) return name;
  const bare = name.slice(kind[0].length);
  return /^\d/.test(bare) ? `${kind[1]} ${bare}` : `${bare} ${kind[1]}`;
}

/**
 * A unit's name as a page of one language writes it: its kind translated, its own name left as it is.
 * @example unitName('Phường Phan Thiết', 'en') // 'Phan Thiết ward'
 */
export function unitName(name: string, lang: 'vi' | 'en'): string {
  return lang === 'en' ? inEnglish(name) : name;
}

/** Lists name cities with their kind and provinces without. */
function withProvinceKind(province: string): string {
  return /^(Tỉnh|Thành phố) /.test(province) ? province : `Tỉnh ${province}`;
}

function line(names: readonly string[], lang: 'vi' | 'en'): string {
  if (lang === 'en') return names.map(inEnglish).join(', ');
  return names.map((name, at) => (at === 0 ? name : inLine(name))).join(', ');
}

/** 'Xã Phù Lãng, tỉnh Bắc Ninh' · 'Phù Lãng commune, Bắc Ninh province'. */
export function formatUnit(unit: CurrentUnit, lang: 'vi' | 'en'): string {
  return line([unit.name, withProvinceKind(unit.provinceName)], lang);
}
