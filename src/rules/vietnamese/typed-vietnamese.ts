/**
 * Vietnamese as keys: what people type when the input method is off ('nuwowcs mawms'). Search
 * keeps this spelling beside the text because it is plain ASCII yet keeps every mark, so 'mơ'
 * ('mow') and 'mỡ' ('mowx') stay apart where a search engine folds both to 'mo'.
 *
 * The one canonical spelling: every marked letter is written in its place as letter + key
 * (ư → uw, ơ → ow, ă → aw, â → aa, đ → dd; VNI u7, o7, a8, a6, d9), and the tone key stands at
 * the end of the word. {@link toTelex} and {@link toVni} write it;
 * {@link canonicaliseTelex} and {@link canonicaliseVni} bring typed text to it, wherever the
 * typist put the keys, by reading each word as an input method would and writing it again.
 * A word that does not read as one Vietnamese syllable ('silk', 'ocop') is left as typed. Some
 * foreign words do read as one ('rose' is the keys of 'róe'), so search asks the folded text too.
 */
import { isSyllable } from './syllable.ts';

type Mark = 'circumflex' | 'horn' | 'breve' | 'stroke';

interface Letter {
  base: string;
  mark: Mark | null;
}

/** One word taken apart: its letters with their vowel marks, and the tone 0–5. */
interface Word {
  letters: Letter[];
  tone: number;
}

interface Method {
  marks: Record<Mark, (base: string) => string>;
  /** Key of each tone: none, sắc, huyền, hỏi, ngã, nặng. */
  tones: readonly string[];
}

/** Combining characters of the tones, in the order sắc, huyền, hỏi, ngã, nặng. */
const TONE_MARKS = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const VOWEL_MARKS: Readonly<Record<string, Mark>> = {
  '\u0302': 'circumflex',
  '\u031b': 'horn',
  '\u0306': 'breve',
};
const VOWELS = 'aeiouy';

const TELEX: Method = {
  marks: {
    circumflex: (base) => base + base,
    horn: (base) => `${base}w`,
    breve: (base) => `${base}w`,
    stroke: () => 'dd',
  },
  tones: ['', 's', 'f', 'r', 'x', 'j'],
};

const VNI: Method = {
  marks: {
    circumflex: (base) => `${base}6`,
    horn: (base) => `${base}7`,
    breve: (base) => `${base}8`,
    stroke: () => 'd9',
  },
  tones: ['', '1', '2', '3', '4', '5'],
};

function takeApart(word: string): { letters: Letter[]; tones: number[] } {
  const letters: Letter[] = [];
  const tones: number[] = [];
  for (const character of word.normalize('NFD').toLowerCase()) {
    const tone = TONE_MARKS.indexOf(character);
    const mark = VOWEL_MARKS[character];
    const last = letters.at(-1);
    if (tone >= 0) tones.push(tone + 1);
    else if (mark && last) last.mark = mark;
    else if (character === 'đ') letters.push({ base: 'd', mark: 'stroke' });
    else if (!/\p{M}/u.test(character)) letters.push({ base: character, mark: null });
  }
  return { letters, tones };
}

function spell(letters: readonly Letter[], tones: readonly number[], method: Method): string {
  const body = letters.map(({ base, mark }) => (mark ? method.marks[mark](base) : base)).join('');
  return body + tones.map((tone) => method.tones[tone] ?? '').join('');
}

function spellText(text: string, method: Method): string {
  return text.normalize('NFC').replace(/[\p{L}\p{M}]+/gu, (word) => {
    const { letters, tones } = takeApart(word);
    return spell(letters, tones, method);
  });
}

/** Text in canonical Telex: 'Nước mắm' → 'nuwowcs mawms'. Lower case; other characters stay. */
export function toTelex(text: string): string {
  return spellText(text, TELEX);
}

/** Text in canonical VNI: 'Nước mắm' → 'nu7o7c1 ma8m1'. Lower case; other characters stay. */
export function toVni(text: string): string {
  return spellText(text, VNI);
}

function isVowel(letter: Letter | undefined): boolean {
  return letter !== undefined && VOWELS.includes(letter.base);
}

/** Index of the last letter a mark can go on, searching from the end; -1 when there is none. */
function lastUnmarked(letters: readonly Letter[], bases: string): number {
  return letters.findLastIndex(({ base, mark }) => mark === null && bases.includes(base));
}

/** In 'qu' the u belongs to the consonant and takes no horn. */
function isAfterQ(letters: readonly Letter[], index: number): boolean {
  return letters[index - 1]?.base === 'q';
}

/** Horn on 'uo' goes on both, else on the letter that a Vietnamese rime lets carry it. */
function addHorn(letters: Letter[], bases: string): boolean {
  const o = letters.findLastIndex(({ base, mark }) => base === 'o' && mark !== 'circumflex');
  const u = letters[o - 1];
  if (o > 0 && u?.base === 'u' && !isAfterQ(letters, o - 1)) {
    // One key does for both letters, so the second of two careful keys finds its work done.
    for (const letter of letters.slice(o - 1, o + 1)) letter.mark = 'horn';
    return true;
  }
  let at = lastUnmarked(letters, bases);
  // mua + w is mưa, cuu + w is cưu, but quan + w is quăn and hoac + w is hoăc.
  if (at > 0 && letters[at - 1]?.base === 'u' && letters[at - 1]?.mark === null) {
    if (!isAfterQ(letters, at - 1) && 'au'.includes(letters[at]?.base ?? '')) at -= 1;
  }
  const letter = letters[at];
  if (!letter || (letter.base === 'u' && isAfterQ(letters, at))) return false;
  letter.mark = letter.base === 'a' ? 'breve' : 'horn';
  return true;
}

function addMark(letters: Letter[], bases: string, mark: Mark): boolean {
  const letter = letters[lastUnmarked(letters, bases)];
  if (letter) letter.mark = mark;
  return letter !== undefined;
}

/** ưo + ending is always written ươ, and open ươ is always uơ ('thuở'). */
function mendUo(letters: Letter[]): void {
  const o = letters.findIndex(({ base, mark }) => base === 'o' && mark !== 'circumflex');
  const [u, second] = [letters[o - 1], letters[o]];
  if (!u || !second || u.base !== 'u' || isAfterQ(letters, o - 1)) return;
  if (u.mark === null && second.mark === null) return;
  u.mark = o === letters.length - 1 ? null : 'horn';
  second.mark = 'horn';
}

function readTelex(word: string): Word | null {
  const letters: Letter[] = [];
  let tone = 0;
  for (const key of word) {
    const vowelSeen = letters.some(isVowel);
    const toneKey = key === 'z' ? 0 : TELEX.tones.indexOf(key);
    if (vowelSeen && toneKey >= 0) {
      if (tone === toneKey) return null;
      tone = toneKey;
    } else if (key === 'w') {
      if (!vowelSeen) letters.push({ base: 'u', mark: 'horn' });
      else if (!addHorn(letters, 'aou')) return null;
    } else if (key === 'd' && letters[0]?.base === 'd') {
      if (letters[0].mark) return null;
      letters[0].mark = 'stroke';
    } else if ('aeo'.includes(key) && lastUnmarked(letters, key) >= 0) {
      addMark(letters, key, 'circumflex');
    } else {
      letters.push({ base: key, mark: null });
    }
  }
  return { letters, tone };
}

function readVni(word: string): Word | null {
  const letters: Letter[] = [];
  let tone = 0;
  for (const key of word) {
    if (!/\d/.test(key)) {
      letters.push({ base: key, mark: null });
      continue;
    }
    const digit = Number(key);
    if (digit <= 5) {
      if (!letters.some(isVowel) || tone === digit) return null;
      tone = digit;
    } else {
      const done =
        digit === 6
          ? addMark(letters, 'aeo', 'circumflex')
          : digit === 7
            ? addHorn(letters, 'ou')
            : digit === 8
              ? addMark(letters, 'a', 'breve')
              : addMark(letters, 'd', 'stroke');
      if (!done) return null;
    }
  }
  return { letters, tone };
}

function canonicalise(
  query: string,
  method: Method,
  words: RegExp,
  read: (word: string) => Word | null,
): string {
  return query
    .normalize('NFC')
    .toLowerCase()
    .replace(words, (typed) => {
      if (/[^a-z0-9]/.test(typed)) return spellText(typed, method);
      const word = read(typed);
      if (!word) return typed;
      mendUo(word.letters);
      return isSyllable(spell(word.letters, [], VNI), word.tone)
        ? spell(word.letters, [word.tone], method)
        : typed;
    });
}

/**
 * A query typed as Telex keys, brought to the spelling of {@link toTelex}: 'nuowcs', 'nuwowcs',
 * 'nuocws' and 'nuwocs' all become 'nuwowcs'. Words already with marks become Telex too; words
 * without keys ('nuoc') and foreign words stay.
 */
export function canonicaliseTelex(query: string): string {
  return canonicalise(query, TELEX, /[\p{L}\p{M}]+/gu, readTelex);
}

/** The same for VNI: 'nuo7c1', 'nu7o7c1' and 'nuoc71' become 'nu7o7c1'. */
export function canonicaliseVni(query: string): string {
  return canonicalise(query, VNI, /[\p{L}\p{M}][\p{L}\p{M}\d]*/gu, readVni);
}
