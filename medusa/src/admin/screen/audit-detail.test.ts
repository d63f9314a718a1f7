import { expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { vi } from '../i18n/vi.ts';
import { auditDetail } from './audit-detail.ts';

it.each([
  ['a note on one stamp', { kind: 'frozen', note: 'Đang xem' }, 'đóng băng: Đang xem'],
  ['a report', { report: 4, reason: 'looks-copied' }, 'Tem trông như bị chép'],
  ['why stamps were voided', { reason: 'In lệch', count: 65 }, 'In lệch'],
  ['a recall', { reason: { vi: 'Sai nhãn', en: 'Wrong label' } }, 'Sai nhãn'],
  ['a number of stamps', { count: 5000, form: 'tagged' }, '5.000 tem'],
  ['a number of scans', { erased: 3 }, '3 lượt quét'],
  ['nothing more', {}, ''],
])('tells %s in messages', (_case, detail, said) => {
  expect(auditDetail(detail, vi)).toBe(said);
});

it('tells a recall in the language of the screen, and in Vietnamese where it has no other', () => {
  expect(auditDetail({ reason: { vi: 'Sai nhãn', en: 'Wrong label' } }, en)).toBe('Wrong label');
  expect(auditDetail({ reason: { vi: 'Sai nhãn', en: '' } }, en)).toBe('Sai nhãn');
});
