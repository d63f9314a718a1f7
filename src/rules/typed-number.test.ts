import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecimal, readWholeNumber } from './typed-number.ts';

describe('a whole number', () => {
  it.each([
    ['1000', 1_000],
    ['1.000', 1_000],
    ['1,000', 1_000],
    ['1 000', 1_000],
    ['1\u00a0000', 1_000],
    ['1\u202f250\u202f000', 1_250_000],
    ["1'000", 1_000],
    ['295.000', 295_000],
    ['1.250.000', 1_250_000],
    ['1.000,00', 1_000],
    ['1,000.00', 1_000],
    [' 12 ', 12],
    ['１２', 12],
    ['007', 7],
    ['0', 0],
  ])('%j is %i', (typed, value) => {
    expect(readWholeNumber(typed)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['một', 'no-number'],
    ['1.000 gói', 'no-number'],
    ['295k', 'no-number'],
    ['1e3', 'no-number'],
    ['0x10', 'no-number'],
    ['12 34', 'no-number'],
    ['1.000.00', 'no-number'],
    ['1.000,0.0', 'no-number'],
    ['Infinity', 'no-number'],
    ['-5', 'too-small'],
    ['-1.000', 'too-small'],
    ['0,5', 'fraction'],
    ['1.000,5', 'fraction'],
  ])('%j is none: %s', (typed, fault) => {
    expect(readWholeNumber(typed)).toMatchObject({ ok: false, fault });
  });

  it.each([
    ['1.5', [1.5, 15]],
    ['1,5', [1.5, 15]],
    ['10.00', [10, 1_000]],
    ['1.0000', [1, 10_000]],
  ])('%j is asked about: %j', (typed, readings) => {
    expect(readWholeNumber(typed)).toEqual({ ok: false, fault: 'unclear', readings });
  });

  it('keeps to its bounds', () => {
    expect(readWholeNumber('0', { least: 1 })).toEqual({ ok: false, fault: 'too-small' });
    expect(readWholeNumber('1.001', { most: 1_000 })).toEqual({ ok: false, fault: 'too-large' });
    expect(readWholeNumber('9'.repeat(15))).toMatchObject({ ok: true });
    expect(readWholeNumber('9'.repeat(16))).toEqual({ ok: false, fault: 'no-number' });
  });

  it('reads every number as either language writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), fc.constantFrom('vi', 'en'), (n, lang) => {
        expect(readWholeNumber(new Intl.NumberFormat(lang).format(n))).toEqual({ ok: true, value: n });
      }),
    );
  });
});

describe('a number with a fraction', () => {
  it.each([
    ['12', 12],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['0,125', 0.125],
    ['1250,5', 1250.5],
    ['1.250,5', 1250.5],
    ['1,250.5', 1250.5],
    ['1.250.000', 1_250_000],
    ['1 250,75', 1250.75],
    ['1,2500', 1.25],
  ])('%j is %d in every language', (typed, value) => {
    for (const lang of ['vi', 'en', null] as const) {
      expect(readDecimal(typed, lang)).toEqual({ ok: true, value });
    }
  });

  it.each([
    ['1.250', 'vi', 1_250],
    ['1,250', 'en', 1_250],
  ] as const)('%j groups thousands in %s', (typed, lang, value) => {
    expect(readDecimal(typed, lang)).toEqual({ ok: true, value });
  });

  it.each([
    ['1,250', 'vi'],
    ['1.250', 'en'],
    ['1.250', null],
    ['1,250', null],
  ] as const)('%j is asked about where the language is %s', (typed, lang) => {
    expect(readDecimal(typed, lang)).toEqual({ ok: false, fault: 'unclear', readings: [1.25, 1_250] });
  });

  it.each(['', '-3', 'mười', '12kg', '1.2.3', 'NaN', '1..2'])('%j is none', (typed) => {
    expect(readDecimal(typed, 'vi').ok).toBe(false);
  });

  it('never throws, and never reads anything but a number of nought or more', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const one of [readDecimal(text, 'vi'), readWholeNumber(text)]) {
          if (one.ok) expect(one.value).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
