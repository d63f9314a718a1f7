import { isSyllable } from '@ocop/rules/vietnamese/syllable';
import {
  canonicaliseTelex,
  canonicaliseVni,
  foldVietnamese,
  toTelex,
} from '@ocop/rules/vietnamese/vietnamese';

/** What a person typed, in the spellings the index is asked in. */
export interface QueryForms {
  /** As typed, without the characters a search engine takes for commands. */
  plain: string;
  /** In canonical Telex, whether it was typed with marks, in Telex or in VNI. */
  telex: string;
  /** The same, each word a phrase of its own, so that it is not taken for the beginning of another. */
  telexExact: string;
  /** True when the text says its marks beyond doubt: written ones, or VNI digits. */
  marked: boolean;
  /** For keys typed with the input method off: the words without marks; null where nothing changes. */
  unmarked: string | null;
  /** True where the last word is known to be whole; else it may be the beginning of one. */
  isFinished: boolean;
}

export interface WordForms {
  telex: string;
  unmarked: string;
  marked: boolean;
}

/**
 * The spellings of a search text, or null when it holds no letter or digit.
 * @example formsOf('nuowcs mawms') // telex 'nuwowcs mawms', unmarked 'nuoc mam'
 */
export function formsOf(text: string, isFinished = false): QueryForms | null {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  if (words.length === 0) return null;
  const forms = words.map(formsOfWord);
  const plain = words.join(' ');
  const unmarked = forms.map((form) => form.unmarked).join(' ');
  return {
    plain,
    telex: forms.map((form) => form.telex).join(' '),
    telexExact: forms.map((form) => `"${form.telex}"`).join(' '),
    marked: forms.some((form) => form.marked),
    unmarked: unmarked === foldVietnamese(plain) ? null : unmarked,
    isFinished,
  };
}

export function formsOfWord(word: string): WordForms {
  const folded = foldVietnamese(word);
  if (folded !== word) return { telex: toTelex(word), unmarked: folded, marked: true };
  const vni = /\d/.test(word) ? syllableOfVni(canonicaliseVni(word)) : null;
  if (vni) return { ...vni, marked: true };
  const telex = syllableOfTelex(canonicaliseTelex(word));
  // Keys in a foreign word can spell a syllable by chance ("corn" is "cỏn"), so this proves nothing.
  return telex ? { ...telex, marked: false } : { telex: word, unmarked: word, marked: false };
}

const vniOfTelex: Record<string, string> = {
  aa: 'a6',
  ee: 'e6',
  oo: 'o6',
  ow: 'o7',
  uw: 'u7',
  aw: 'a8',
  dd: 'd9',
};
const telexTones = 'sfrxj';

function syllableOfTelex(word: string) {
  const tone = telexTones.indexOf(word.at(-1) ?? '') + 1;
  const body = tone > 0 ? word.slice(0, -1) : word;
  const vniBody = body.replace(/aa|ee|oo|ow|uw|aw|dd/g, (keys) => vniOfTelex[keys] ?? keys);
  return isSyllable(vniBody, tone) ? { telex: word, unmarked: vniBody.replace(/\d/g, '') } : null;
}

function syllableOfVni(word: string) {
  const tone = /[1-5]$/.test(word) ? Number(word.at(-1)) : 0;
  const body = tone > 0 ? word.slice(0, -1) : word;
  if (!isSyllable(body, tone)) return null;
  const letters = body.replace(/([a-z])([6-9])/g, (_, letter: string, digit: string) =>
    digit === '7' || digit === '8' ? `${letter}w` : letter + letter,
  );
  return { telex: letters + (telexTones[tone - 1] ?? ''), unmarked: body.replace(/\d/g, '') };
}
