import { expect, test } from 'vitest';
import { readStampAddress } from './stamp-address.ts';

test.each([
  ['/T/1ABC', { lang: 'vi', code: '1ABC', gtin: null }],
  ['/en/T/1ABC', { lang: 'en', code: '1ABC', gtin: null }],
  ['/01/09506000010915/21/1ABC', { lang: 'vi', code: '1ABC', gtin: '09506000010915' }],
  ['/en/SIGNATURE/01/09506000010915/21/1ABC', { lang: 'en', code: '1ABC', gtin: '09506000010915' }],
  ['/SIGNATURE/T/1ABC', { lang: 'vi', code: '1ABC', gtin: null }],
  ['/some/stem/01/1/21/x', { lang: 'vi', code: 'x', gtin: '1' }],
  ['/T/a%20b%2F', { lang: 'vi', code: 'a b/', gtin: null }],
])('%s', (path, read) => {
  expect(readStampAddress(path)).toEqual(read);
});

test.each(['/', '/T', '/T/', '/t/1ABC', '/T/a/b', '/01/1/21', '/01/1/10/x/21/y', '/T/%E0%A4%A', '/XT/1ABC'])(
  '%s is none',
  (path) => {
    expect(readStampAddress(path)).toBeNull();
  },
);
