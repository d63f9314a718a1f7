import { describe, expect, test } from 'vitest';
import { problemsOf, withChange, textOf } from './fixtures/small-content.ts';
import type { Fault } from './fixtures/small-content.ts';

const MAM = 'products/mam/product.yaml';
const LOT = 'samples/lots/L-1.yaml';
const PRODUCER = 'producers/lo-gom.yaml';

const FAULTS: Fault[] = [
  [
    'a missing field',
    withChange(MAM, 'set: 9\n', ''),
    MAM,
    'set',
    /^missing; write the number of the product set/,
  ],
  ['a misspelt field', withChange(MAM, 'set: 9', 'set: 9\nsett: 9'), MAM, 'sett', /not known here/],
  [
    'a text in one language',
    withChange(MAM, '{ vi: Mắm., en: A sauce. }', '{ vi: Mắm. }'),
    MAM,
    'summary.en',
    /^missing; write the English/,
  ],
  [
    'a set of another kind',
    withChange(MAM, 'set: 9', 'set: Gia vị'),
    MAM,
    'set',
    /"Gia vị" was found; write the number/,
  ],
  ['a set above 26', withChange(MAM, 'set: 9', 'set: 27'), MAM, 'set', /27 was found/],
  [
    'no source',
    withChange(MAM, 'sources:\n  - url: https://example.vn/nguon\n    grade: A\n', 'sources: []\n'),
    MAM,
    'sources',
    /write at least one source/,
  ],
  [
    'a source that is no address',
    withChange(MAM, 'https://example.vn/nguon', 'example.vn'),
    MAM,
    'sources.0.url',
    /starting with https/,
  ],
  ['broken YAML', { [MAM]: 'name: "Mắm\n' }, MAM, '', /cannot be read at line/],
  ['an empty file', { [MAM]: '' }, MAM, 'name', /^missing/],
  [
    'a day that is none',
    withChange(LOT, '2026-09-15', '2026-02-30'),
    LOT,
    'madeOn',
    /"2026-02-30" was found; write a day/,
  ],
  [
    'a code without quotes',
    withChange(PRODUCER, "'09301'", '09301'),
    PRODUCER,
    'address.current.commune',
    /9301 was found; write the five-digit commune code in quotes/,
  ],
  [
    'a phone of letters',
    { [PRODUCER]: `${textOf(PRODUCER)}phone: 'gọi anh Ba'\n` },
    PRODUCER,
    'phone',
    /write the phone/,
  ],
  ['an unknown folder', { 'product/x.yaml': 'a: 1' }, 'product', '', /not one of the record's; use/],
  [
    'a sample recognition',
    { 'samples/recognitions/x--1.yaml': 'a: 1' },
    'samples/recognitions',
    '',
    /never samples/,
  ],
  ['a file of another kind', { 'lots/x.txt': 'x' }, 'lots/x.txt', '', /only files ending in .yaml/],
  [
    'a product without its file',
    { 'products/trong/ghi-chu.txt': 'x' },
    'products/trong',
    '',
    /with a file product.yaml/,
  ],
  [
    'a page in one language',
    { 'pages/gioi-thieu.en.md': null },
    'pages/gioi-thieu.vi.md',
    '',
    /write gioi-thieu.en.md/,
  ],
  [
    'a page without its head',
    { 'pages/gioi-thieu.en.md': 'Hello.' },
    'pages/gioi-thieu.en.md',
    '',
    /write "---"/,
  ],
  [
    'a page without words',
    { 'pages/gioi-thieu.en.md': '---\ntitle: A\n---\n' },
    'pages/gioi-thieu.en.md',
    '',
    /write the text/,
  ],
];

describe('a file that does not fit its shape', () => {
  test.each(FAULTS)('%s', async (_what, changes, file, field, words) => {
    const problems = await problemsOf(changes);
    const told = problems.find((p) => p.file === file && p.field === field);
    expect(told, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(told?.message).toMatch(words);
  });
});
