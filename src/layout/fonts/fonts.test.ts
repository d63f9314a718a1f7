import { create, type Font } from 'fontkit';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subsetFonts, wholeFont, type FontVariant } from './font-files.ts';
import { LetterCheck } from './letter-check.ts';
import { addLettersBelow, alphabet, LetterSet } from './letters.ts';

let dir: string;
let variants: FontVariant[];

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'fonts-'));
  const contentDir = path.join(dir, 'content');
  const sourceDir = path.join(dir, 'src');
  await mkdir(path.join(contentDir, 'products'), { recursive: true });
  await mkdir(sourceDir);
  await writeFile(path.join(contentDir, 'products/a.yaml'), 'name: Ørsted');
  await writeFile(path.join(sourceDir, 'Page.astro'), '<p>½ → ¾</p>');
  await writeFile(path.join(sourceDir, 'page.test.ts'), '// ß is only in a test');
  variants = await subsetFonts({ contentDir, sourceDir, outDir: path.join(dir, 'out') });
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function opened(file: string): Promise<Font> {
  const font = create(await readFile(file));
  if (!('createSubset' in font)) throw new Error('several fonts');
  return font;
}

describe('the alphabet', () => {
  it('is the whole Vietnamese one in both cases, with the marks of decomposed text', () => {
    const vowels = 'aàáãảạăằắẵẳặâầấẫẩậeèéẽẻẹêềếễểệiìíĩỉịoòóõỏọôồốỗổộơờớỡởợuùúũủụưừứữửựyỳýỹỷỵđ';
    for (const letter of vowels + vowels.toUpperCase()) expect(alphabet).toContain(letter);
    for (const mark of 'ậ'.normalize('NFD')) expect(alphabet).toContain(mark);
    expect(alphabet).toContain('₫');
  });
});

describe('the font files', () => {
  it('hold the alphabet and every letter of content and sources that the font has', async () => {
    for (const { weight, src } of variants) {
      const whole = await opened(wholeFont(weight));
      const shipped = await opened(src[0]);
      const letters = [...alphabet, ...'Ørsted¾'].filter((letter) =>
        whole.hasGlyphForCodePoint(letter.charCodeAt(0)),
      );
      expect(letters.length).toBeGreaterThan(230);
      for (const letter of letters)
        expect(shipped.hasGlyphForCodePoint(letter.charCodeAt(0)), letter).toBe(true);
      expect(shipped.hasGlyphForCodePoint('ß'.charCodeAt(0))).toBe(false);
    }
  });

  it('are a third of the whole font, and set letters as wide as it does', async () => {
    for (const { weight, src } of variants) {
      expect((await stat(src[0])).size).toBeLessThan((await stat(wholeFont(weight))).size / 2.8);
      const [whole, shipped] = [await opened(wholeFont(weight)), await opened(src[0])];
      for (const text of ['Nước mắm Vân Đồn', 'Tơ lụa AVATAR 1.250.000 ₫', 'Phù Lãng'.normalize('NFD')]) {
        expect(shipped.layout(text).advanceWidth, text).toBe(whole.layout(text).advanceWidth);
      }
    }
  });
});

describe('the check of a build', () => {
  it('names a letter the files lack and the page that shows it', async () => {
    const check = await LetterCheck.open(variants);
    check.add('index.html', '<p>Mật ong, 120.000 ₫</p>');
    check.add('san-pham/x.html', '<p>Straße</p>');
    expect(() => check.finish()).toThrow(/ß \(U\+00DF\) in san-pham\/x\.html/);
  });

  it('passes letters the font never had: the system draws them', async () => {
    const check = await LetterCheck.open(variants);
    check.add('index.html', '<p>越南 🍯 Ørsted ¾</p>');
    expect(() => check.finish()).not.toThrow();
  });
});

it('our own content and sources are read whole', async () => {
  const letters = new LetterSet();
  await addLettersBelow(path.resolve(import.meta.dirname, '../../../content'), letters);
  expect(letters.toString()).toMatch(/ễ/);
});
