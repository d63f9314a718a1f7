import { describe, expect, test } from 'vitest';
import { plan } from './testing/orders.ts';
import { setCode, setText } from './typeface.ts';
import { wrapName, wrapWhole } from './wrap.ts';

const LONG = 'Trà shan tuyết cổ thụ Hoàng Su Phì thượng hạng hộp quà 200 g';
const lines = (text: object, layout: 'a4-65' | 'a4-24' | 'roll-20x30' = 'a4-65') =>
  plan({ layout }, text).labelText.lines.map(({ set }) => set.text);

describe('a label', () => {
  test('says name, lot, use-by and domain', () => {
    expect(lines({})).toEqual([
      'Chả mực giã',
      'tay Hạ Long',
      'Lô MAU-CM-261005',
      'HSD 05/10/2026',
      'tem.example.vn',
    ]);
  });

  test('says only what there is', () => {
    expect(lines({ lot: null, useBy: null })).toEqual(['Chả mực giã', 'tay Hạ Long', 'tem.example.vn']);
  });

  test('of made-up goods says so first', () => {
    expect(lines({ sample: true })[0]).toBe('TEM MẪU');
  });

  test('shortens a long name by words on two lines and tells so', () => {
    const { labelText } = plan({ layout: 'a4-65' }, { product: LONG });
    const name = labelText.lines
      .slice(0, 2)
      .map(({ set }) => set.text)
      .join(' ');
    expect(name).toMatch(/ …$/);
    expect(LONG.startsWith(`${name.slice(0, -2)} `)).toBe(true);
    expect(labelText.shortened).toEqual(['product']);
  });

  test('takes a third line for it where the label is large', () => {
    expect(lines({ product: LONG }, 'a4-24').slice(0, 3).join(' ')).toBe(LONG);
    expect(plan({ layout: 'a4-24' }, { product: LONG }).labelText.shortened).toEqual([]);
  });

  test('leaves the domain off, not the lot, where there is least room', () => {
    const { labelText } = plan({ layout: 'roll-20x30' }, { sample: true });
    expect(labelText.shortened).toContain('site');
    expect(labelText.lines.map(({ set }) => set.text)).toContain('Lô MAU-CM-261005');
  });

  test('has the code in two lines of two groups, that of a signed stamp in one', () => {
    const groups = (look: object) =>
      plan({ layout: 'a4-24' }, {}, look).labelText.code.map(({ from, to }) => [from, to]);
    expect(groups({})).toEqual([
      [0, 2],
      [2, 4],
    ]);
    expect(groups({ form: 'signed' })).toEqual([[0, 2]]);
  });
});

describe('breaking lines', () => {
  const em = (text: string) => setText(text, 'bold').width + 0.01;

  test('keeps a name that fits, evenly on its lines', () => {
    expect(wrapName('Gạo nếp', 'bold', em('Gạo nếp'), 2, true)).toEqual(['Gạo nếp']);
    expect(wrapName('một hai ba bốn', 'bold', em('một hai ba'), 2, true)).toEqual(['một hai', 'ba bốn']);
  });

  test('cuts a single word that is too wide', () => {
    expect(wrapName('Nghiêngnghiêng', 'bold', em('Nghiêng…'), 2, true)).toEqual(['Nghiêng…']);
    expect(wrapName('Nghiêngnghiêng', 'bold', em('Nghiêng…'), 2, false)).toBeNull();
  });

  test('breaks a lot after its dashes and loses no letter', () => {
    expect(wrapWhole('MAU-GHS-261005', 'bold', em('MAU-GHS-'), 2)).toEqual(['MAU-GHS-', '261005']);
    expect(wrapWhole('ABCDEFGH', 'bold', em('ABCDE'), 2)?.join('')).toBe('ABCDEFGH');
    expect(wrapWhole('ABCDEFGHIJ', 'bold', em('ABC'), 2)).toBeNull();
  });
});

describe('setting type', () => {
  test('takes every letter of Vietnamese from the typeface', () => {
    const alphabet = 'aăâbcdđeêghiklmnoôơpqrstuưvxy';
    const toned = [...'aăâeêioôơuưy'].flatMap((vowel) =>
      ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
    );
    const all = [...alphabet, ...toned, ...alphabet.toUpperCase()].join('');
    for (const weight of ['medium', 'bold'] as const) {
      const glyphs = setText(all, weight).runs.flatMap((run) => run.glyphs);
      expect(glyphs.map(({ glyph }) => String.fromCodePoint(...glyph.codePoints)).join('')).toBe(all);
      expect(glyphs.every(({ glyph }) => glyph.id !== 0)).toBe(true);
    }
  });

  test('writes a question mark for a letter the typeface lacks', () => {
    const glyphs = setText('Trà 茶', 'medium').runs.flatMap((run) => run.glyphs);
    expect(glyphs.map(({ glyph }) => String.fromCodePoint(...glyph.codePoints)).join('')).toBe('Trà ?');
  });

  test('measures tone marks above capitals', () => {
    expect(setText('Ẩ', 'bold').inkAbove).toBeGreaterThan(setText('A', 'bold').inkAbove + 0.2);
    expect(setText('ạ', 'bold').inkBelow).toBeGreaterThan(0.2);
  });

  test('sets a code as wide as its characters, wherever they stand', () => {
    expect(setCode('AVAVA 00000').width).toBeCloseTo(setCode('00000 AVAVA').width, 9);
  });
});
