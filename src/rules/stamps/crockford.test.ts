import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CROCKFORD_ALPHABET, decodeCrockford, encodeCrockford, normaliseTyped } from './crockford.ts';

describe('the alphabet', () => {
  it('has 32 characters, none that is confused', () => {
    expect(new Set(CROCKFORD_ALPHABET).size).toBe(32);
    expect(CROCKFORD_ALPHABET).not.toMatch(/[ILOU]/);
  });
});

describe('encoding', () => {
  it('writes most significant first, zeros in front', () => {
    expect(encodeCrockford(0n, 4)).toBe('0000');
    expect(encodeCrockford(31n, 2)).toBe('0Z');
    expect(encodeCrockford(32n, 2)).toBe('10');
    expect(encodeCrockford(2n ** 45n - 1n, 9)).toBe('ZZZZZZZZZ');
    expect(encodeCrockford(0n, 0)).toBe('');
  });

  it('refuses what does not fit', () => {
    expect(() => encodeCrockford(-1n, 4)).toThrow(RangeError);
    expect(() => encodeCrockford(32n, 1)).toThrow(RangeError);
    expect(() => encodeCrockford(2n ** 45n, 9)).toThrow(RangeError);
  });

  it('comes back as the same number and keeps order', () => {
    const value = fc.bigInt({ min: 0n, max: 2n ** 100n - 1n });
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(decodeCrockford(encodeCrockford(a, 20))).toBe(a);
        expect(encodeCrockford(a, 20) < encodeCrockford(b, 20)).toBe(a < b);
      }),
    );
  });

  it('comes back as the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...CROCKFORD_ALPHABET), minLength: 1 }), (t) => {
        expect(encodeCrockford(decodeCrockford(t) as bigint, t.length)).toBe(t);
      }),
    );
  });
});

describe('reading what was typed', () => {
  it('forgives case, look-alikes, spaces, dashes and hidden characters', () => {
    expect(normaliseTyped(' oil-OIL_ '.replace('_', ''))).toBe('011011');
    expect(normaliseTyped('ab1\u00a0cd–ef\u2014g\u200bh\ufeff')).toBe('AB1CDEFGH');
    expect(normaliseTyped('１２ａｂ')).toBe('12AB');
    expect(decodeCrockford('z-Z z')).toBe(32767n);
  });

  it('is the same typed again', () => {
    const key = fc.constantFrom(...CROCKFORD_ALPHABET, ...'oOiIlLuUabz', ...' -–\u00a0\u200bｚ９*é');
    fc.assert(
      fc.property(fc.string({ unit: key }), (text) => {
        expect(normaliseTyped(normaliseTyped(text))).toBe(normaliseTyped(text));
      }),
    );
  });

  it.each(['', ' - ', 'U', '12U4', 'AB*', 'é', '1.2'])('finds no number in %j', (text) => {
    expect(decodeCrockford(text)).toBeNull();
  });
});
