import { expect, test } from 'vitest';
import type { StampRange } from '@ocop/rules/stamps/stamp-range';
import { somePaths } from './many-stamps.ts';

const key = { secret: new Uint8Array(32).fill(7), from: null, until: null, cutOff: null };
const keyring = { current: '1', epochs: { 1: key } };
const range = (number: number): StampRange => ({
  number,
  first: 0,
  count: 10,
  epoch: '1',
  gtin: '09506000134352',
  form: 'tagged',
});

test('no stamp is drawn twice, and no more than there are', () => {
  const ranges = [1, 2, 3, 4, 5].map(range);
  expect(new Set(somePaths(ranges, keyring, 50)).size).toBe(50);
  expect(() => somePaths(ranges, keyring, 51)).toThrow('fewer stamps');
});
