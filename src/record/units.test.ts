import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildUnitTable } from '@ocop/rules/place/address';
import { describe, expect, test } from 'vitest';
import { loadUnitRows, loadUnitTable, loadUnits } from './units.ts';
import { FURTHER_SUCCESSORS } from './unit-splits.ts';

describe('units', () => {
  test('are the 34 provinces and 3,321 communes of today', async () => {
    const { provinces, communes } = await loadUnits();
    expect([provinces.size, communes.size]).toEqual([34, 3321]);
    expect(provinces.get('79')).toEqual({
      code: '79',
      name: 'Hồ Chí Minh',
      fullName: 'Thành phố Hồ Chí Minh',
      slug: 'ho-chi-minh',
    });
    expect(provinces.get('37')?.fullName).toBe('Tỉnh Ninh Bình');
    expect(communes.get('06994')).toMatchObject({ name: 'Đặc khu Vân Đồn', slug: 'van-don-06994' });
  });

  test('have slugs that no two share, though names repeat', async () => {
    const { communes, provinces } = await loadUnits();
    expect(new Set([...communes.values()].map((c) => c.slug)).size).toBe(communes.size);
    expect(new Set([...provinces.values()].map((p) => p.slug)).size).toBe(provinces.size);
  });

  test('leave out rows that do not join', async () => {
    const { rejected } = buildUnitTable(await loadUnitRows());
    expect(rejected.filter((r) => r.reason === 'malformed-code')).toHaveLength(251);
  });

  test('know every successor of the communes that are known to be split', async () => {
    const table = await loadUnitTable();
    const byCode = new Map(table.oldEntries.map((entry) => [entry.unit.code, entry]));
    for (const { old, current } of FURTHER_SUCCESSORS) {
      const successors = byCode.get(old)?.successors.map((unit) => unit.code);
      expect(successors, old).toContain(current);
      expect(successors?.length, old).toBeGreaterThan(1);
    }
  });

  const rows = resolve(import.meta.dirname, '../../../shared/data/units_old_new.tsv');
  const note = existsSync(rows) ? '' : ' (skipped: no ../shared)';
  test.skipIf(note !== '')(`agree with the checked list of old and new communes${note}`, async () => {
    const table = await loadUnitTable();
    const byCode = new Map(table.oldEntries.map((entry) => [entry.unit.code, entry]));
    const wanted = new Map<string, string[]>();
    for (const line of readFileSync(rows, 'utf8').trim().split('\n').slice(1)) {
      const cells = line.split('\t');
      const [old, current] = [cells[3] ?? '', cells[6] ?? ''];
      wanted.set(old, [...(wanted.get(old) ?? []), current]);
    }
    expect(wanted.size).toBeGreaterThan(400);
    for (const [old, codes] of wanted) {
      const successors = byCode
        .get(old)
        ?.successors.map((unit) => unit.code)
        .sort();
      expect(successors, old).toEqual(codes.sort());
    }
  });
});
