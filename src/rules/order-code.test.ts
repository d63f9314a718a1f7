import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDER_CODE_LENGTH, orderCode, orderCodesIn, readOrderCode } from './order-code.ts';

const codes = fc
  .array(fc.nat(30), { minLength: 6, maxLength: 6 })
  .map((drawn) => orderCode(() => drawn.pop() ?? 0));

describe('orderCode', () => {
  it('is nine characters that are not taken for one another, and can be read back', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^MX[2-9A-HJKMNP-Z]{7}$/);
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

  it('reads a code of which all eight characters were drawn', () => {
    expect(readOrderCode('7kq2-9xwby')).toBe('7KQ29XWBY');
  });

  it('refuses what is no code', () => {
    for (const text of ['', '1', '12345678', `${code}2`, 'OOOOOOOOO', '1000'])
      expect(readOrderCode(text)).toBeNull();
  });
});

describe('orderCodesIn', () => {
  // As banks were seen to change what buyers wrote.
  const bank: ((code: string) => string)[] = [
    (code) => code,
    (code) => code.toLowerCase(),
    (code) => `MBVCB.3278907687.${code}.CT tu 0123 NGUYEN VAN A toi 0456`,
    (code) => `Thanh toán đơn ${code}-CHUYEN TIEN-OQCH000123`,
    (code) => `NGUYENTHIHOACHUYENTIEN${code}FT23`,
    (code) => `${code.slice(0, 4)} ${code.slice(4)}`,
    (code) => `MXMX${code}`,
  ];

  it('finds a code that a bank changed, joined and cut', () => {
    fc.assert(
      fc.property(codes, fc.constantFrom(...bank), (code, write) => {
        expect(orderCodesIn(write(code))).toContain(code);
      }),
    );
  });

  it('tells two codes of one note, and one that stands twice once', () => {
    const [one, other] = [orderCode((below) => below - 2), orderCode((below) => below - 5)];
    expect(orderCodesIn(`${one} va ${other}`)).toEqual([one, other]);
    expect(orderCodesIn(`${one} ${one}`)).toEqual([one]);
  });

  it('takes no code with a wrong or missing character', () => {
    const code = orderCode((below) => below - 3);
    for (const note of [
      '',
      'chuyen tien mua mat ong',
      code.slice(0, 8),
      `${code.slice(0, 7)}${code.slice(8)}`,
      'MX',
    ]) {
      expect(orderCodesIn(note)).toEqual([]);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (note) => {
        for (const found of orderCodesIn(note)) expect(readOrderCode(found)).toBe(found);
      }),
    );
  });
});
