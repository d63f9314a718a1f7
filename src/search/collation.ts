/**
 * Meilisearch sorts text letter by letter with its marks taken off, which mixes "ba", "bà" and "bă".
 * The keys made here are plain ASCII that already stands in dictionary order.
 */

/** Longest key kept; Meilisearch truncates sortable text at 468 bytes. */
const MAX_KEY = 160;

const horn = '\u031b';
const breve = '\u0306';
const circumflex = '\u0302';

/** Order of the tones in a Vietnamese dictionary: none, huyền, hỏi, ngã, sắc, nặng. */
const tones: Record<string, string> = {
  '\u0300': '1',
  '\u0309': '2',
  '\u0303': '3',
  '\u0301': '4',
  '\u0323': '5',
};

/**
 * A sort key that puts names in Vietnamese dictionary order (a ă â … d đ e ê … o ô ơ … u ư): letters
 * decide first, tones only between names whose letters are the same.
 */
export function vietnameseSortKey(name: string): string {
  let letters = '';
  let toneMarks = '';
  for (const character of name.normalize('NFD').toLowerCase()) {
    const tone = tones[character];
    if (tone) toneMarks = toneMarks.slice(0, -1) + tone;
    else if (character === breve) letters = letters.slice(0, -1) + '1';
    else if (character === circumflex || character === horn) letters = bumped(letters, character);
    else if (character === 'đ') [letters, toneMarks] = [letters + 'd1', toneMarks + '0'];
    else if (/[a-z0-9]/.test(character)) [letters, toneMarks] = [`${letters}${character}0`, toneMarks + '0'];
    else if (/\s/.test(character)) [letters, toneMarks] = [letters + '!', toneMarks + '0'];
  }
  // A space stands before "!", so that a name comes before the same name with more words.
  return `${letters} ${toneMarks}`.slice(0, MAX_KEY);
}

/** Circumflex comes after the breve of "a" but before the horn of "o". */
function bumped(letters: string, mark: string): string {
  const letter = letters.at(-2);
  const rank = mark === horn ? (letter === 'o' ? '2' : '1') : letter === 'a' ? '2' : '1';
  return letters.slice(0, -1) + rank;
}
