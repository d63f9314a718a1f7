import { describe, expect, it } from 'vitest';
import { CROCKFORD_ALPHABET } from './crockford.ts';
import { cutOffStampKey, isCutOff, rotateStampKeys } from './stamp-keys.ts';
import type { StampKey, StampKeyring } from './stamp-keys.ts';

const secret = (byte: number) => new Uint8Array(32).fill(byte);
const key = (byte: number, change: Partial<StampKey> = {}): StampKey => ({
  secret: secret(byte),
  from: null,
  until: null,
  cutOff: null,
  ...change,
});
const STOLEN = '2026-08-05T10:00:00.000Z';
const keyring: StampKeyring = {
  current: '2',
  epochs: { '1': key(1, { cutOff: STOLEN }), '2': key(2) },
};

describe('isCutOff', () => {
  it.each([
    ['2026-08-05T09:59:59.999Z', false],
    ['2026-08-05T16:59:59+07:00', false],
    [STOLEN, true],
    ['2026-08-05T17:00:00+07:00', true],
    ['2027-01-01T00:00:00.000Z', true],
    [null, true],
    ['yesterday', true],
  ])('of a range activated %s is %s', (activatedAt, expected) => {
    expect(isCutOff(keyring, '1', activatedAt)).toBe(expected);
  });

  it('says nothing of other epochs', () => {
    for (const epoch of ['2', '3', '', 'toString']) {
      expect(isCutOff(keyring, epoch, null)).toBe(false);
      expect(isCutOff(keyring, epoch, '2027-01-01T00:00:00.000Z')).toBe(false);
    }
  });
});

describe('rotateStampKeys', () => {
  const at = '2026-09-01T00:00:00.000Z';

  it('makes a new epoch current and ends the one before', () => {
    expect(rotateStampKeys(keyring, secret(3), at)).toEqual({
      ok: true,
      keyring: {
        current: '3',
        epochs: { ...keyring.epochs, '2': key(2, { until: at }), '3': key(3, { from: at }) },
      },
    });
  });

  it('gives every character once and then says that none is left', () => {
    let ring: StampKeyring = { current: '1', epochs: { '1': key(1) } };
    const given = ['1'];
    for (let byte = 2; byte <= 32; byte += 1) {
      const rotated = rotateStampKeys(ring, secret(byte), at);
      if (!rotated.ok) throw new Error(rotated.reason);
      ring = rotated.keyring;
      given.push(ring.current);
    }
    expect(given.slice(0, 10)).toEqual([...'123456789A']);
    expect(given.toSorted()).toEqual([...CROCKFORD_ALPHABET]);
    expect(rotateStampKeys(ring, secret(33), at)).toEqual({ ok: false, reason: 'no-epoch-left' });
  });

  it('takes no short secret', () => {
    expect(() => rotateStampKeys(keyring, new Uint8Array(16), at)).toThrow(RangeError);
  });
});

describe('cutOffStampKey', () => {
  const ring: StampKeyring = { current: '2', epochs: { '1': key(1), '2': key(2) } };

  it('cuts an epoch off, and earlier when more is known', () => {
    const cut = cutOffStampKey(ring, '1', STOLEN);
    expect(cut).toEqual({ ok: true, keyring });
    expect(cutOffStampKey(keyring, '1', '2026-08-01T00:00:00.000Z')).toMatchObject({
      ok: true,
      keyring: { epochs: { '1': { cutOff: '2026-08-01T00:00:00.000Z' } } },
    });
  });

  it.each([
    ['9', STOLEN, 'unknown-epoch'],
    ['2', STOLEN, 'current-epoch'],
    ['1', '2026-08-06T00:00:00.000Z', 'cut-off-earlier'],
    ['1', STOLEN, 'cut-off-earlier'],
  ])('refuses epoch %s from %s: %s', (epoch, at, reason) => {
    expect(cutOffStampKey(keyring, epoch, at)).toEqual({ ok: false, reason });
  });
});
