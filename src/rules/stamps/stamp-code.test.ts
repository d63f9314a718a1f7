import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CROCKFORD_ALPHABET, encodeCrockford } from './crockford.ts';
import { buildStampCode, stampPosition, stampSerial, verifyStampCode } from './stamp-code.ts';
import type { StampPosition } from './stamp-position.ts';
import type { StampKey, StampKeyring } from './stamp-keys.ts';
import { groupTyped } from './stamp-url.ts';

/** Test keys, from words. */
const keyFrom = (word: string) => new Uint8Array(createHash('sha256').update(word).digest());
const key = keyFrom('first epoch');
const epochOf = (secret: Uint8Array): StampKey => ({ secret, from: null, until: null, cutOff: null });
const keyring: StampKeyring = {
  current: '2',
  epochs: { '1': epochOf(key), '2': epochOf(keyFrom('second epoch')) },
};

const GTIN = '09506000134352';
const OTHER_GTIN = '09506000134369';

const anyPosition: fc.Arbitrary<StampPosition> = fc.record({
  range: fc.integer({ min: 0, max: 2 ** 21 - 1 }),
  index: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
});
const anyGtin = fc.constantFrom(GTIN, OTHER_GTIN, null);
const anySerial = fc.bigInt({ min: 0n, max: 2n ** 45n - 1n }).map((value) => encodeCrockford(value, 9));

const corners: StampPosition[] = [0, 1, 2 ** 21 - 1].flatMap((range) =>
  [0, 1, 2 ** 23, 2 ** 24 - 1].map((index) => ({ range, index })),
);

describe('the serial', () => {
  it('comes back to its position, at the corners and anywhere', () => {
    for (const corner of corners) {
      expect(stampPosition(key, stampSerial(key, corner))).toEqual(corner);
    }
    fc.assert(
      fc.property(anyPosition, (position) => {
        expect(stampPosition(key, stampSerial(key, position))).toEqual(position);
      }),
      { numRuns: 500 },
    );
  });

  it('of any 9 characters is some position, and only that one', () => {
    for (const serial of ['000000000', '000000001', 'G00000000', 'ZZZZZZZZY', 'ZZZZZZZZZ']) {
      expect(stampSerial(key, stampPosition(key, serial))).toBe(serial);
    }
    fc.assert(
      fc.property(anySerial, (serial) => {
        expect(stampSerial(key, stampPosition(key, serial))).toBe(serial);
      }),
      { numRuns: 500 },
    );
  });

  it('is one to one under any key, not just under ours', () => {
    const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(anyKey, anyPosition, anySerial, (anyOne, position, serial) => {
        expect(stampPosition(anyOne, stampSerial(anyOne, position))).toEqual(position);
        expect(stampSerial(anyOne, stampPosition(anyOne, serial))).toBe(serial);
      }),
      { numRuns: 200 },
    );
  });

  it('is never given twice in a lot, nor across neighbouring ranges', () => {
    const serials = new Set<string>();
    for (const range of [7, 8]) {
      for (let index = 0; index < 5000; index += 1) serials.add(stampSerial(key, { range, index }));
    }
    expect(serials.size).toBe(10_000);
  });

  it('hides the order: neighbours share no more than chance, under other keys nothing', () => {
    const bits = (serial: string) => BigInt(`0x${serialHex(serial)}`);
    let differing = 0;
    const pairs = 400;
    for (let index = 0; index < pairs; index += 1) {
      const mask =
        bits(stampSerial(key, { range: 3, index })) ^ bits(stampSerial(key, { range: 3, index: index + 1 }));
      differing += mask.toString(2).replaceAll('0', '').length;
    }
    // Half of 45 bits on average; eight standard deviations of 400 pairs are 1.34.
    expect(Math.abs(differing / pairs - 22.5)).toBeLessThan(1.34);
    expect(stampSerial(keyFrom('other'), { range: 3, index: 1 })).not.toBe(
      stampSerial(key, { range: 3, index: 1 }),
    );
  });

  it('refuses positions and serials that are none', () => {
    for (const [range, index] of [
      [-1, 0],
      [2 ** 21, 0],
      [0, -1],
      [0, 2 ** 24],
      [0.5, 0],
      [0, NaN],
    ]) {
      expect(() => stampSerial(key, { range: range as number, index: index as number })).toThrow(RangeError);
    }
    expect(() => stampPosition(key, '12345678')).toThrow(RangeError);
    expect(() => stampPosition(key, '12345678U')).toThrow(RangeError);
    expect(() => stampSerial(new Uint8Array(16), { range: 0, index: 0 })).toThrow(RangeError);
  });
});

function serialHex(serial: string): string {
  let value = 0n;
  for (const c of serial) value = value * 32n + BigInt(CROCKFORD_ALPHABET.indexOf(c));
  return value.toString(16);
}

describe('a code', () => {
  it('has 20 characters of the alphabet, the epoch first', () => {
    fc.assert(
      fc.property(anyPosition, anyGtin, (position, gtin) => {
        expect(buildStampCode(keyring, position, gtin)).toMatch(/^2[0-9A-HJKMNP-TV-Z]{19}$/);
      }),
    );
  });

  it('verifies to its position', () => {
    fc.assert(
      fc.property(anyPosition, anyGtin, (position, gtin) => {
        const code = buildStampCode(keyring, position, gtin);
        expect(verifyStampCode(keyring, code, gtin)).toEqual({
          ok: true,
          epoch: '2',
          position,
          code,
        });
      }),
      { numRuns: 500 },
    );
  });

  it('stays the same for ever: printed stamps outlive releases', () => {
    const first = { current: '1', epochs: { '1': epochOf(key) } };
    expect([
      buildStampCode(first, { range: 0, index: 0 }, null),
      buildStampCode(first, { range: 12, index: 345 }, GTIN),
    ]).toMatchInlineSnapshot(`
      [
        "164QZPW950WYWTJ0V4R6",
        "1QR8TMD87RXPKQX5QC5A",
      ]
    `);
  });

  it('of an older epoch still verifies after the current one moved on', () => {
    const code = buildStampCode({ ...keyring, current: '1' }, { range: 5, index: 6 }, GTIN);
    expect(verifyStampCode(keyring, code, GTIN)).toMatchObject({ ok: true, epoch: '1' });
    const withoutIt = { current: '2', epochs: { '2': keyring.epochs['2'] as StampKey } };
    expect(verifyStampCode(withoutIt, code, GTIN)).toEqual({ ok: false, reason: 'not-issued' });
  });

  it('is bound to its GTIN, in any of its lengths', () => {
    const position = { range: 9, index: 99 };
    const code = buildStampCode(keyring, position, GTIN);
    expect(buildStampCode(keyring, position, GTIN.slice(1))).toBe(code);
    expect(verifyStampCode(keyring, code, GTIN.slice(1)).ok).toBe(true);
    for (const wrong of [OTHER_GTIN, null]) {
      expect(verifyStampCode(keyring, code, wrong)).toEqual({ ok: false, reason: 'not-issued' });
    }
    const bare = buildStampCode(keyring, position, null);
    expect(verifyStampCode(keyring, bare, GTIN)).toEqual({ ok: false, reason: 'not-issued' });
    expect(verifyStampCode(keyring, code, '123')).toEqual({ ok: false, reason: 'malformed' });
    expect(() => buildStampCode(keyring, position, '9506000134353')).toThrow(RangeError);
  });

  it('refuses a keyring without its epoch', () => {
    const at = { range: 0, index: 0 };
    for (const current of ['3', '', '12', 'a', 'U', 'toString', 'O']) {
      expect(() => buildStampCode({ ...keyring, current }, at, null)).toThrow(RangeError);
    }
    expect(() => buildStampCode({ current: 'a', epochs: { a: epochOf(key) } }, at, null)).toThrow(RangeError);
    expect(() =>
      buildStampCode({ current: '1', epochs: { '1': epochOf(new Uint8Array(31)) } }, at, null),
    ).toThrow(RangeError);
  });
});

describe('forgery', () => {
  it('by one character is refused at every place with every character', () => {
    for (const [gtin, position] of [
      [GTIN, { range: 1, index: 2 }],
      [null, { range: 2 ** 21 - 1, index: 2 ** 24 - 1 }],
    ] as const) {
      const code = buildStampCode(keyring, position, gtin);
      for (let at = 0; at < code.length; at += 1) {
        for (const character of CROCKFORD_ALPHABET.replace(code.charAt(at), '')) {
          const mutant = code.slice(0, at) + character + code.slice(at + 1);
          expect(verifyStampCode(keyring, mutant, gtin)).toEqual({
            ok: false,
            reason: 'not-issued',
          });
        }
      }
    }
  });

  it('by swapping neighbours is refused', () => {
    fc.assert(
      fc.property(anyPosition, fc.nat({ max: 18 }), (position, at) => {
        const code = buildStampCode(keyring, position, GTIN);
        const [a, b] = [code.charAt(at), code.charAt(at + 1)];
        fc.pre(a !== b);
        const swapped = code.slice(0, at) + b + a + code.slice(at + 2);
        expect(verifyStampCode(keyring, swapped, GTIN).ok).toBe(false);
      }),
    );
  });

  it('by grafting a tag onto another serial is refused', () => {
    fc.assert(
      fc.property(anyPosition, anyPosition, (a, b) => {
        fc.pre(a.range !== b.range || a.index !== b.index);
        const [one, two] = [buildStampCode(keyring, a, GTIN), buildStampCode(keyring, b, GTIN)];
        expect(verifyStampCode(keyring, one.slice(0, 10) + two.slice(10), GTIN).ok).toBe(false);
      }),
    );
  });
});

describe('what a person types', () => {
  it('is forgiven case, look-alikes, spaces and dashes', () => {
    const dress = (code: string, seed: number) =>
      [...code]
        .map((character, at) => {
          const mood = (seed >> (at % 20)) & 3;
          const likes = { '0': 'oO0o', '1': 'iIlL' }[character];
          const typed = likes ? likes.charAt(mood) : mood % 2 ? character.toLowerCase() : character;
          return at % 5 === 4 && mood > 1 ? `${typed}${mood === 3 ? ' - ' : '\u00a0'}` : typed;
        })
        .join('');
    fc.assert(
      fc.property(anyPosition, fc.nat(), (position, seed) => {
        const code = buildStampCode(keyring, position, null);
        expect(verifyStampCode(keyring, dress(code, seed), null)).toMatchObject({
          ok: true,
          position,
          code,
        });
        expect(verifyStampCode(keyring, groupTyped(code), null)).toMatchObject({ ok: true, code });
      }),
    );
  });

  it.each(['', '2', 'x'.repeat(19), '2'.repeat(21), `2${'U'.repeat(19)}`, `2${'*'.repeat(19)}`])(
    'is malformed: %j',
    (typed) => {
      expect(verifyStampCode(keyring, typed, null)).toEqual({ ok: false, reason: 'malformed' });
    },
  );

  it('never makes verifying fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.option(fc.string()), (text, gtin) => {
        expect(verifyStampCode(keyring, text, gtin).ok).toBe(false);
      }),
    );
  });
});
