/**
 * Two generations of administrative units. On 1/7/2025 districts ended, 63 provinces became 34
 * and communes were merged; certificates and labels printed before name units that are gone, and
 * buyers go on typing them. Both addresses are kept; this finds the current one for an old one.
 * Units are keyed on codes, for many names repeat between provinces.
 */
import { beginsWithKind, unitNameIn } from './place-line.ts';
import type { UnitQuery } from './read-place.ts';
import { fit, readUnitName } from './unit-name.ts';
import type { UnitName } from './unit-name.ts';
import { entriesNamed } from './unit-table.ts';
import type { CurrentUnit, OldEntry, UnitTable } from './unit-table.ts';

export { readPlace } from './read-place.ts';
export { buildUnitTable } from './unit-table.ts';
export type { UnitQuery } from './read-place.ts';
export type { CurrentUnit, Province, RejectedRow, SuccessionRow, UnitRows, UnitTable } from './unit-table.ts';

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
  return entriesNamed(table.currentByName, commune).map(({ unit, name, province: provinceName }) => {
    const reached = province?.some(({ key }) => table.oldProvinceReach.get(key)?.has(unit.provinceCode));
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
    const old = answer(fromOld(entriesNamed(table.oldByCommune, commune), commune, district, province));
    if (old.kind !== 'unknown') return old;
    // A ward of today written with the district it replaced.
    const here = answer(fromOld(entriesNamed(table.oldByDistrict, district), null, district, province));
    const codes = new Set(unitsOf(here).map(({ code }) => code));
    return answer(
      fromCurrent(table, commune, null).filter(({ units }) => units.every((u) => codes.has(u.code))),
    );
  }
  if (commune) {
    // Without a province the kind must not choose one: many say 'xã' of what is a ward by now.
    const name = province ? commune : commune.map((reading) => ({ ...reading, kind: null }));
    const old = fromOld(entriesNamed(table.oldByCommune, name), name, null, province);
    return answer([...old, ...fromCurrent(table, name, province)]);
  }
  if (district) {
    return answer(fromOld(entriesNamed(table.oldByDistrict, district), null, district, province));
  }
  if (!province) return { kind: 'unknown' };
  return answer(fromOld(table.oldEntries, null, null, province));
}

/** Units of today in one province that bear this very name, or fit it best where it came without marks. */
export function unitsNamed(table: UnitTable, text: string, provinceCode: string): readonly CurrentUnit[] {
  const typedName = readUnitName(text);
  const here = entriesNamed(table.currentByName, typedName)
    .filter(({ unit }) => unit.provinceCode === provinceCode)
    .map(({ unit, name }) => ({ unit, fits: fit(typedName, name) }));
  const best = Math.max(...here.map(({ fits }) => fits));
  return here.filter(({ fits }) => fits === best).map(({ unit }) => unit);
}

/** The units an answer names: none, one or several. */
export function unitsOf(given: UnitAnswer): readonly CurrentUnit[] {
  if (given.kind === 'one') return [given.unit];
  return given.kind === 'split' ? given.units : [];
}

/** A kind opens a name with a capital; inside a line it is written small: 'tỉnh Bắc Ninh'. */
function inLine(name: string): string {
  return beginsWithKind(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** Lists name cities with their kind and provinces without. */
function withProvinceKind(province: string): string {
  return /^(Tỉnh|Thành phố) /.test(province) ? province : `Tỉnh ${province}`;
}

function line(names: readonly string[], lang: 'vi' | 'en'): string {
  if (lang === 'en') return names.map((name) => unitNameIn(name, lang)).join(', ');
  return names.map((name, at) => (at === 0 ? name : inLine(name))).join(', ');
}

/** 'Xã Phù Lãng, tỉnh Bắc Ninh' · 'Phù Lãng commune, Bắc Ninh province'. */
export function formatUnit(unit: CurrentUnit, lang: 'vi' | 'en'): string {
  return line([unit.name, withProvinceKind(unit.provinceName)], lang);
}
