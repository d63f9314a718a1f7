import { create, type Font } from 'fontkit';
import { readFile } from 'node:fs/promises';
import { wholeFont, type FontVariant } from './font-files.ts';

/**
 * Finds letters of built pages that the shipped font files lack although the whole font has them. Letters
 * that the font never had (Chinese, emoji) are drawn by the reader's system and are no fault.
 */
export class LetterCheck {
  /** 1 at the code of every letter the whole font has and a shipped file lacks. */
  readonly #missing = new Uint8Array(0x10000);
  readonly #faults = new Map<string, string>();

  private constructor(whole: readonly Font[], shipped: readonly Font[]) {
    for (const font of whole) {
      for (const code of font.characterSet) {
        if (!shipped.every((subset) => subset.hasGlyphForCodePoint(code))) this.#missing[code] = 1;
      }
    }
  }

  static async open(variants: readonly FontVariant[]): Promise<LetterCheck> {
    const whole = await Promise.all(variants.map(({ weight }) => openFont(wholeFont(weight))));
    return new LetterCheck(whole, await Promise.all(variants.map(({ src }) => openFont(src[0]))));
  }

  /** The letters that a shipped file lacks. */
  get letters(): string {
    return Array.from(this.#missing, (missing, code) => (missing ? String.fromCharCode(code) : '')).join('');
  }

  /** Looks at one page, or at those of its letters that are missing; `name` is how a fault names it. */
  add(name: string, text: string): void {
    for (let index = 0; index < text.length; index += 1) {
      if (this.#missing[text.charCodeAt(index)] !== 1) continue;
      const letter = text.charAt(index);
      if (!this.#faults.has(letter)) this.#faults.set(letter, name);
    }
  }

  /** @throws where a letter was missing, naming each letter and the first page that shows it. */
  finish(): void {
    if (this.#faults.size === 0) return;
    const list = [...this.#faults].map(([letter, name]) => {
      const code = letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      return `${letter} (U+${code}) in ${name}`;
    });
    throw new Error(
      `The font files of this build lack letters that its pages show: ${list.join('; ')}. ` +
        'Add them to the alphabet in src/layout/fonts/letters.ts.',
    );
  }
}

async function openFont(file: string): Promise<Font> {
  const font = create(await readFile(file));
  if (!('createSubset' in font)) throw new Error(`${file} holds several fonts`);
  return font;
}
