import { foldVietnamese } from '@ocop/rules/vietnamese/vietnamese';
import { mayBe, type Token } from './tokens.ts';

/** What a phrase of the field means, and how many pieces of the text it took. */
export interface PhraseHit<T> {
  meaning: T;
  length: number;
}

/** Looks for the longest phrase of a book that begins at a piece of a text. */
export type PhraseBook<T> = (tokens: readonly Token[], at: number) => PhraseHit<T> | null;

/** Words of one phrase may stand apart by spaces, hyphens, dots and apostrophes, or be written together. */
const withinPhrase = /^[\s\-–.'’_]*$/u;

/**
 * A book of phrases: what each of them means. They are found with marks, without, in Telex and VNI, and
 * written together; never by a letter's likeness.
 */
export function phraseBook<T>(
  entries: readonly (readonly [meaning: T, phrases: readonly string[]])[],
): PhraseBook<T> {
  const byLetters = new Map<string, { words: string[]; meaning: T }[]>();
  let longest = 0;
  for (const [meaning, phrases] of entries) {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      const letters = foldVietnamese(words.join(''));
      longest = Math.max(longest, words.length);
      byLetters.set(letters, [...(byLetters.get(letters) ?? []), { words, meaning }]);
    }
  }
  return (tokens, at) => {
    for (let length = Math.min(longest, tokens.length - at); length > 0; length -= 1) {
      const part = tokens.slice(at, at + length);
      if (!isOnePhrase(part)) continue;
      for (const letters of lettersOf(part)) {
        const hit = byLetters.get(letters)?.find(({ words }) => isWritten(part, words));
        if (hit) return { meaning: hit.meaning, length };
      }
    }
    return null;
  };
}

/** Whether pieces may be words of one phrase: words only, nothing but spaces and hyphens between them. */
export function isOnePhrase(part: readonly Token[]): boolean {
  return part.every(({ word, gap }, at) => word !== null && (at === 0 || withinPhrase.test(gap)));
}

/** The letters of some words written together, as typed and, for Telex and VNI, without their keys. */
export function lettersOf(part: readonly Token[]): string[] {
  const asTyped = foldVietnamese(part.map(({ text }) => text).join(''));
  const withoutKeys = part.map(({ word }) => word?.unmarked ?? '').join('');
  return asTyped === withoutKeys ? [asTyped] : [asTyped, withoutKeys];
}

/** Word by word where they are as many; a phrase written together has no marks to compare. */
function isWritten(part: readonly Token[], words: readonly string[]): boolean {
  if (part.length !== words.length) return part.every(({ word }) => word?.marked === false);
  return part.every((token, at) => mayBe(token, words[at] ?? ''));
}
