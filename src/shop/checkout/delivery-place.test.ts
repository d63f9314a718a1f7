import { beforeAll, describe, expect, test } from 'vitest';
import type { UnitTable } from '@ocop/rules/place/address';
import { loadUnitTable } from '../../record/units.ts';
import { deliveryPlace, formerProvinces } from './delivery-place.ts';

let table: UnitTable;
beforeAll(async () => {
  table = await loadUnitTable();
});

function names(typed: string, province: string): string[] {
  const place = deliveryPlace(table, typed, province);
  if (place.kind === 'unknown') return [];
  return place.kind === 'several' ? place.units.map((unit) => unit.name) : [place.unit.name];
}

describe('where a typed commune lies today', () => {
  test('an old district with its old province is answered with the communes it became', () => {
    const found = names('huyện Ý Yên, Nam Định', '37');
    expect(deliveryPlace(table, 'huyện Ý Yên, Nam Định', '37').kind).toBe('several');
    expect(found).toEqual(
      expect.arrayContaining([
        'Xã Ý Yên',
        'Xã Tân Minh',
        'Xã Phong Doanh',
        'Xã Vũ Dương',
        'Xã Vạn Thắng',
        'Xã Yên Cường',
        'Xã Yên Đồng',
      ]),
    );
    expect(names('huyen y yen', '37')).toEqual(found);
  });

  test('an old commune that went whole into one unit', () => {
    const place = deliveryPlace(table, 'xã Ngọc Xá, huyện Quế Võ, Bắc Ninh', '24');
    expect(place).toMatchObject({ kind: 'renamed', unit: { name: 'Phường Đào Viên' } });
  });

  test('a name of today, typed with or without marks and kind', () => {
    for (const typed of ['xã Phù Lãng', 'Phù Lãng', 'phu lang']) {
      expect(names(typed, '24')).toEqual(['Xã Phù Lãng']);
    }
  });

  test('an old city written alone is divided, not taken for the ward of its name', () => {
    expect(deliveryPlace(table, 'TP Nam Định', '37').kind).toBe('several');
    expect(names('TP Nam Định', '37')).toContain('Phường Nam Định');
  });

  test('a place in another province than the chosen one is not taken over', () => {
    expect(deliveryPlace(table, 'huyện Ý Yên, Nam Định', '01')).toEqual({ kind: 'unknown' });
  });

  test.each(['', '   ', 'nơi không có thật', '???'])('%j is not found', (typed) => {
    expect(deliveryPlace(table, typed, '24')).toEqual({ kind: 'unknown' });
  });

  test('an unknown province is no crash', () => {
    expect(deliveryPlace(table, 'Phù Lãng', 'xx')).toEqual({ kind: 'unknown' });
  });
});

test('each of today’s provinces knows the old ones it took in', () => {
  const former = formerProvinces(table);
  expect(former.get('37')).toEqual(['Hà Nam', 'Nam Định']);
  expect(former.get('24')).toEqual(['Bắc Giang']);
  expect(former.get('33')).toEqual(['Thái Bình']);
  expect(former.has('22')).toBe(false);
});
