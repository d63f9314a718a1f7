import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSyllable, INITIALS, RIMES } from './syllable.ts';
import { canonicaliseTelex, canonicaliseVni, foldVietnamese, slugify, toTelex, toVni } from './vietnamese.ts';

describe('foldVietnamese', () => {
  it.each([
    ['Nước mắm sá sùng', 'nuoc mam sa sung'],
    ['ĐẮK LẮK', 'dak lak'],
    ['Ý Yên, Mỹ Hào', 'y yen, my hao'],
    ['Quế Võ'.normalize('NFD'), 'que vo'],
    ['café', 'cafe'],
    ['', ''],
  ])('folds %s', (text, folded) => {
    expect(foldVietnamese(text)).toBe(folded);
  });

  it('leaves only ASCII of every Vietnamese letter', () => {
    const letters = 'aăâeêioôơuưyđ';
    for (const letter of letters) {
      for (const tone of ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323']) {
        for (const text of [letter + tone, (letter + tone).toUpperCase()]) {
          expect(foldVietnamese(text)).toMatch(/^[a-z]$/);
          expect(foldVietnamese(text.normalize('NFC'))).toBe(foldVietnamese(text.normalize('NFD')));
        }
      }
    }
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldVietnamese(foldVietnamese(text))).toBe(foldVietnamese(text));
      }),
    );
  });
});

describe('slugify', () => {
  it.each([
    ['Nước mắm Sá sùng (500 ml)', 'nuoc-mam-sa-sung-500-ml'],
    ['  — Trà “Đạp Thanh” — ', 'tra-dap-thanh'],
    ['3981/QĐ-UBND', '3981-qd-ubnd'],
    ['***', ''],
  ])('makes %s an address', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  it('is always a–z, 0–9 and single dashes inside', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(slugify(text)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        expect(slugify(slugify(text))).toBe(slugify(text));
      }),
    );
  });
});

describe('toTelex and toVni', () => {
  it.each([
    ['Nước mắm', 'nuwowcs mawms', 'nu7o7c1 ma8m1'],
    ['nước mắm'.normalize('NFD'), 'nuwowcs mawms', 'nu7o7c1 ma8m1'],
    ['Đạp Thanh', 'ddapj thanh', 'd9ap5 thanh'],
    ['rượu mơ', 'ruwowuj mow', 'ru7o7u5 mo7'],
    ['mỡ lợn', 'mowx lownj', 'mo74 lo7n5'],
    ['hoà', 'hoaf', 'hoa2'],
    ['hòa', 'hoaf', 'hoa2'],
    ['chả mực', 'char muwcj', 'cha3 mu7c5'],
    ['yến sào 100 g, OCOP', 'yeens saof 100 g, ocop', 'ye6n1 sao2 100 g, ocop'],
    ['', '', ''],
  ])('spell %s', (text, telex, vni) => {
    expect(toTelex(text)).toBe(telex);
    expect(toVni(text)).toBe(vni);
  });

  it('keep apart what folding makes one', () => {
    const words = ['mơ', 'mỡ', 'mờ', 'mở', 'mớ', 'mợ', 'mo', 'mô', 'mố', 'mồ', 'mổ'];
    expect(new Set(words.map(foldVietnamese)).size).toBe(1);
    expect(new Set(words.map(toTelex)).size).toBe(words.length);
    expect(new Set(words.map(toVni)).size).toBe(words.length);
  });
});

describe('what people type', () => {
  it.each([
    ['nuowcs', 'nước'],
    ['nuwowcs', 'nước'],
    ['nuocws', 'nước'],
    ['nuwocs', 'nước'],
    ['nwowcs', 'nước'],
    ['Nuwowsc', 'nước'],
    ['nuowsc mamws', 'nước mắm'],
    ['masmw', 'mắm'],
    ['tuowng baanf', 'tương bần'],
    ['ruouwj', 'rượu'],
    ['quaanr', 'quẩn'],
    ['quanr', 'quản'],
    ['quow', 'quơ'],
    ['thuowr', 'thuở'],
    ['muaw', 'mưa'],
    ['huuw', 'hưu'],
    ['hoacwj', 'hoặc'],
    ['vietje', 'việt'],
    ['dongodf', 'đồng'],
    ['ddoongf', 'đồng'],
    ['giengse', 'giếng'],
    ['gif', 'gì'],
    ['nguyenxe', 'nguyễn'],
    ['ddawks lawks', 'đắk lắk'],
    ['sas sungf', 'sá sùng'],
    ['hoaf', 'hòa'],
  ])('%s in Telex is %s', (typed, word) => {
    expect(canonicaliseTelex(typed)).toBe(toTelex(word));
  });

  it.each([
    ['nuo7c1', 'nước'],
    ['nu7o7c1', 'nước'],
    ['nuoc71 mam81', 'nước mắm'],
    ['nu71oc', 'nước'],
    ['dong962', 'đồng'],
    ['D9o62ng', 'đồng'],
    ['hoa5c8', 'hoặc'],
    ['gom61', 'gốm'],
  ])('%s in VNI is %s', (typed, word) => {
    expect(canonicaliseVni(typed)).toBe(toVni(word));
  });

  it('with the input method on is spelled too', () => {
    expect(canonicaliseTelex('Nước mawms')).toBe('nuwowcs mawms');
    expect(canonicaliseVni('Nước ma8m1')).toBe('nu7o7c1 ma8m1');
  });

  it.each(['silk', 'ocop', 'fish sauce', 'ceres', 'newstar', 'mass', 'nuoc mam', 'www', 'wifi', '500ml'])(
    'that is no keys stays: %s',
    (typed) => {
      expect(canonicaliseTelex(typed)).toBe(typed);
      expect(canonicaliseVni(typed)).toBe(typed);
    },
  );

  it.each(['2026', '250ml', '3981/qđ', 'v1 2 3'])('with numbers keeps them: %s', (typed) => {
    expect(canonicaliseVni(typed).replace(/\D/g, '')).toContain(typed.replace(/\D/g, ''));
  });
});

/** Every syllable the spelling allows, as VNI letters and tone. */
const syllables: { spelling: string; tone: number }[] = [];
for (const initial of INITIALS) {
  for (const rime of RIMES) {
    for (let tone = 0; tone <= 5; tone += 1) {
      if (isSyllable(initial + rime, tone)) syllables.push({ spelling: initial + rime, tone });
    }
  }
}

const TELEX_TONES = ['', 's', 'f', 'r', 'x', 'j'];
const TELEX_LETTERS: Record<string, string> = {
  a6: 'aa',
  a8: 'aw',
  e6: 'ee',
  o6: 'oo',
  o7: 'ow',
  u7: 'uw',
  d9: 'dd',
};
const telexOf = (spelling: string) => spelling.replace(/[a-z]\d/g, (l) => TELEX_LETTERS[l] ?? l);

/** 'oo' long and 'oeo', 'oao' are typed like a circumflex; canonical typing alone is kept for them. */
const isDoubled = (spelling: string) => /o(?:e|a)?o(?!\d)/.test(spelling);

describe('every syllable', () => {
  it('written canonically is canonical', () => {
    expect(syllables.length).toBeGreaterThan(15_000);
    const telex = syllables.map(({ spelling, tone }) => telexOf(spelling) + TELEX_TONES[tone]);
    const vni = syllables.map(({ spelling, tone }) => spelling + (tone || ''));
    expect(telex.filter((word) => canonicaliseTelex(word) !== word)).toEqual([]);
    expect(vni.filter((word) => canonicaliseVni(word) !== word)).toEqual([]);
  });

  it('typed with its keys anywhere after their letters comes to the canonical spelling', () => {
    const anySyllable = fc.constantFrom(...syllables.filter(({ spelling }) => !isDoubled(spelling)));
    fc.assert(
      fc.property(anySyllable, fc.infiniteStream(fc.nat({ max: 9 })), ({ spelling, tone }, dice) => {
        const roll = (sides: number) => (dice.next().value as number) % sides;
        const vni = scatter(spelling, tone ? String(tone) : '', roll, (l) => l.charAt(1));
        expect(`${vni} ${canonicaliseVni(vni)}`).toBe(`${vni} ${spelling}${tone || ''}`);
        const keys = (letter: string) => (TELEX_LETTERS[letter] as string).charAt(1);
        const telex = scatter(spelling, TELEX_TONES[tone] as string, roll, keys);
        expect(`${telex} ${canonicaliseTelex(telex)}`).toBe(
          `${telex} ${telexOf(spelling)}${TELEX_TONES[tone]}`,
        );
      }),
      { numRuns: 3000 },
    );
  });
});

/**
 * One way to type a syllable: each mark's key right after its letter or at the end of the word,
 * the pair ươ with one key or two, the tone anywhere after the rime's first vowel letter.
 */
function scatter(
  spelling: string,
  tone: string,
  roll: (sides: number) => number,
  keyOf: (letter: string) => string,
): string {
  const once = spelling.includes('u7o7') && roll(2) === 0;
  const letters = (once ? spelling.replace('u7o7', 'uo7') : spelling).match(/[a-z]\d?/g) ?? [];
  const late: string[] = [];
  const typed = letters.map((letter) => {
    if (letter.length === 1) return letter;
    if (roll(2) === 0) return letter.charAt(0) + keyOf(letter);
    late.push(keyOf(letter));
    return letter.charAt(0);
  });
  const vowel = letters.findLastIndex((letter) => /^[aeiouy]/.test(letter));
  const at = vowel + 1 + roll(typed.length - vowel);
  const toned = [...typed.slice(0, at), tone, ...typed.slice(at)];
  return toned.join('') + late.join('');
}
