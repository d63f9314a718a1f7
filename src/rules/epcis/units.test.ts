import { expect, it } from 'vitest';
import { countsPieces, readUnit, UNITS, unitWord } from './units.ts';

it.each([
  ['kg', 'KGM'],
  ['KG', 'KGM'],
  ['Kg.', 'KGM'],
  ['kgm', 'KGM'],
  ['gam', 'GRM'],
  ['tấn', 'TNE'],
  ['Lít', 'LTR'],
  ['lit', 'LTR'],
  ['ml', 'MLT'],
  ['hộp', 'H87'],
  ['H87', 'H87'],
  ['DZN', 'DZN'],
])('%j is %s', (typed, unit) => {
  expect(readUnit(typed)).toBe(unit);
});

it.each(['', 'ki-lô-mét', 'dzn', 'một', 'KILO', '!!'])('%j is no unit', (typed) => {
  expect(readUnit(typed)).toBeNull();
});

it('says what was stored before units were read', () => {
  expect(unitWord('KG', 'vi')).toBe('kg');
  expect(unitWord('LIT', 'vi')).toBe('lít');
  expect(unitWord('DZN', 'en')).toBe('DZN');
  expect(unitWord(null, 'vi')).toBe('gói');
});

it('shows every unit in words that are read as it', () => {
  for (const unit of UNITS) {
    expect(readUnit(unitWord(unit, 'vi'))).toBe(unit);
    expect(readUnit(unitWord(unit, 'en'))).toBe(unit);
  }
});

it('knows which count pieces', () => {
  expect([null, 'H87', 'KGM'].map(countsPieces)).toEqual([true, true, false]);
});
