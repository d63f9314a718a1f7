import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDER_CODE_LENGTH, orderCode, readOrderCode } from './order-code.ts';

const codes = fc
  .array(fc.nat(30), { minLength: 8, maxLength: 8 })
  .map((drawn) => orderCode(() => drawn.pop() ?? 0));

describe('orderCode', () => {
  it('is nine characters that are not taken for one another, and can be read back', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{9}$/);
        expect(code).toHaveLength(ORDER_CODE_LENGTH);
        expect(readOrderCode(` ${code.slice(0, 3)}-${code.slice(3)} `.toLowerCase())).toBe(code);
      }),
    );
  });

  it('follows from chance alone', () => {
    const drawn = new Set(
      Array.from({ length: 200 }, () => orderCode((below) => Math.floor(Math.random() * below))),
    );
    expect(drawn.size).toBe(200);
  });
});

describe('readOrderCode', () => {
  const code = orderCode((below) => below - 3);

  it('refuses one wrong character wherever it stands', () => {
    fc.assert(
      fc.property(
        codes,
        fc.nat(8),
        fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'),
        (right, at, other) => {
          fc.pre(right[at] !== other);
          expect(readOrderCode(right.slice(0, at) + other + right.slice(at + 1))).toBeNull();
        },
      ),
    );
  });

  it('refuses two characters that changed places', () => {
    fc.assert(
      fc.property(codes, fc.nat(7), fc.nat(7), (right, a, b) => {
        fc.pre(right[a] !== right[b]);
        const swapped = [...right];
        [swapped[a], swapped[b]] = [right.charAt(b), right.charAt(a)];
        expect(readOrderCode(swapped.join(''))).toBeNull();
      }),
    );
  });

  it('refuses what is no code', () => {
    for (const text of ['', '1', '12345678', `${code}2`, 'OOOOOOOOO', '1000'])
      expect(readOrderCode(text)).toBeNull();
  });
});
