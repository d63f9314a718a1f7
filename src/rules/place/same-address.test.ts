import { expect, it } from 'vitest';
import { isSameAddress } from './same-address.ts';

it.each([
  ['Thôn Một, xã Phù Lãng, Bắc Ninh', 'thôn Một, Xã Phù Lãng, Bắc Ninh', true],
  ['Thôn Một - xã Phù Lãng – Bắc Ninh.', 'Thôn Một, xã Phù Lãng, Bắc Ninh, Việt Nam', true],
  ['Thôn Một, xã Phù Lãng'.normalize('NFD'), 'Thôn Một, xã Phù Lãng', true],
  ['xã Phù Lãng, huyện Quế Võ, Bắc Ninh', 'Xã Phù Lãng, Bắc Ninh', false],
  ['Số 1', 'Số 11', false],
])('%j and %j are one address: %s', (one, other, same) => expect(isSameAddress(one, other)).toBe(same));

it('takes time in proportion to the length', () => {
  const start = process.threadCpuUsage();
  for (const piece of [', ', ' việt nam', '- ']) isSameAddress(piece.repeat(50_000), 'x');
  expect(process.threadCpuUsage(start).user / 1_000).toBeLessThan(500);
});
