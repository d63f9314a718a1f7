import { expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { vi } from '../i18n/vi.ts';
import { sayLotChanges } from './say-lot-changes.ts';

const changes = [
  { fact: 'quantity', from: 99, to: 5_000 },
  { fact: 'useBy', from: null, to: '2026-12-31' },
  { fact: 'sample', from: true, to: false },
] as const;

it('tells old and new of every fact', () => {
  expect(sayLotChanges(changes, vi)).toBe(
    'Số gói: 99 → 5.000; Hạn dùng: không có → 31/12/2026; Lô mẫu, không phải hàng thật: có → không',
  );
  expect(sayLotChanges(changes, en)).toContain('99 → 5,000; ');
});
