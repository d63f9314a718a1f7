import { expect, it } from 'vitest';
import { typedStamp } from './typed-stamp.ts';

it.each([
  '1ABCD23EFGHJK45MNPQR',
  '1abcd-23efg-hjk45-mnpqr',
  '1ABCD 23EFG HJK45 MNPQR',
  'https://ocop.example/T/1ABCD23EFGHJK45MNPQR',
  'ocop.example/01/09506000011332/21/1ABCD23EFGHJK45MNPQR',
  '/en/T/1ABCD23EFGHJK45MNPQR',
])('%s is a stamp', (text) => {
  expect(typedStamp(text)).toBe(text);
});

it.each([
  'cam canh bac giang 3 sao',
  'caphetrabanhdakeomamn',
  '12345678901234567890',
  '101/QĐ-UBND',
  'https://ocop.example/san-pham/ca-phe-thu',
  'https://ocop.example/01/09506000011332',
  '9506000011332',
  'nước mắm',
  '',
])('%s is none', (text) => {
  expect(typedStamp(text)).toBeNull();
});
