import type { FactReader } from './facts.ts';
import { phraseBook } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Stars run from 1 to 5; a search for one or two is understood too, and told that nobody has them. */
const MOST = 5;

const numberWords = phraseBook<number>([
  [1, ['một', 'one', 'single']],
  [2, ['hai', 'two']],
  [3, ['ba', 'three']],
  [4, ['bốn', 'four']],
  [5, ['năm', 'five']],
]);

const starWords = phraseBook<true>([[true, ['sao', 'ngôi sao', 'star', 'stars', 'vì sao']]]);

type Bound = 'from' | 'above' | 'up-to' | 'below';

const boundsBefore = phraseBook<Bound>([
  ['from', ['từ', 'ít nhất', 'tối thiểu', 'at least', 'from', 'minimum', 'min']],
  ['above', ['trên', 'hơn', 'over', 'above', 'more than']],
  ['up-to', ['tối đa', 'nhiều nhất', 'up to', 'at most']],
  ['below', ['dưới', 'under', 'below', 'less than', 'fewer than']],
]);

const boundsAfter = phraseBook<Bound>([
  [
    'from',
    [
      'trở lên',
      'hoặc hơn',
      'hoặc cao hơn',
      'and up',
      'and above',
      'or more',
      'or higher',
      'or above',
      'plus',
    ],
  ],
  ['up-to', ['trở xuống', 'or less', 'or fewer', 'and below']],
]);

const joins = phraseBook<'range' | 'list'>([
  ['range', ['đến', 'tới', 'to', 'through']],
  ['list', ['và', 'hoặc', 'hay', 'or', 'and']],
]);

const signs: Readonly<Record<string, Bound>> = {
  '≥': 'from',
  '>=': 'from',
  '>': 'above',
  '≤': 'up-to',
  '<=': 'up-to',
  '<': 'below',
};

/** Before 'sao 3' these make another word of it: 'yến sào', 'vì sao', 'củ sao'. */
const notStars = phraseBook<true>([[true, ['yến', 'tại', 'củ', 'rang']]]);

interface Count {
  value: number;
  length: number;
  /** True where the number itself came with its star signs or the word. */
  isStars: boolean;
  /** '4+ sao'. */
  isLeast?: boolean;
}

/**
 * Reads stars: '3 sao', 'ba sao', '3*', '★★★', '5-star', 'four stars', 'từ 4 sao', '4 sao trở lên',
 * '3-4 sao', '3 hoặc 5 sao', 'sao: 4'.
 */
export const readStars: FactReader = (tokens, at) => {
  const before = boundBefore(tokens, at);
  let next = at + before.length;
  const first = countAt(tokens, next) ?? countBehind(tokens, next);
  if (!first) return null;
  next += first.length;
  const stars = [first.value];
  let isStars = first.isStars;
  for (let more = furtherCount(tokens, next); more; more = furtherCount(tokens, next)) {
    const last = stars.at(-1) ?? 0;
    if (more.join === 'range')
      for (let value = last + 1; value < more.count.value; value += 1) stars.push(value);
    stars.push(more.count.value);
    isStars ||= more.count.isStars;
    next += more.length;
  }
  if (!isStars) return null;
  const after = boundAfter(tokens, next);
  const bound = before.bound ?? after.bound ?? (first.isLeast ? 'from' : null);
  return {
    meaning: { kind: 'stars', stars: withinBound([...new Set(stars)].sort(), bound) },
    length: next + after.length - at,
  };
};

function boundBefore(tokens: readonly Token[], at: number): { bound: Bound | null; length: number } {
  const sign = signs[tokens[at]?.text ?? ''];
  if (sign) return { bound: sign, length: 1 };
  const hit = boundsBefore(tokens, at);
  return hit ? { bound: hit.meaning, length: hit.length } : { bound: null, length: 0 };
}

function boundAfter(tokens: readonly Token[], at: number): { bound: Bound | null; length: number } {
  if (tokens[at]?.text === '+') return { bound: 'from', length: 1 };
  const hit = boundsAfter(tokens, at);
  return hit ? { bound: hit.meaning, length: hit.length } : { bound: null, length: 0 };
}

/** A number with or without its word or sign behind it, or a run of signs. */
function countAt(tokens: readonly Token[], at: number): Count | null {
  const run = tokens[at]?.stars ?? 0;
  if (run > 1 && run <= MOST) {
    // '★★★☆☆' is three of five.
    const empty = /^[☆✩]+$/u.test(tokens[at + 1]?.text ?? '') ? 1 : 0;
    const word = starWords(tokens, at + 1 + empty)?.length ?? 0;
    return { value: run, length: 1 + empty + word, isStars: true };
  }
  const word = numberWords(tokens, at);
  const value = tokens[at]?.number ?? word?.meaning ?? 0;
  if (value < 1 || value > MOST) return null;
  let length = word?.length ?? 1;
  if (tokens[at + length]?.text === '+') {
    const behind = starLength(tokens, at + length + 1);
    if (behind > 0) return { value, length: length + 1 + behind, isStars: true, isLeast: true };
  }
  const behind = starLength(tokens, at + length);
  length += behind;
  return { value, length, isStars: behind > 0 };
}

function starLength(tokens: readonly Token[], at: number): number {
  return tokens[at]?.stars === 1 ? 1 : (starWords(tokens, at)?.length ?? 0);
}

/** 'sao 3', 'sao: 5', where the number is not that of other stars. */
function countBehind(tokens: readonly Token[], at: number): Count | null {
  const word = starWords(tokens, at);
  const value = tokens[at + (word?.length ?? 0)]?.number ?? 0;
  if (!word || value < 3 || value > MOST) return null;
  const end = at + word.length + 1;
  const before = at > 0 ? notStars(tokens, at - 1) : null;
  if (before || starLength(tokens, end) > 0 || tokens[end]?.gap === '') return null;
  return { value, length: word.length + 1, isStars: true };
}

function furtherCount(tokens: readonly Token[], at: number) {
  const join = joins(tokens, at);
  const gap = tokens[at]?.gap ?? '';
  const byGap = /^\s*[-–]\s*$/.test(gap) ? 'range' : /^\s*[,/&]\s*$/.test(gap) ? 'list' : null;
  const kind = join?.meaning ?? byGap;
  if (!kind) return null;
  const skipped = join?.length ?? 0;
  const count = countAt(tokens, at + skipped);
  return count && { join: kind, count, length: skipped + count.length };
}

function withinBound(stars: readonly number[], bound: Bound | null): number[] {
  if (!bound) return [...stars];
  const [least = 1, most = MOST] = [stars.at(0), stars.at(-1)];
  const all = [1, 2, 3, 4, 5];
  if (bound === 'from') return all.filter((value) => value >= least);
  if (bound === 'above') return all.filter((value) => value > least);
  if (bound === 'up-to') return all.filter((value) => value >= 3 && value <= most);
  return all.filter((value) => value >= 3 && value < most);
}
