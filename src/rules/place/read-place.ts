/** Takes a place typed in one line apart into province, district and commune. */
import { readUnitName } from './unit-name.ts';
import type { UnitName } from './unit-name.ts';
import { entriesNamed } from './unit-table.ts';
import type { UnitTable } from './unit-table.ts';

/** What is known of a place, in either generation's names. */
export interface UnitQuery {
  province?: string;
  district?: string;
  commune?: string;
}

const COMMUNE_KINDS = ['xa', 'phuong', 'thi tran', 'dac khu'];
const DISTRICT_KINDS = ['huyen', 'quan', 'thi xa'];

/** Longest name of a unit, its kind included, in words ('thị trấn Phố Mới'; 'Bà Rịa - Vũng Tàu'). */
const LONGEST_NAME = 6;

interface Levels {
  names: UnitName[];
  kind: string | null;
  isProvince: boolean;
  isDistrict: boolean;
  isCommune: boolean;
}

/** Which levels of the table know a name. A bare number is no name: 'Phường 5' is, '5' is a house. */
function levelsOf(table: UnitTable, text: string): Levels {
  const names = readUnitName(text).filter(({ kind, key }) => kind !== null || !/^\d*$/.test(key));
  return {
    names,
    kind: names[0]?.kind ?? null,
    isProvince: names.some(({ key }) => table.provinceNames.has(key)),
    isDistrict: entriesNamed(table.oldByDistrict, names).length > 0,
    isCommune:
      entriesNamed(table.oldByCommune, names).length > 0 ||
      entriesNamed(table.currentByName, names).length > 0,
  };
}

function isKnown({ isProvince, isDistrict, isCommune }: Levels): boolean {
  return isProvince || isDistrict || isCommune;
}

/**
 * Units written one behind the other without commas ('P5 Gò Vấp', 'xa y yen nam dinh'), found from the
 * right, the longest names first. What stands before them is a house or a street; a bare name right behind
 * that is taken for part of it ('12 Nguyễn Trãi'), for streets have the names of wards.
 */
function unitsInLine(table: UnitTable, line: string): string[] {
  const words = line.trim().split(/\s+/);
  const found: { text: string; levels: Levels }[] = [];
  let end = words.length;
  while (end > 0) {
    const last = longestUnitBefore(table, words, end);
    if (!last) break;
    found.unshift(last);
    end -= last.length;
  }
  const [first] = found;
  const isStreet = end > 0 && first && first.levels.kind === null && !first.levels.isProvince;
  return (isStreet && !first.levels.isDistrict ? found.slice(1) : found).map(({ text }) => text);
}

function longestUnitBefore(table: UnitTable, words: readonly string[], end: number) {
  for (let length = Math.min(LONGEST_NAME, end); length > 0; length -= 1) {
    const text = words.slice(end - length, end).join(' ');
    const levels = levelsOf(table, text);
    // A lone short syllable is a name only where its kind says so, or where it is a province ('Huế').
    const isName = length > 1 || levels.kind !== null || (levels.names[0]?.key.length ?? 0) > 3;
    if (isKnown(levels) && (isName || levels.isProvince)) return { text, levels, length };
  }
  return null;
}

/** A dash may part two units, or stand inside a name: 'Văn Miếu - Quốc Tử Giám'. */
function unitsInPart(table: UnitTable, part: string): string[] {
  if (part.trim() === '') return [];
  if (isKnown(levelsOf(table, part))) return [part];
  const sides = part.split(/\s[-–]\s/);
  return sides.length > 1 ? sides.flatMap((side) => unitsInPart(table, side)) : unitsInLine(table, part);
}

/**
 * Sorts the parts of a typed place ('huyện Ý Yên, Nam Định', 'P5 Gò Vấp') into province, district and
 * commune: by their kinds where written, else from the right by what the table knows. Parts that fit
 * nowhere (a hamlet, a street) are left out.
 */
export function readPlace(table: UnitTable, text: string): UnitQuery {
  const place: UnitQuery = {};
  const parts = text.split(/[,;\n]/).flatMap((part) => unitsInPart(table, part));
  for (const part of parts.reverse()) {
    const { names, kind, isProvince, isDistrict, isCommune } = levelsOf(table, part);
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
