/** Places as people write them: abbreviations, no marks, no commas, other spellings, English. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { UnitTable } from '@ocop/rules/place/address';
import { loadUnitTable } from '../../record/units.ts';
import { dictionary } from '../../i18n/index.ts';
import { deliveryPlace } from './delivery-place.ts';
import { placeMessage } from './place-messages.ts';

let table: UnitTable;
beforeAll(async () => {
  table = await loadUnitTable();
});

function namesOf(typed: string, province: string): string[] {
  const place = deliveryPlace(table, typed, province);
  if (place.kind === 'unknown') return [];
  return place.kind === 'several' ? place.units.map(({ name }) => name) : [place.unit.name];
}

test.each([
  // Ward 5 of the old district Gò Vấp, Thành phố Hồ Chí Minh.
  ['P5 Gò Vấp', '79', 'Phường An Nhơn'],
  ['P.5, Q. Gò Vấp', '79', 'Phường An Nhơn'],
  ['phuong 5 go vap', '79', 'Phường An Nhơn'],
  ['phuong 05 quan go vap tphcm', '79', 'Phường An Nhơn'],
  ['F5 GV', '79', 'Phường An Nhơn'],
  ['F.5 Q.GV', '79', 'Phường An Nhơn'],
  ['p5 govap', '79', 'Phường An Nhơn'],
  ['Ward 5, Go Vap District', '79', 'Phường An Nhơn'],
  ['Ward 5, Go Vap District, Ho Chi Minh City', '79', 'Phường An Nhơn'],
  ['123 Nguyễn Thái Sơn P5 Gò Vấp', '79', 'Phường An Nhơn'],
  ['Vĩ Dạ', '46', 'Phường Vỹ Dạ'],
  ['Vỹ Dạ', '46', 'Phường Vỹ Dạ'],
  ['vi da', '46', 'Phường Vỹ Dạ'],
  ['Vĩ Dã', '46', 'Phường Vỹ Dạ'],
  ['P. Vĩ Dạ, TP Huế', '46', 'Phường Vỹ Dạ'],
  ['P. Vĩ Dạ, Thừa Thiên Huế', '46', 'Phường Vỹ Dạ'],
  ['Sài Gòn', '79', 'Phường Sài Gòn'],
])('%s (%s) is %s', (typed, province, name) => {
  expect(namesOf(typed, province)).toEqual([name]);
});

test.each([
  ['Sapa', '15', 'Phường Sa Pa'],
  ['Sa-pa, Lào Cai', '15', 'Phường Sa Pa'],
  ['tx sapa lao cai', '15', 'Phường Sa Pa'],
  ['Qui Nhơn', '52', 'Phường Quy Nhơn'],
  ['TP Qui Nhon', '52', 'Phường Quy Nhơn'],
  ['Quy Nhon, Binh Dinh', '52', 'Phường Quy Nhơn'],
  ['Plei Ku', '52', 'Phường Pleiku'],
  ['Pleicu', '52', 'Phường Pleiku'],
  ['Ban Mê Thuột', '66', 'Phường Buôn Ma Thuột'],
  ['Buon Me Thuot, Dak Lak', '66', 'Phường Buôn Ma Thuột'],
  ['BMT', '66', 'Phường Buôn Ma Thuột'],
  ['Buôn Ma Thuột Đắc Lắc', '66', 'Phường Buôn Ma Thuột'],
  ['District 1', '79', 'Phường Sài Gòn'],
  ['Q1', '79', 'Phường Sài Gòn'],
  ['quan 1 sai gon', '79', 'Phường Sài Gòn'],
  ['Q.1, TP.HCM', '79', 'Phường Sài Gòn'],
  ['Ward 14, District 10', '79', 'Phường Diên Hồng'],
  ['Dalat', '68', 'Phường Xuân Hương - Đà Lạt'],
  ['Da Lat City', '68', 'Phường Xuân Hương - Đà Lạt'],
])('%s (%s) names %s among others', (typed, province, name) => {
  expect(namesOf(typed, province)).toContain(name);
});

test.each([
  ['TP HCM', '79'],
  ['HN', '01'],
  ['Thừa Thiên Huế', '46'],
  ['HCMC', '79'],
])('%s is the whole of it, not unknown', (typed, province) => {
  expect(deliveryPlace(table, typed, province)).toMatchObject({ kind: 'several' });
});

test.each([
  ['12 Nguyễn Trãi', '01'],
  ['số 5', '79'],
  ['5', '79'],
  ['thôn 3', '24'],
])('%s is no commune', (typed, province) => {
  expect(deliveryPlace(table, typed, province)).toEqual({ kind: 'unknown' });
});

test('a text made to be slow is answered at once', () => {
  const started = process.threadCpuUsage();
  for (const text of [
    'GV '.repeat(40),
    'phường '.repeat(17),
    'a b c d e f '.repeat(10),
    'P5 Gò Vấp, '.repeat(10),
  ]) {
    deliveryPlace(table, text.slice(0, 120), '79');
  }
  expect(process.threadCpuUsage(started).user / 1_000).toBeLessThan(2_000);
});

describe('what is said', () => {
  test('of one unit that is known is not "one of these"', () => {
    for (const entry of table.oldEntries) {
      const [unit] = entry.successors;
      if (!unit || entry.successors.length > 1) continue;
      const typed = `${entry.unit.commune}, ${entry.unit.district}, ${entry.unit.province}`;
      const place = deliveryPlace(table, typed, unit.provinceCode);
      const said = placeMessage(dictionary('vi').order.unit, place, typed, 'vi');
      const count = place.kind === 'several' ? place.units.length : 1;
      expect(said.includes('một trong các nơi'), said).toBe(count > 1);
    }
  });

  test('today’s unit of the very name stands first where an old one of the name went elsewhere', () => {
    let checked = 0;
    for (const unit of table.units.values()) {
      const place = deliveryPlace(table, unit.name, unit.provinceCode);
      const first = place.kind === 'several' ? place.units[0] : place.kind === 'unknown' ? null : place.unit;
      expect(first?.name, unit.name).toBe(unit.name);
      checked += 1;
    }
    expect(checked).toBe(3321);
  });
});
