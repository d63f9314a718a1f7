import { beforeAll, describe, expect, it } from 'vitest';
import { loadUnitTable } from '../../record/units.ts';
import { gazetteer, namedPlaces, type Gazetteer } from './places.ts';
import { understand } from './understand.ts';

let places: Gazetteer;
beforeAll(async () => {
  places = gazetteer(namedPlaces(await loadUnitTable()));
}, 60_000);

describe('words that only look like the field’s', () => {
  it.each([
    'yến sào 5',
    '3 sào',
    '3 sáo',
    'thịt sào mắm ruốc',
    'hoa hue',
    'hoa huệ',
    'bình gốm hoa sen',
    'bộ tượng Tam Đa',
    'bộ ấm trà',
    'mỡ gà',
    'gạo nếp cái hoa vàng',
    'củ sen',
    'trà hoa vàng',
    'quảng nấm',
    '9 sao',
    '500 g',
    'nước mắm 2026',
    'cá màu',
    'bánh phở',
    'lụa Nha Xá',
  ])('%s stays words', (text) => {
    expect(understand(text, places).facts).toEqual([]);
  });
});

it('keeps the words that say more, in their order', () => {
  expect(understand('mắm nêm 3 sao của tỉnh Lâm Đồng', places).rest).toBe('mắm nêm');
  expect(understand('cà phê 5 sao đắk lắk còn hạn', places).rest).toBe('cà phê');
  expect(understand('valid 4 star tea from Bac Giang', places).rest).toBe('tea');
  expect(understand('sản phẩm ocop', places)).toMatchObject({ facts: [], rest: '' });
});

it('tells each fact with its words and with the text that is left without it', () => {
  const { facts } = understand('Mắm 4 sao, Phú Yên cũ', places);
  expect(facts.map(({ words, without }) => [words, without])).toEqual([
    ['4 sao', 'mắm, phú yên cũ'],
    ['phú yên cũ', 'mắm 4 sao'],
  ]);
});

it.each([
  ['24-09292-03-2026', '24-09292-3-2026'],
  ['(24)-(09292)-(03)-2026', '24-09292-3-2026'],
  ['mã số 24.09292.3.2026', '24-09292-3-2026'],
  ['24 09292 03 2026', '24-09292-3-2026'],
])('%s is a product code, not a barcode', (text, code) => {
  expect(understand(text, places).facts).toMatchObject([{ kind: 'product-code', code }]);
});

it.each([
  'https://ocop.example/01/09506000011332',
  'ocop.example/01/9506000011332?x=1',
  '/01/09506000011332',
])('%s is a barcode', (text) => {
  expect(understand(text, places)).toMatchObject({
    facts: [{ kind: 'barcode', gtin: '09506000011332' }],
    rest: '',
  });
});

it('tells a mistyped barcode from words', () => {
  expect(understand('9506000011333', places).facts).toMatchObject([{ kind: 'barcode', isRight: false }]);
  expect(understand('20260805', places).facts).toEqual([]);
});

it.each([
  ['tp nam định', 'district'],
  ['tỉnh nam định', 'province'],
  ['tp hải phòng', 'province'],
  ['xã phù lãng', 'commune'],
  ['phù lãng, bắc ninh', 'commune'],
  ['plei ku', 'district'],
  ['sapa', 'district'],
  ['ban mê thuột', 'district'],
  ['saigon', 'province'],
])('%s is a %s', (text, level) => {
  expect(understand(text, places).facts[0]).toMatchObject({ kind: 'place', level });
});

it('reads hostile and empty texts at once', () => {
  const texts = [
    '',
    ' ',
    '***',
    '-'.repeat(120),
    '1 '.repeat(60),
    'sao '.repeat(30),
    'từ '.repeat(40),
    '★'.repeat(120),
  ];
  const started = process.threadCpuUsage();
  for (const text of texts) understand(text, places);
  expect(process.threadCpuUsage(started).user / 1_000).toBeLessThan(1_000);
});
