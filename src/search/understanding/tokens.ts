import { foldVietnamese, toTelex } from '@ocop/rules/vietnamese/vietnamese';
import { formsOfWord, type WordForms } from '../word-forms.ts';

/** One piece of a search text: a word, a number, a run of star signs, or a sign that compares. */
export interface Token {
  /** As typed, in small letters. */
  text: string;
  /** What stands between the piece before and this one. */
  gap: string;
  /** The value of digits; null for anything else. */
  number: number | null;
  /** How many star signs: '★★★' has three, '*' one; 0 for anything else. */
  stars: number;
  /** The spellings of a word; null for anything else. */
  word: WordForms | null;
}

const pieces = /[\p{L}\p{M}\p{N}]+|[★⭐🌟✭✮✯]+|\*+|[☆✩]+|[+≥≤<>]=?/gu;

/** Takes a search text apart. '3sao' and 'QĐ101' are two pieces each; 'sao3' typed in VNI is one word. */
export function tokensOf(text: string): Token[] {
  const line = text.normalize('NFC').toLowerCase().replaceAll('\uFE0F', '');
  const tokens: Token[] = [];
  let end = 0;
  for (const match of line.matchAll(pieces)) {
    const gap = line.slice(end, match.index);
    end = match.index + match[0].length;
    const parts = partsOf(match[0]);
    for (const [at, part] of parts.entries()) tokens.push(tokenOf(part, at === 0 ? gap : ''));
  }
  return tokens;
}

function partsOf(piece: string): string[] {
  const isWord = /^\p{L}/u.test(piece) && (!/\d/.test(piece) || formsOfWord(piece).marked);
  // A word with marks may be followed by digits ('sao5'), which then are a number.
  const isVni = isWord && foldVietnamese(piece) === piece;
  return isWord && (isVni || !/\d/.test(piece)) ? [piece] : (piece.match(/\d+|\D+/g) ?? [piece]);
}

function tokenOf(text: string, gap: string): Token {
  const isNumber = /^\d+$/.test(text);
  const isStars = /^[★⭐🌟✭✮✯*]+$/u.test(text);
  const isWord = /^[\p{L}\p{M}\p{N}]+$/u.test(text) && !isNumber;
  return {
    text,
    gap,
    number: isNumber ? Number(text) : null,
    stars: isStars ? [...text].length : 0,
    word: isWord ? formsOfWord(text) : null,
  };
}

/** Whether every letter of `part` comes in `whole` in the same order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at += 1;
  return at === part.length;
}

/**
 * Whether a typed word may be the written one: the same letters, and no mark that the written one has not.
 * Marks left out are forgiven, other marks are another word: 'sào' is not 'sao', 'Đăk' is 'Đắk'.
 * @param sound how both are spelled before they are compared; as they are when left out
 */
export function mayBe(
  token: Token,
  written: string,
  sound: (text: string) => string = (text) => text,
): boolean {
  if (!token.word) return false;
  const { telex, unmarked } = token.word;
  const [letters, keys] = [sound(foldVietnamese(written)), sound(toTelex(written))];
  if (sound(foldVietnamese(token.text)) === letters && !token.word.marked) return true;
  return sound(unmarked) === letters && isWithin(sound(telex), keys);
}
