import { describe, expect, test } from 'vitest';
import { networkToken } from './network-token.ts';

const visitor = {
  method: 'GET',
  address: '203.0.113.7',
  userAgent: 'Mozilla/5.0 Zalo',
  language: 'vi',
  purpose: '',
};
const stamp = { range: 3, index: 4 };
const token = (change: Partial<typeof visitor> = {}, position = stamp, epoch = '1', key = 'a key') =>
  networkToken(key, epoch, position, { ...visitor, ...change });

describe('the network of a scan', () => {
  test('is the same for every browser of one neighbourhood', () => {
    expect(token({ userAgent: 'curl', language: 'en', address: '203.0.113.250' })).toBe(token());
    expect(token({ address: '203.0.114.7' })).not.toBe(token());
    expect(token({ address: '2001:db8:1:2::1' })).toBe(token({ address: '2001:db8:1:ffff::9' }));
    expect(token({ address: '2001:db8:2::1' })).not.toBe(token({ address: '2001:db8:1::1' }));
  });

  test('cannot be followed from stamp to stamp, nor read without the key', () => {
    const tokens = [
      token(),
      token({}, { range: 3, index: 5 }),
      token({}, stamp, '2'),
      token({}, stamp, '1', 'b'),
    ];
    expect(new Set(tokens).size).toBe(4);
    expect(token()).toMatch(/^[\w-]{22}$/);
  });

  test('is not told where the address is not known', () => {
    expect(token({ address: '' })).toBeNull();
  });
});
