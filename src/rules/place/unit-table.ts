/**
 * The table behind two generations of addresses: units of today by code, and which of them each
 * old commune went into. Built from rows passed in; nothing is read here.
 */
import { officialUnitName, sameOfficialName } from './unit-name.ts';
import type { UnitName } from './unit-name.ts';

/** A commune of the time before 1/7/2025. `code` is '' where the source gives none. */
export interface OldUnit {
  province: string;
  district: string;
  commune: string;
  code: string;
}

/** A commune, ward or special zone of today. */
export interface CurrentUnit {
  code: string;
  /** With its kind: 'Xã Phù Lãng'. */
  name: string;
  provinceCode: string;
  /** As the list has it: 'Bắc Ninh', 'Thành phố Hà Nội'. */
  provinceName: string;
}

export interface Province {
  code: string;
  name: string;
}

/** One row "this old commune went into that current unit", as a source tells it. */
export interface SuccessionRow {
  old: {
    province: string | null;
    district: string | null;
    commune: string | null;
    code: string | null;
  };
  current: { code: string | null; name: string | null; provinceName: string | null };
  /** True when the source says that the old commune was divided between several units. */
  split?: boolean;
}

export interface UnitRows {
  provinces: readonly Province[];
  communes: readonly { code: string; name: string; provinceCode: string }[];
  successions: readonly SuccessionRow[];
}

export interface RejectedRow {
  row: SuccessionRow | { code: string; name: string; provinceCode: string };
  reason:
    | 'incomplete'
    | 'malformed-code'
    | 'unknown-code'
    | 'unknown-province'
    | 'name-differs'
    | 'province-differs';
}

export interface OldEntry {
  unit: OldUnit;
  province: UnitName;
  district: UnitName;
  commune: UnitName;
  successors: CurrentUnit[];
  successorProvinces: UnitName[];
  /** The source says "divided", or a row of this commune was rejected: the list may lack some. */
  incomplete: boolean;
}

export interface CurrentEntry {
  unit: CurrentUnit;
  name: UnitName;
  province: UnitName;
}

export interface UnitTable {
  readonly provinces: ReadonlyMap<string, Province>;
  readonly units: ReadonlyMap<string, CurrentUnit>;
  readonly oldEntries: readonly OldEntry[];
  readonly oldByCommune: ReadonlyMap<string, readonly OldEntry[]>;
  readonly oldByDistrict: ReadonlyMap<string, readonly OldEntry[]>;
  readonly currentByName: ReadonlyMap<string, readonly CurrentEntry[]>;
  /** Key of an old province's name ({@link UnitName}) → codes of the provinces its communes went into. */
  readonly oldProvinceReach: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys of the names of provinces, old and new. */
  readonly provinceNames: ReadonlySet<string>;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) {
    const list = map.get(key(item));
    if (list) list.push(item);
    else map.set(key(item), [item]);
  }
  return map;
}

/** What an index of the table holds under any reading of a name. */
export function entriesNamed<T>(index: ReadonlyMap<string, readonly T[]>, name: readonly UnitName[]): T[] {
  return [...new Set(name.flatMap(({ key }) => index.get(key) ?? []))];
}

/** District and province names come back in thousands of rows; each is read once. */
function readerOfOfficialNames(): (name: string) => UnitName {
  const known = new Map<string, UnitName>();
  return (name) => {
    const seen = known.get(name) ?? officialUnitName(name);
    known.set(name, seen);
    return seen;
  };
}

function rejection(
  { current }: SuccessionRow,
  units: ReadonlyMap<string, CurrentUnit>,
): RejectedRow['reason'] | null {
  if (!current.code || !current.name || !current.provinceName) return 'incomplete';
  if (!/^\d{5}$/.test(current.code)) return 'malformed-code';
  const unit = units.get(current.code);
  if (!unit) return 'unknown-code';
  if (!sameOfficialName(current.provinceName, unit.provinceName)) return 'province-differs';
  return sameOfficialName(current.name, unit.name) ? null : 'name-differs';
}

/**
 * Builds the table and returns the rows that do not join, with the reason. A succession row joins
 * only when its new code exists and name and province agree with that code; a row that does not
 * is never mended by its name, and its old commune is answered as 'split' and incomplete, or
 * 'unknown', never as certain.
 */
export function buildUnitTable(rows: UnitRows): { table: UnitTable; rejected: RejectedRow[] } {
  const nameOf = readerOfOfficialNames();
  const rejected: RejectedRow[] = [];
  const provinces = new Map(rows.provinces.map((province) => [province.code, province]));
  const units = new Map<string, CurrentUnit>();
  for (const row of rows.communes) {
    const province = provinces.get(row.provinceCode);
    if (!province) rejected.push({ row, reason: 'unknown-province' });
    else if (!/^\d{5}$/.test(row.code)) rejected.push({ row, reason: 'malformed-code' });
    else units.set(row.code, { ...row, provinceName: province.name });
  }
  const entries = new Map<string, OldEntry>();
  for (const row of rows.successions) {
    const { province, district, commune, code } = row.old;
    if (!province || !district || !commune) {
      rejected.push({ row, reason: 'incomplete' });
      continue;
    }
    const key = [province, district, commune].join('\0');
    const entry = entries.get(key) ?? {
      unit: { province, district, commune, code: code ?? '' },
      province: nameOf(province),
      district: nameOf(district),
      commune: nameOf(commune),
      successors: [],
      successorProvinces: [],
      incomplete: false,
    };
    entries.set(key, entry);
    if (code) entry.unit.code = code;
    if (row.split) entry.incomplete = true;
    const reason = rejection(row, units);
    if (reason) {
      entry.incomplete = true;
      rejected.push({ row, reason });
      continue;
    }
    const unit = units.get(row.current.code ?? '');
    if (unit && !entry.successors.includes(unit)) {
      entry.successors.push(unit);
      entry.successorProvinces.push(nameOf(unit.provinceName));
    }
  }
  return { table: indexed(provinces, units, [...entries.values()]), rejected };
}

function indexed(
  provinces: ReadonlyMap<string, Province>,
  units: ReadonlyMap<string, CurrentUnit>,
  oldEntries: readonly OldEntry[],
): UnitTable {
  const current = [...units.values()].map((unit) => ({
    unit,
    name: officialUnitName(unit.name),
    province: officialUnitName(unit.provinceName),
  }));
  const reach = new Map<string, Set<string>>();
  for (const { province, successors } of oldEntries) {
    const codes = reach.get(province.key) ?? new Set();
    reach.set(province.key, codes);
    for (const { provinceCode } of successors) codes.add(provinceCode);
  }
  const today = [...provinces.values()].map(({ name }) => officialUnitName(name).key);
  return {
    provinces,
    units,
    oldEntries,
    oldByCommune: groupBy(oldEntries, ({ commune }) => commune.key),
    oldByDistrict: groupBy(oldEntries, ({ district }) => district.key),
    currentByName: groupBy(current, ({ name }) => name.key),
    oldProvinceReach: reach,
    provinceNames: new Set([...reach.keys(), ...today]),
  };
}
