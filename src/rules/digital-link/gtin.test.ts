import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gs1CheckDigit, hasCheckDigit, isExampleGtin, isGln, isGtin, isSscc, toGtin14 } from './gtin.ts';

/** Every key of GS1 that ends in this check digit, by its length. */
const KEYS: readonly [name: string, length: number, test: (text: string) => boolean][] = [
  ['GTIN-8', 8, isGtin],
  ['GTIN-12', 12, isGtin],
  ['GTIN-13', 13, isGtin],
  ['GTIN-14', 14, isGtin],
  ['GLN', 13, isGln],
  ['SSCC', 18, isSscc],
  ['GSIN', 17, hasCheckDigit],
  ['GSRN', 18, hasCheckDigit],
  ['GDTI, GCN, GRAI without serial', 13, hasCheckDigit],
];

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

function withCheckDigit(body: string): string {
  return body + String(gs1CheckDigit(body));
}

describe.each(KEYS)('%s', (_name, length, test) => {
  it('is known by its check digit alone', () => {
    fc.assert(
      fc.property(digits(length - 1), (body) => {
        const right = Array.from({ length: 10 }, (_, n) => body + n).filter(test);
        expect(right).toEqual([withCheckDigit(body)]);
      }),
    );
  });

  it('with any one digit changed is refused', () => {
    fc.assert(
      fc.property(digits(length - 1), (body) => {
        const key = withCheckDigit(body);
        for (let at = 0; at < key.length; at += 1) {
          for (let by = 1; by <= 9; by += 1) {
            const changed = String((Number(key[at]) + by) % 10);
            expect(test(key.slice(0, at) + changed + key.slice(at + 1))).toBe(false);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('of another length or with other characters is refused', () => {
    const key = withCheckDigit('1'.repeat(length - 1));
    const wrong = ['', ` ${key}`, `${key}\n`, key.replace('1', 'A'), key.replace('1', '１'), '-1'];
    expect(wrong.filter(test)).toEqual([]);
  });
});

describe('the check digit', () => {
  it.each([
    ['629104150021', 3],
    ['950600013435', 2],
    ['9506000', 2],
    ['00614141123456789', 0],
    ['0', 0],
  ])('of %s is %d', (body, digit) => {
    expect(gs1CheckDigit(body)).toBe(digit);
  });

  it.each(['', '12a', ' 1', '-5'])('is refused for %j', (body) => {
    expect(() => gs1CheckDigit(body)).toThrow(RangeError);
  });
});

describe('GTIN lengths', () => {
  it.each([1, 7, 9, 10, 11, 15, 18])('refuses %d digits', (length) => {
    expect(isGtin(withCheckDigit('0'.repeat(length - 1) || '0').slice(0, length))).toBe(false);
  });

  it('pads to 14, which stays a GTIN', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(8, 12, 13, 14).chain((n) => digits(n - 1)),
        (body) => {
          const gtin14 = toGtin14(withCheckDigit(body));
          expect(gtin14).toHaveLength(14);
          expect(isGtin(gtin14)).toBe(true);
          expect(toGtin14(gtin14)).toBe(gtin14);
        },
      ),
    );
    expect(() => toGtin14('9506000134353')).toThrow(RangeError);
  });

  it('knows the prefix for examples in every length', () => {
    expect(isExampleGtin('9506000134352')).toBe(true);
    expect(isExampleGtin('09506000134352')).toBe(true);
    expect(isExampleGtin(withCheckDigit('1950600013435'))).toBe(true);
    expect(isExampleGtin('9506000134353')).toBe(false);
    expect(isExampleGtin(withCheckDigit('893600013435'))).toBe(false);
    expect(isExampleGtin(withCheckDigit('0095060001343'))).toBe(false);
    expect(isExampleGtin(withCheckDigit('9506000'))).toBe(false);
  });
});

interface Vector {
  kind: string;
  ok: boolean;
  a: string | null;
  b: string | null;
  flags: number;
}

describe("against GS1's own cases", () => {
  const file = new URL('../../../../shared/data/gs1_vectors.json', import.meta.url);
  const missing = !existsSync(file);
  const vectors = missing ? [] : (JSON.parse(readFileSync(file, 'utf8')) as Vector[]);

  /** AI → test of its value, for the identifiers whose whole value is such a key. */
  const byAi: Record<string, (text: string) => boolean> = {
    '00': isSscc,
    '01': (text) => text.length === 14 && isGtin(text),
    '02': (text) => text.length === 14 && isGtin(text),
    '8017': (text) => text.length === 18 && hasCheckDigit(text),
    '8018': (text) => text.length === 18 && hasCheckDigit(text),
  };
  const keysIn = (text: string) =>
    [...text.matchAll(/\((\d+)\)([^(]*)/g)]
      .map(([, ai = '', value = '']) => [ai, value] as const)
      .filter(([ai]) => ai in byAi);

  it.skipIf(missing)(missing ? 'skipped: no ../shared' : 'takes every key in a valid case', () => {
    const keys = vectors
      .filter(({ ok, flags }) => ok && flags === 0)
      .flatMap(({ a, b }) => [...keysIn(a ?? ''), ...keysIn(b ?? '')]);
    expect(keys.length).toBeGreaterThan(20);
    for (const [ai, value] of keys) expect(`${ai} ${value} ${byAi[ai]?.(value)}`).toMatch(/true$/);
  });

  it.skipIf(missing)(missing ? 'skipped: no ../shared' : 'takes every key in a valid address', () => {
    const keys = vectors
      .filter(({ kind, ok, flags }) => kind === 'parseDLuri' && ok && flags === 0)
      .flatMap(({ b }) => [...(b ?? '').matchAll(/^\^(00|01)(\d{18}|\d{14})/g)])
      .map(([, ai = '', value = '']) => [ai, ai === '01' ? value.slice(0, 14) : value] as const);
    expect(keys.length).toBeGreaterThan(20);
    for (const [ai, value] of keys) expect(`${ai} ${value} ${byAi[ai]?.(value)}`).toMatch(/true$/);
  });

  it.skipIf(missing)(missing ? 'skipped: no ../shared' : 'refuses the keys its linters refuse', () => {
    const refused = ['(00)A23456789012345675', '(00)123456789012345670'];
    expect(vectors.filter(({ a, ok }) => !ok && refused.includes(a ?? ''))).toHaveLength(2);
    for (const [, value] of refused.flatMap(keysIn)) expect(isSscc(value)).toBe(false);
  });
});
