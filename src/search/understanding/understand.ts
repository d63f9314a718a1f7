/**
 * Reads a search text in the field's own words: stars, states, decisions, codes, places, groups. What was
 * read becomes facts that narrow the search; the other words are looked for as words. Pure: the same for
 * both search engines.
 */
import type { Fact, FactMeaning, FactReader, Understanding } from './facts.ts';
import { readGroupName, readKind } from './kinds.ts';
import { readBarcode, readDecision, readProductCode } from './numbers.ts';
import { phraseBook } from './phrases.ts';
import type { Gazetteer } from './places.ts';
import { readStars } from './stars.ts';
import { readSale, readState } from './states.ts';
import { tokensOf, type Token } from './tokens.ts';

/** Words that tell nothing among OCOP products, wherever they stand. */
const noise = phraseBook<true>([
  [
    true,
    [
      ...[
        'ocop',
        'sản phẩm',
        'sp',
        'sản phẩm ocop',
        'product',
        'products',
        'đạt',
        'đạt chuẩn',
        'hạng',
        'xếp hạng',
      ],
      ...[
        'được xếp hạng',
        'tiêu chuẩn',
        'rated',
        'rating',
        'certificate',
        'certificates',
        'giấy chứng nhận',
        'chứng nhận',
      ],
      ...['giấy công nhận', 'các', 'những'],
    ],
  ],
]);

/** Words that only lead to what stands behind them: dropped before a fact and at the end. */
const connectors = phraseBook<true>([
  [
    true,
    [
      ...[
        'ở',
        'tại',
        'của',
        'từ',
        'vùng',
        'quê',
        'có',
        'và',
        'với',
        'còn',
        'được',
        'do',
        'thuộc',
        'nay thuộc',
        'nay là',
      ],
      ...[
        'nay',
        'theo',
        'in',
        'from',
        'of',
        'at',
        'and',
        'with',
        'by',
        'the',
        'a',
        'under',
        'is',
        'are',
        'that',
        'đặc sản',
      ],
      ...[
        'tỉnh',
        'huyện',
        'xã',
        'mã',
        'mã số',
        'số',
        'sao',
        'ubnd',
        'ủy ban nhân dân',
        'uỷ ban nhân dân',
        'hàng',
      ],
    ],
  ],
]);

/** Readers in the order they are asked: what has a shape of its own before what is only words. */
const readers: readonly FactReader[] = [
  readProductCode,
  readBarcode,
  readDecision,
  readStars,
  readState,
  readSale,
  readKind,
];

interface Span {
  from: number;
  to: number;
  meaning: FactMeaning;
}

/** Reads a search text. Whatever is not understood stays in `rest`, as it was typed. */
export function understand(text: string, places: Gazetteer): Understanding {
  const tokens = tokensOf(gtinOfAddress(text) ?? text);
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length;) {
    const reading = [...readers, places.read].reduce<ReturnType<FactReader>>(
      (found, read) => found ?? read(tokens, at),
      null,
    );
    if (reading) spans.push({ from: at, to: at + reading.length, meaning: reading.meaning });
    at += reading?.length ?? 1;
  }
  const left = withoutNoise(tokens, spans);
  const whole = left.length > 0 ? wholeNameOf(tokens, left, places) : null;
  if (whole) {
    spans.push(whole);
    left.length = 0;
  }
  return {
    facts: spans.map((span) => factOf(tokens, span)),
    rest: left.map((at) => tokens[at]?.text ?? '').join(' '),
    isFinished: left.at(-1) !== tokens.length - 1,
  };
}

/** The GTIN of a GS1 Digital Link, as a reader of barcodes hands it over; null for other texts. */
function gtinOfAddress(text: string): string | null {
  const [, gtin] = /^\S*\/01\/(\d{8,14})(?:[/?#]\S*)?$/.exec(text.trim()) ?? [];
  return gtin ?? null;
}

/** Positions of the pieces that are neither read nor noise. */
function withoutNoise(tokens: readonly Token[], spans: readonly Span[]): number[] {
  const isRead = (at: number) => spans.some(({ from, to }) => at >= from && at < to);
  const free = tokens.map((_, at) => at).filter((at) => !isRead(at));
  const dropped = new Set<number>();
  for (const at of free) {
    const hit = noise(tokens, at);
    for (let n = 0; n < (hit?.length ?? 0); n += 1) if (!isRead(at + n)) dropped.add(at + n);
  }
  if (spans.length === 0) return free.filter((at) => !dropped.has(at));
  // From the right, so that 'của tỉnh' before a place goes with it.
  for (const at of free.toReversed()) {
    const hit = connectors(tokens, at);
    const next = at + (hit?.length ?? 0);
    const leads = next >= tokens.length || isRead(next) || dropped.has(next);
    if (hit && leads) for (let n = 0; n < hit.length; n += 1) dropped.add(at + n);
  }
  return free.filter((at) => !dropped.has(at));
}

/** All that is left may be the name of a commune or a group, which inside other words would be chance. */
function wholeNameOf(tokens: readonly Token[], left: readonly number[], places: Gazetteer): Span | null {
  const [from = 0] = left;
  const to = (left.at(-1) ?? 0) + 1;
  if (to - from !== left.length) return null;
  const part = tokens.slice(from, to);
  const [only] = part;
  // Nothing but a number of three digits or more: a decision's, most likely.
  if (part.length === tokens.length && part.length === 1 && only?.number && /^\d{3,5}$/.test(only.text)) {
    return { from, to, meaning: { kind: 'decision', serial: only.number, suffix: null, year: null } };
  }
  const group = readGroupName(part, 0);
  if (group?.length === part.length) return { from, to, meaning: group.meaning };
  const commune = places.communeOf(part);
  return commune && { from, to, meaning: { ...commune, isGuess: true } };
}

function factOf(tokens: readonly Token[], { from, to, meaning }: Span): Fact {
  return {
    ...meaning,
    words: written(tokens.slice(from, to)),
    without: written([...tokens.slice(0, from), ...tokens.slice(to)]),
  };
}

function written(tokens: readonly Token[]): string {
  return tokens
    .map(({ gap, text }) => gap + text)
    .join('')
    .replace(/^[\s,;.:"'“”(]+|[\s,;"'“”(]+$/g, '')
    .replace(/\s+/g, ' ');
}
