import { expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { vi } from '../i18n/vi.ts';
import { sayNumberFault, typedWhole } from './typed-whole.ts';

it('takes a thousand however it is grouped', () => {
  for (const typed of ['1000', '1.000', '1,000', '1 000']) {
    expect(typedWhole(typed)).toEqual({ ok: true, value: 1_000 });
  }
});

it.each([
  ['1.5', '“1.5” là 1,5 hay 15?', 'Is “1.5” 1.5 or 15?'],
  ['-5', 'từ 1 trở lên', '1 or more'],
  ['20.000', 'nhiều nhất là 10.000', '10,000 at most'],
  ['1.000 gói', '“1.000 gói” không phải là số', '“1.000 gói” is no number'],
  ['', 'Ô này còn trống', 'This field is empty'],
])('says what is wrong with %j, and what to type', (typed, inVietnamese, inEnglish) => {
  const read = typedWhole(typed, { least: 1, most: 10_000 });
  if (read.ok) throw new Error('should be refused');
  expect(sayNumberFault(read.problem, vi)).toContain(inVietnamese);
  expect(sayNumberFault(read.problem, en)).toContain(inEnglish);
});
