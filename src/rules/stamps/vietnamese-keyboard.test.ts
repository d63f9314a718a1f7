import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byRange, issuedAmong } from './code-readings.ts';
import { buildStampCode } from './stamp-code.ts';
import { groupTyped, STAMP_CODE_LENGTH } from './stamp-url.ts';
import { typedOn } from './testing/vietnamese-keyboards.ts';
import type { KeyboardHabits } from './testing/vietnamese-keyboards.ts';
import { MOST_READINGS, readingsOfKeys, vietnameseLetters } from './vietnamese-keyboard.ts';

const keyring = {
  current: '1',
  epochs: { '1': { secret: new Uint8Array(32).fill(9), from: null, until: null, cutOff: null } },
};
const codeAt = (range: number, index: number) => buildStampCode(keyring, { range, index }, null);
const issued = (text: string) =>
  issuedAmong(keyring, byRange(keyring, readingsOfKeys(text, STAMP_CODE_LENGTH)), '');
const plain = (text: string) => text.toUpperCase().replace(/[\s-]/g, '');

const telex: KeyboardHabits = { method: 'telex', free: false, digitsEndWords: true };
const vni: KeyboardHabits = { method: 'vni', free: false, digitsEndWords: false };

describe('the keyboards of these tests', () => {
  it.each([
    [telex, 'W', 'Ư'],
    [telex, 'w', 'Ư'],
    [telex, 'WW', 'W'],
    [telex, 'EE', 'Ê'],
    [telex, 'AAS', 'Ấ'],
    [telex, 'DD', 'Đ'],
    [telex, 'ASS', 'AS'],
    [telex, 'ASF', 'À'],
    [telex, '1AS2', '1Á2'],
    [{ ...telex, free: true }, 'ABS', 'ÁB'],
    [vni, 'A1', 'Á'],
    [vni, 'A61', 'Ấ'],
    [vni, 'D9', 'Đ'],
    [vni, 'A11', 'A1'],
    [{ ...vni, free: true }, 'D59', 'Đ5'],
  ] as const)('%j make of %s %s, as people’s do', (habits, keys, out) => {
    expect(typedOn(habits, keys)).toBe(out);
  });
});

describe('a code typed on a Vietnamese keyboard', () => {
  it.each([
    ['1Ư345 6789A BCDEF GHJKM', '1W3456789ABCDEFGHJKM'],
    ['1ư3456789abcdefghjkm', '1W3456789ABCDEFGHJKM'],
    ['1Ê45678ABCDFGHJKMNP', '1EE45678ABCDFGHJKMNP'],
    ['1Đ456789ABCEFGHJKMN', '1DD456789ABCEFGHJKMN'],
    ['1Á456789BCEFGHJKMNP', '1AS456789BCEFGHJKMNP'],
    ['1Á456789BCEFGHJKMNP', '1A1456789BCEFGHJKMNP'],
    ['1Ế4567890CFGHJKMNP', '1EES4567890CFGHJKMNP'],
    ['1ÁB56789CEFGHJKMNPQ', '1ABS56789CEFGHJKMNPQ'],
    ['1ÔB56789CEFGHJKMNPQ', '100B56789CEFGHJKMNPQ'],
    ['1Í456789BCEFGHJKMNP', '11S456789BCEFGHJKMNP'],
    ['1AS456789BCEFGHJKMN', '1ASS456789BCEFGHJKMN'],
    ['1À456789BCEFGHJKMN', '1ASF456789BCEFGHJKMN'],
  ])('came out as %s and may have been %s', (text, code) => {
    expect(readingsOfKeys(text, 20)).toContain(code);
    expect(readingsOfKeys(text.normalize('NFD'), 20)).toEqual(readingsOfKeys(text, 20));
  });

  const everyHabit: KeyboardHabits[] = (['telex', 'vni'] as const).flatMap((method) =>
    [true, false].flatMap((free) =>
      [true, false].map((digitsEndWords) => ({ method, free, digitsEndWords })),
    ),
  );

  it('is told again by its own check, or nothing is: never another code', () => {
    const at = fc.record({ range: fc.nat(5_000), index: fc.nat(2 ** 24 - 1) });
    const manner = fc.record({
      habits: fc.constantFrom(...everyHabit),
      grouped: fc.boolean(),
      small: fc.boolean(),
    });
    fc.assert(
      fc.property(at, manner, ({ range, index }, { habits, grouped, small }) => {
        const code = codeAt(range, index);
        const keys = grouped ? groupTyped(code) : code;
        const out = typedOn(habits, small ? keys.toLowerCase() : keys);
        if (plain(out) === code) return;
        const read = issued(out);
        expect(read.filter((one) => one !== code)).toEqual([]);
        if (read.length === 0) {
          // Then the text itself shows that something is wrong with it.
          expect(vietnameseLetters(out).length > 0 || plain(out).length !== STAMP_CODE_LENGTH).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    [telex, 0.97],
    [{ ...telex, free: true }, 0.93],
    [vni, 0.97],
    [{ ...vni, free: true }, 0.93],
  ] as const)('in groups as printed is told again nearly always: %j', (habits, share) => {
    let told = 0;
    for (let n = 0; n < 300; n += 1) {
      const code = codeAt((n * 37) % 5_000, n * 7_919);
      const out = typedOn(habits, groupTyped(code));
      if (plain(out) === code || issued(out).includes(code)) told += 1;
    }
    expect(told / 300).toBeGreaterThanOrEqual(share);
  });

  it('that no Vietnamese keyboard touched has no other reading', () => {
    expect(readingsOfKeys('12345-6789B-CFGHJ-KMNPQ', 20)).toEqual([]);
    expect(vietnameseLetters('12345-6789B-CFGHJ-KMNPQ')).toEqual([]);
    expect(vietnameseLetters('1ư3Ế4'.normalize('NFD'))).toEqual(['Ư', 'Ế']);
  });

  it('costs little, whatever is typed', () => {
    const hostile = [
      'Ấ'.repeat(20),
      'Ế'.repeat(9),
      `1${'ẤB'.repeat(4)}BCFGHJK`,
      'Ư'.repeat(100_000),
      `A${'\u0301'.repeat(50)}`,
      'ASDWASDWASDWASDWAS',
      `${'Đ'.repeat(7)}BBB`,
    ];
    for (const text of hostile) {
      const start = process.threadCpuUsage();
      expect(readingsOfKeys(text, 20).length, text.slice(0, 30)).toBeLessThanOrEqual(MOST_READINGS);
      expect(process.threadCpuUsage(start).user / 1_000, text.slice(0, 30)).toBeLessThan(500);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(readingsOfKeys(text, 20).every((code) => code.length === 20)).toBe(true);
      }),
    );
  });
});
