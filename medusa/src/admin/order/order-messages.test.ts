import { expect, test } from 'vitest';
import { en } from '../i18n/en.ts';
import { vi } from '../i18n/vi.ts';
import { whyNotSent } from './order-messages.ts';

test.each([
  [null, '', ''],
  ['no-address', 'người mua không ghi địa chỉ thư', 'the buyer gave no e-mail address'],
  ['550', 'máy chủ thư từ chối (550)', 'refused it (550)'],
  ['ESOCKET', 'không dùng được (ESOCKET)', 'cannot be used (ESOCKET)'],
  ['toString', 'không dùng được (toString)', 'cannot be used (toString)'],
])('why %s was not sent is told in words', (problem, inVietnamese, inEnglish) => {
  expect(whyNotSent({ problem }, vi)).toContain(inVietnamese);
  expect(whyNotSent({ problem }, en)).toContain(inEnglish);
});
