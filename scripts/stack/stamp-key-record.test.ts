import { randomBytes } from 'node:crypto';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { describe, expect, it } from 'vitest';
import { compareKeys, keyFingerprints } from './stamp-key-record.ts';

function keyring(secrets: Record<string, Buffer>): StampKeyring {
  const epochs = Object.fromEntries(
    Object.entries(secrets).map(([epoch, secret]) => [
      epoch,
      { secret, from: null, until: null, cutOff: null },
    ]),
  );
  return { current: Object.keys(secrets)[0] ?? '1', epochs };
}

const one = randomBytes(32);
const two = randomBytes(32);
const printed = keyFingerprints(keyring({ '1': one, '2': two }));

describe('compareKeys', () => {
  it.each([
    ['the same keys', { '1': one, '2': two }, { state: 'same' }],
    ['one more after a rotation', { '1': one, '2': two, '3': randomBytes(32) }, { state: 'same' }],
    ['those from before a rotation', { '1': one }, { state: 'differs', missing: ['2'], other: [] }],
    [
      'those of another installation',
      { '1': randomBytes(32) },
      { state: 'differs', missing: ['2'], other: ['1'] },
    ],
    [
      'the same secrets under each other’s epoch',
      { '1': two, '2': one },
      { state: 'differs', missing: [], other: ['1', '2'] },
    ],
  ])('%s', (_name, secrets, expected) => {
    expect(compareKeys(printed, keyFingerprints(keyring(secrets)))).toEqual(expected);
  });

  it('knows a database that was used with none', () => {
    expect(compareKeys({}, printed)).toEqual({ state: 'unknown' });
  });
});

it('a fingerprint holds nothing of its secret', () => {
  expect(printed['1']).toMatch(/^[0-9a-f]{32}$/);
  expect(one.toString('hex')).not.toContain(printed['1']?.slice(0, 8));
});
