import { currentUnitsFor, readPlace, unitsNamed } from '@ocop/rules/place/address';
import type { CurrentUnit, UnitAnswer, UnitQuery, UnitTable } from '@ocop/rules/place/address';
import { readUnitName } from '@ocop/rules/place/unit-name';
import { foldVietnamese } from '@ocop/rules/vietnamese/vietnamese';

/**
 * Where a typed commune lies today. `current`: it is today's name; `renamed`: exactly one unit of
 * today is meant; `several`: it was divided, or a whole district was named; `unknown`: not found.
 */
export type DeliveryPlace =
  | { kind: 'current' | 'renamed'; unit: CurrentUnit }
  | { kind: 'several'; units: readonly CurrentUnit[]; incomplete: boolean }
  | { kind: 'unknown' };

function within(answer: UnitAnswer, provinceCode: string): DeliveryPlace {
  const units = answer.kind === 'one' ? [answer.unit] : answer.kind === 'split' ? answer.units : [];
  const here = units.filter((unit) => unit.provinceCode === provinceCode);
  const incomplete = answer.kind === 'split' && answer.incomplete;
  const [only] = here;
  if (!only) return { kind: 'unknown' };
  return here.length === 1 && !incomplete
    ? { kind: 'renamed', unit: only }
    : { kind: 'several', units: here, incomplete };
}

/**
 * Answers what a buyer's commune is called since 1/7/2025. People still write the old district
 * ('huyện Ý Yên, Nam Định'); an answer outside the chosen province is no answer.
 * @param typed what the buyer wrote in the field for commune or ward
 * @param provinceCode today's province, as chosen
 */
export function deliveryPlace(table: UnitTable, typed: string, provinceCode: string): DeliveryPlace {
  const province = table.provinces.get(provinceCode);
  // A bare number is a house's; only 'phường 5' or 'quận 5' is a place.
  if (!province || !/\p{L}/u.test(typed)) return { kind: 'unknown' };
  const text = withDistrictsOfInitials(table, typed, province.name);
  const read = readPlace(table, text);
  const place = read.commune || read.district ? read : bareName(table, text, province.name);
  const asked = { ...place, province: place.province ?? province.name };
  let found = within(currentUnitsFor(table, asked), provinceCode);
  if (found.kind === 'unknown' && place.province) {
    found = within(currentUnitsFor(table, { ...place, province: province.name }), provinceCode);
  }
  // An old province, or the city itself, was written where a commune belongs.
  if (found.kind === 'unknown' && read.province && !read.commune && !read.district) {
    return within(currentUnitsFor(table, { province: read.province }), provinceCode);
  }
  found = withTodaysName(table, found, place, provinceCode);
  if (found.kind !== 'renamed' || place.district) return found;
  return sameName(place.commune ?? '', found.unit.name) ? { ...found, kind: 'current' } : found;
}

/**
 * A name of today may be that of another old commune as well, which went elsewhere; only the buyer knows
 * which is meant. Today's unit of that very name is offered too, and first.
 */
function withTodaysName(
  table: UnitTable,
  found: DeliveryPlace,
  place: UnitQuery,
  provinceCode: string,
): DeliveryPlace {
  if (found.kind === 'unknown') return found;
  const units = found.kind === 'several' ? found.units : [found.unit];
  const own = unitsNamed(table, place.commune ?? place.district ?? '', provinceCode).filter(
    (unit) => !place.district || units.includes(unit),
  );
  const all = [...new Set([...own, ...units])];
  if (all.length === 1) return found;
  return { kind: 'several', units: all, incomplete: found.kind === 'several' && found.incomplete };
}

/** 'F5 GV': the initials of a district stand for it where the chosen province had but one with them. */
function withDistrictsOfInitials(table: UnitTable, typed: string, province: string): string {
  return typed.replace(
    /(?<=^|[\s,.;])(?:\p{Lu}{2,3}|[bcdđghklmnpqrstvx]{2,3})(?=$|[\s,.;])/gu,
    (initials) => {
      if (readPlace(table, initials).province || /^(?:tp|tx|tt|dk|đk)$/i.test(initials)) return initials;
      const here = (districtsByInitials(table).get(foldVietnamese(initials)) ?? []).filter(
        (district) => currentUnitsFor(table, { district, province }).kind !== 'unknown',
      );
      return here.length === 1 ? (here[0] ?? initials) : initials;
    },
  );
}

const initialsOfTable = new WeakMap<UnitTable, Map<string, string[]>>();

/** Old districts by the initials of their names, 'gv' → ['Gò Vấp', …]; made once a table. */
function districtsByInitials(table: UnitTable): Map<string, string[]> {
  const known = initialsOfTable.get(table);
  if (known) return known;
  const made = new Map<string, string[]>();
  for (const district of new Set(table.oldEntries.map(({ unit }) => unit.district))) {
    const name = district.replace(/^(?:Quận|Huyện|Thị xã|Thành phố) /, '');
    const initials = foldVietnamese(name)
      .split(' ')
      .map((word) => word.charAt(0))
      .join('');
    made.set(initials, [...new Set([...(made.get(initials) ?? []), name])]);
  }
  initialsOfTable.set(table, made);
  return made;
}

/**
 * 'TP Nam Định' reads as a province; in the field for a commune it is the old city, and a name the
 * table cannot sort may still be a commune spelt in a way it forgives.
 */
function bareName(table: UnitTable, typed: string, province: string): UnitQuery {
  const district = currentUnitsFor(table, { district: typed, province });
  return district.kind === 'unknown' ? { commune: typed } : { district: typed };
}

function sameName(typed: string, official: string): boolean {
  const [name] = readUnitName(official);
  return readUnitName(typed).some(({ key }) => key === name?.key);
}

/** Old provinces that went into each of today's: code → names, for buyers who look for theirs. */
export function formerProvinces(table: UnitTable): Map<string, string[]> {
  const votes = new Map<string, Map<string, number>>();
  for (const { unit, successors } of table.oldEntries) {
    const code = successors[0]?.provinceCode;
    if (!code) continue;
    const byCode = votes.get(unit.province) ?? new Map<string, number>();
    byCode.set(code, (byCode.get(code) ?? 0) + 1);
    votes.set(unit.province, byCode);
  }
  const former = new Map<string, string[]>();
  for (const [old, byCode] of votes) {
    const [code] = [...byCode].sort((a, b) => b[1] - a[1])[0] ?? [];
    const today = code && table.provinces.get(code);
    if (!today || bareProvince(today.name) === bareProvince(old)) continue;
    former.set(today.code, [...(former.get(today.code) ?? []), bareProvince(old)]);
  }
  for (const names of former.values()) names.sort((a, b) => a.localeCompare(b, 'vi'));
  return former;
}

function bareProvince(name: string): string {
  return name.replace(/^(Tỉnh|Thành phố) /, '');
}
