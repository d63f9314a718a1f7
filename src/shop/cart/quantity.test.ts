import { expect, test } from 'vitest';
import { MAX_QUANTITY, readQuantity } from './quantity.ts';

test.each([
  ['1', 1],
  [' 12 ', 12],
  ['0', 0],
  ['007', 7],
  ['', 1],
  [null, 1],
  ['３', 3],
  [String(MAX_QUANTITY), MAX_QUANTITY],
])('%j is read as %i pieces', (text, quantity) => {
  expect(readQuantity(text)).toEqual({ ok: true, quantity });
});

test.each(['-1', '1.5', '1,5', '1e3', 'hai', '0x10', '1 2', '99999999999999999999'])(
  '%j is not a number of pieces',
  (text) => {
    expect(readQuantity(text)).toEqual({ ok: false, reason: 'not-a-number' });
  },
);

test('more than a household buys is refused by name', () => {
  expect(readQuantity('100')).toEqual({ ok: false, reason: 'too-many' });
});
