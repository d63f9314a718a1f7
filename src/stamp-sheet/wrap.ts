/** Breaking text into lines. Widths are in em. */
import { setText, type Weight } from './typeface.ts';

const fits = (text: string, weight: Weight, width: number) => setText(text, weight).width <= width;

/**
 * A product's name in at most `maxLines` lines, broken between words. Where that is too little it
 * is cut after a word and ends in '…' if `cut` allows, else null.
 */
export function wrapName(
  name: string,
  weight: Weight,
  width: number,
  maxLines: number,
  cut: boolean,
): string[] | null {
  const words = name.normalize('NFC').split(/\s+/).filter(Boolean);
  const lines = filled(words, ' ', weight, width);
  if (lines && lines.length <= maxLines) return balanced(words, weight, width, lines);
  if (!cut) return null;
  for (let kept = words.length - 1; kept > 0; kept -= 1) {
    const rest = [...words.slice(0, kept - 1), `${words[kept - 1]} …`];
    const shorter = filled(rest, ' ', weight, width);
    if (shorter && shorter.length <= maxLines) return shorter;
  }
  return cutWord(words[0] ?? '', weight, width);
}

/** The same number of lines as even as they can be, rather than one word left over on the last. */
function balanced(words: string[], weight: Weight, width: number, lines: string[]): string[] {
  let best = lines;
  for (let narrower = width * 0.97; ; narrower *= 0.97) {
    const next = filled(words, ' ', weight, narrower);
    if (!next || next.length > lines.length) return best;
    best = next;
  }
}

function cutWord(word: string, weight: Weight, width: number): string[] | null {
  const letters = [...word];
  while (letters.length > 0 && !fits(`${letters.join('')}…`, weight, width)) letters.pop();
  return letters.length > 0 ? [`${letters.join('')}…`] : null;
}

/**
 * A lot, a date or a domain name in at most `maxLines` lines with every letter kept: broken after
 * a separator, or anywhere where the parts between separators are too wide. Null when too long.
 */
export function wrapWhole(text: string, weight: Weight, width: number, maxLines: number): string[] | null {
  for (const pieces of [text.match(/[^\s./:_-]*[\s./:_-]|[^\s./:_-]+$/g) ?? [], [...text]]) {
    const lines = filled(pieces, '', weight, width);
    if (lines && lines.length <= maxLines) return lines.map((line) => line.trim());
  }
  return null;
}

/** Puts as many pieces as go into each line; null when one piece alone is too wide. */
function filled(pieces: string[], glue: string, weight: Weight, width: number): string[] | null {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const longer = line === '' ? piece : line + glue + piece;
    if (fits(longer, weight, width)) {
      line = longer;
      continue;
    }
    if (line === '' || !fits(piece, weight, width)) return null;
    lines.push(line);
    line = piece;
  }
  return line === '' ? lines : [...lines, line];
}
