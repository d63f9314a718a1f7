import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../date.ts';
import { decisionKey, parseDecisionNumber } from './decision.ts';
import type { DecisionIdentity } from './decision.ts';

const lamDong: DecisionIdentity = {
  issuer: 'UBND tỉnh Lâm Đồng',
  number: '3981/QĐ-UBND',
  date: '2026-08-05',
};

const issuers = [
  'UBND tỉnh Lâm Đồng',
  'UBND tỉnh Bắc Ninh',
  'UBND tỉnh Ninh Bình',
  'UBND huyện Yên Mô',
  'Bộ Nông nghiệp và Môi trường',
];
const anyDate = fc.oneof(
  fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2018-01-01', n)),
  fc.integer({ min: 2018, max: 2030 }).map(String),
);
const anyIdentity: fc.Arbitrary<DecisionIdentity> = fc.record({
  issuer: fc.constantFrom(...issuers),
  number: fc
    .tuple(
      fc.integer({ min: 1, max: 99_999 }),
      fc.option(fc.integer({ min: 2018, max: 2030 })),
      fc.constantFrom('QĐ-UBND', 'QĐ-BNN', 'QĐ-BNNMT', 'QĐ-CT', 'QĐ-BNN-VPĐP'),
    )
    .map(([serial, year, suffix]) => [serial, year, suffix].filter((p) => p !== null).join('/')),
  date: anyDate,
});

describe('decisionKey', () => {
  it('is issuer, number and date', () => {
    expect(decisionKey(lamDong)).toBe('ubnd-tinh-lam-dong.3981-qd-ubnd.2026-08-05');
    expect(decisionKey({ ...lamDong, date: '2026' })).toBe('ubnd-tinh-lam-dong.3981-qd-ubnd.2026');
    expect(decisionKey({ ...lamDong, issuer: 'ubnd-tinh-lam-dong' })).toBe(decisionKey(lamDong));
  });

  it('keeps apart one number of two issuers and of two years', () => {
    const keys = [
      decisionKey(lamDong),
      decisionKey({ ...lamDong, issuer: 'UBND tỉnh Bắc Ninh' }),
      decisionKey({ ...lamDong, date: '2025-08-05' }),
      decisionKey({ ...lamDong, number: '398/QĐ-UBND' }),
      decisionKey({ ...lamDong, number: '3981/QĐ-CT' }),
      decisionKey({ ...lamDong, number: '3981/2026/QĐ-UBND' }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is one key for one decision however it is typed', () => {
    for (const number of ['3981/qđ-ubnd', '3981 / QĐ - UBND', 'Số: 3981/QĐ-UBND', '03981/QD-UBND']) {
      expect(decisionKey({ ...lamDong, number })).toBe(decisionKey(lamDong));
    }
    expect(decisionKey({ ...lamDong, issuer: ' UBND  TỈNH LÂM ĐỒNG ' })).toBe(decisionKey(lamDong));
    expect(decisionKey({ ...lamDong, issuer: lamDong.issuer.normalize('NFD') })).toBe(decisionKey(lamDong));
  });

  it('is injective', () => {
    fc.assert(
      fc.property(anyIdentity, anyIdentity, (a, b) => {
        const same = a.issuer === b.issuer && a.number === b.number && a.date === b.date;
        expect(decisionKey(a) === decisionKey(b)).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  it('is injective over neighbours, where a joined text would collide', () => {
    const keys = new Set<string>();
    let count = 0;
    for (const issuer of issuers) {
      for (const serial of [1, 11, 111, 2, 12, 1202, 2023]) {
        for (const middle of ['', '/2023', '/2024']) {
          for (const date of ['2023', '2024', '2023-01-01', '2023-01-11', '2023-11-01']) {
            keys.add(decisionKey({ issuer, number: `${serial}${middle}/QĐ-UBND`, date }));
            count += 1;
          }
        }
      }
    }
    expect(keys.size).toBe(count);
  });

  it('fits a file name and an address', () => {
    fc.assert(
      fc.property(anyIdentity, (identity) => {
        expect(decisionKey(identity)).toMatch(/^[a-z0-9-]+\.[a-z0-9-]+\.\d{4}(-\d{2}-\d{2})?$/);
      }),
    );
  });

  it('refuses what names no decision', () => {
    expect(() => decisionKey({ ...lamDong, issuer: ' – ' })).toThrow(RangeError);
    expect(() => decisionKey({ ...lamDong, number: '' })).toThrow(RangeError);
    expect(() => decisionKey({ ...lamDong, date: '2026-02-30' })).toThrow(RangeError);
    expect(() => decisionKey({ ...lamDong, date: '5/8/2026' })).toThrow(RangeError);
    expect(() => decisionKey({ ...lamDong, date: '26' })).toThrow(RangeError);
  });
});

describe('parseDecisionNumber', () => {
  it.each([
    ['3981/QĐ-UBND', { ok: true, serial: 3981, year: null, suffix: 'QĐ-UBND' }],
    ['26/2026/QĐ-TTg', { ok: true, serial: 26, year: 2026, suffix: 'QĐ-TTg' }],
    ['Số: 05 / QĐ - UBND', { ok: true, serial: 5, year: null, suffix: 'QĐ-UBND' }],
    ['1090/QĐ–UBND', { ok: true, serial: 1090, year: null, suffix: 'QĐ-UBND' }],
    ['4889/QĐ-BNN-VPĐP', { ok: true, serial: 4889, year: null, suffix: 'QĐ-BNN-VPĐP' }],
  ])('reads %s', (text, expected) => {
    expect(parseDecisionNumber(text)).toEqual(expected);
  });

  it.each(['', '3981', 'QĐ-UBND', '0/QĐ-UBND', '3981/', '3981/QĐ-UBND ngày 5/8/2026', '/QĐ-UBND'])(
    'refuses %j',
    (text) => {
      expect(parseDecisionNumber(text)).toEqual({ ok: false });
    },
  );

  it('reads back every number it is made of', () => {
    fc.assert(
      fc.property(anyIdentity, ({ number }) => {
        const read = parseDecisionNumber(number);
        expect(read.ok).toBe(true);
        if (!read.ok) return;
        const parts = [read.serial, read.year, read.suffix].filter((part) => part !== null);
        expect(parts.join('/')).toBe(number);
      }),
    );
  });
});
