import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CROCKFORD_ALPHABET } from './crockford.ts';
import {
  decodeSignature,
  encodeSignature,
  readJwks,
  signedCodeMessage,
  signedStampUrl,
  verifySignedCode,
} from './signed-code.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const strictly = { zip215: false };

const GTIN = '09506000134352';
const secret = new Uint8Array(32).fill(5);
const subject = { gtin14: GTIN, epoch: '1', serial: 'QNHZV3M56' };
const signature = encodeSignature(ed25519.sign(signedCodeMessage(subject), secret));
const stamp = { ...subject, signature };
const ours = {
  kid: '1',
  key: ed25519.getPublicKey(secret),
  from: '2026-08-05T00:00:00.000Z',
  until: null,
  cutOff: null,
};

describe('the library', () => {
  /** RFC 8032 §7.1: TEST 1, TEST 2, TEST 3. */
  const vectors = [
    {
      key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      message: '',
      signature:
        'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    },
    {
      key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      message: '72',
      signature:
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    },
    {
      key: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      message: 'af82',
      signature:
        '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    },
  ].map((vector) => ({
    key: hex(vector.key),
    message: hex(vector.message),
    signature: hex(vector.signature),
  }));

  it('agrees with the vectors of the standard', () => {
    for (const { key, message, signature: bytes } of vectors) {
      expect(ed25519.verify(bytes, message, key, strictly)).toBe(true);
      expect(decodeSignature(encodeSignature(bytes))).toEqual(bytes);
      const other = Uint8Array.of(...message, 0);
      expect(ed25519.verify(bytes, other, key, strictly)).toBe(false);
    }
  });

  it('refuses the second spelling of S, which a lax reading of the curve lets pass', () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    for (const { key, message, signature: bytes } of vectors) {
      const s = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + order;
      const spelled = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse();
      const malleable = Uint8Array.of(...bytes.subarray(0, 32), ...spelled);
      expect(ed25519.verify(malleable, message, key, strictly)).toBe(false);
    }
  });
});

describe('a printed signature', () => {
  it('comes back byte for byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 64, maxLength: 64 }), (bytes) => {
        const text = encodeSignature(bytes);
        expect(text).toMatch(/^[0-3][0-9A-HJKMNP-TV-Z]{102}$/);
        expect(decodeSignature(text)).toEqual(bytes);
      }),
    );
  });

  it('is written in one way only: the bits above it are zero', () => {
    const highest = `3${'Z'.repeat(102)}`;
    expect(decodeSignature(highest)).toEqual(new Uint8Array(64).fill(255));
    for (const first of CROCKFORD_ALPHABET.slice(4)) {
      expect(decodeSignature(first + signature.slice(1))).toBeNull();
    }
  });

  it.each(['', signature.slice(1), `${signature}0`, signature.toLowerCase(), `U${signature.slice(1)}`])(
    'is not %j',
    (text) => expect(decodeSignature(text)).toBeNull(),
  );

  it('has 64 bytes', () => {
    expect(() => encodeSignature(new Uint8Array(63))).toThrow(RangeError);
  });
});

describe('signedStampUrl', () => {
  it('has 154 characters of QR alphanumeric mode with a host of 10', () => {
    const longest = signedStampUrl('https://tem.vn.com', stamp);
    expect(longest).toHaveLength(154);
    expect(longest).toMatch(/^[0-9A-Z:/.]+$/);
    expect(signedStampUrl('https://ocop.vn', { ...stamp, gtin14: null })).toBe(
      `HTTPS://OCOP.VN/${signature}/T/1QNHZV3M56`,
    );
  });

  it('refuses what is no stamp', () => {
    for (const wrong of [
      { ...stamp, serial: 'QNHZV3M5' },
      { ...stamp, serial: 'QNHZV3M5U' },
      { ...stamp, epoch: '' },
      { ...stamp, signature: signature.slice(1) },
      { ...stamp, signature: `G${signature.slice(1)}` },
      { ...stamp, gtin14: '09506000134353' },
    ]) {
      expect(() => signedStampUrl('https://ocop.vn', wrong)).toThrow(RangeError);
    }
    expect(() => signedStampUrl('https://ocop.vn/tem', stamp)).toThrow(RangeError);
  });
});

describe('verifySignedCode', () => {
  it('tells the key and its validity', () => {
    const { from, until, cutOff } = ours;
    expect(verifySignedCode([ours], stamp)).toEqual({ ok: true, kid: '1', from, until, cutOff });
  });

  it('says which way it failed', () => {
    expect(verifySignedCode([], stamp)).toEqual({ ok: false, reason: 'unknown-key' });
    expect(verifySignedCode([{ ...ours, kid: '2' }], stamp)).toEqual({
      ok: false,
      reason: 'unknown-key',
    });
    expect(verifySignedCode([ours], { ...stamp, gtin14: null })).toEqual({
      ok: false,
      reason: 'bad-signature',
    });
    expect(verifySignedCode([ours], { ...stamp, signature: `G${signature.slice(1)}` })).toEqual({
      ok: false,
      reason: 'malformed',
    });
  });

  it('refuses a key of small order, under which one signature would fit every stamp', () => {
    const identity = Uint8Array.of(1, ...new Uint8Array(31));
    const fitsAll = Uint8Array.of(...identity, ...new Uint8Array(32));
    const message = signedCodeMessage(subject);
    expect(ed25519.verify(fitsAll, message, identity, { zip215: true })).toBe(true);
    expect(
      verifySignedCode([{ ...ours, key: identity }], {
        ...stamp,
        signature: encodeSignature(fitsAll),
      }),
    ).toEqual({ ok: false, reason: 'bad-signature' });
  });

  it('refuses a key that is no point instead of failing', () => {
    const noPoint = { ...ours, key: new Uint8Array(32).fill(255) };
    expect(verifySignedCode([noPoint], stamp)).toEqual({ ok: false, reason: 'bad-signature' });
  });
});

describe('readJwks', () => {
  const x = Buffer.from(ours.key).toString('base64url');
  const jwk = { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid: '1', x };

  it('reads keys with and without their validity', () => {
    const dated = { ...jwk, kid: 'A', signing_from: ours.from, cut_off: '2027-01-01T00:00:00.000Z' };
    expect(readJwks({ keys: [dated, { kty: 'OKP', crv: 'Ed25519', kid: '1', x }] })).toEqual([
      { ...ours, kid: 'A', cutOff: '2027-01-01T00:00:00.000Z' },
      { ...ours, from: null },
    ]);
  });

  it.each([
    { kty: 'EC' },
    { crv: 'X25519' },
    { alg: 'ES256' },
    { use: 'enc' },
    { kid: undefined },
    { kid: '11' },
    { kid: 'o' },
    { x: undefined },
    { x: `${x}A` },
    { x: x.replace(/^./, '*') },
  ])('passes over a key with %j', (change) => {
    expect(readJwks({ keys: [{ ...jwk, ...change }, null, 'x', jwk] })).toHaveLength(1);
  });

  it.each([null, 'text', [], {}, { keys: {} }, { keys: null }])('finds no key in %j', (json) => {
    expect(readJwks(json)).toEqual([]);
  });
});
