import { expect, it } from 'vitest';
import { isLotCode, lotKey } from './lot-code.ts';

it.each(['MAU-MN-260915', 'ln-1', '2026/11.30', 'L'.repeat(20)])('%s is a code', (code) => {
  expect(isLotCode(code)).toBe(true);
});

it.each(['', 'LÔ-1', 'LN 1', 'LN-1\n', 'L'.repeat(21), 'Ⅻ', '#1'])('%j is none', (code) => {
  expect(isLotCode(code)).toBe(false);
});

it('compares without regard to capitals', () => {
  expect(lotKey('ln-1')).toBe(lotKey('LN-1'));
  expect(lotKey('ln-1')).not.toBe(lotKey('ln-2'));
});
