import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

const vowels = 'aăâeêioôơuưy';
/** None, grave, acute, tilde, hook above, dot below; on their own they follow a letter in NFD text. */
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const printableAscii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
const vietnamese = [...vowels].flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC')));

/**
 * Letters every font file has whatever the content says, because pages made on demand show what people
 * type: the keyboard, the whole Vietnamese alphabet in both cases (composed, and as letter and mark),
 * and the signs of prices, dates and quotations.
 */
export const alphabet = [
  printableAscii,
  ...vietnamese.flatMap((letter) => [letter, letter.toUpperCase()]),
  'đĐ',
  ...tones,
  '\u0302\u0306\u031b',
  '\u00a0\u202f–—‘’“”…·•×°₫½²³',
].join('');

/** Collects the letters of many texts; letters are UTF-16 code units, as all of ours lie below U+FFFF. */
export class LetterSet {
  readonly #seen = new Uint8Array(0x10000);

  add(text: string): this {
    for (let index = 0; index < text.length; index += 1) this.#seen[text.charCodeAt(index)] = 1;
    return this;
  }

  /** The letters in order of their code; control characters and surrogates are left out. */
  toString(): string {
    let letters = '';
    this.#seen.forEach((seen, code) => {
      if (seen && code >= 0x20 && (code < 0xd800 || code > 0xdfff)) letters += String.fromCharCode(code);
    });
    return letters;
  }
}

const textFile = /\.(ya?ml|md|ts|tsx|astro)$/;

/** Adds the letters of every text file below `dir`: content, or sources with the dictionary in them. */
export async function addLettersBelow(dir: string, letters: LetterSet): Promise<void> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !textFile.test(entry.name) || entry.name.endsWith('.test.ts')) continue;
    // At once: through the event loop thousands of small files take several times as long.
    letters.add(readFileSync(path.join(entry.parentPath, entry.name), 'utf8').normalize('NFC'));
  }
}
