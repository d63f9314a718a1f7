import { isGtin, toGtin14 } from '@ocop/rules/digital-link/gtin';
import { foldVietnamese } from '@ocop/rules/vietnamese/vietnamese';
import type { FactReader } from './facts.ts';
import { phraseBook } from './phrases.ts';
import type { Token } from './tokens.ts';

const decisionWords = phraseBook<true>([
  [true, ['quyết định', 'qđ', 'qdd', 'quyết định công nhận', 'qđ công nhận', 'decision']],
]);
const actKind = phraseBook<true>([[true, ['qđ', 'qdd']]]);

/** Offices whose letters end a decision's number, where no dash says that they do. */
const offices = phraseBook<true>([[true, ['ubnd', 'ttg', 'bnn', 'bnnmt', 'bnnptnt', 'snn', 'bct']]]);

const numberLabels = phraseBook<true>([[true, ['số', 'no', 'number', 'nr']]]);

/** What may stand between the number of a decision and its letters. */
const slash = /^\s*[/-]\s*$/;

/**
 * Reads the number of a decision: '101/QĐ-UBND', '26/2026/QĐ-TTg', 'quyet dinh 101', 'QĐ số 101',
 * '101 qd ubnd', with the day behind it ('ngày 5/8/2026').
 */
export const readDecision: FactReader = (tokens, at) => {
  let next = at;
  const lead = decisionWords(tokens, next);
  next += lead?.length ?? 0;
  // 'QĐ-UBND 3981' and 'QĐ-UBND số 3981' are said as well.
  const before = lead ? officeAt(tokens, next) : null;
  if (before && tokens[next + before.length]?.word === null) next += before.length;
  next += numberLabels(tokens, next)?.length ?? 0;
  const serial = tokens[next];
  if (!serial?.number || serial.text.length > 6) return null;
  next += 1;
  let year: number | null = null;
  const following = tokens[next];
  if (following && isYear(following) && slash.test(following.gap)) {
    year = following.number;
    next += 1;
  }
  const kind = actKind(tokens, next);
  if (!lead && !kind) return null;
  next += kind?.length ?? 0;
  const { letters, length } = kind ? officeAt(tokens, next) : { letters: '', length: 0 };
  next += length;
  const dated = dateAt(tokens, next);
  return {
    meaning: {
      kind: 'decision',
      serial: serial.number,
      suffix: letters === '' ? null : `qd-${letters}`,
      year: year ?? dated?.year ?? null,
    },
    length: next + (dated?.length ?? 0) - at,
  };
};

function officeAt(tokens: readonly Token[], at: number): { letters: string; length: number } {
  const parts: string[] = [];
  for (let next = at; parts.length < 3; next += 1) {
    const token = tokens[next];
    const isLetters = token?.word && (slash.test(token.gap) || (parts.length === 0 && offices(tokens, next)));
    if (!token || !isLetters) break;
    parts.push(foldVietnamese(token.text));
  }
  return { letters: parts.join('-'), length: parts.length };
}

const dateWords = phraseBook<true>([[true, ['ngày', 'ký ngày', 'năm', 'of', 'dated', 'on']]]);

function dateAt(tokens: readonly Token[], at: number): { year: number; length: number } | null {
  const lead = dateWords(tokens, at)?.length ?? 0;
  for (const length of [3, 2, 1]) {
    const part = tokens.slice(at + lead, at + lead + length);
    const last = part.at(-1);
    const isDate =
      part.length === length &&
      part.every(({ number, gap }, n) => number !== null && (n === 0 || /^\s*[/.-]\s*$/.test(gap)));
    if (isDate && last && isYear(last) && (lead > 0 || length === 3)) {
      return { year: last.number ?? 0, length: lead + length };
    }
  }
  return null;
}

function isYear({ number, text }: Token): boolean {
  return text.length === 4 && number !== null && number >= 1990 && number < 2100;
}

const apart = /^[\s().–_/-]*$/;

/** A product code in one spelling: '24-09292-3-2026'; zeros before the serial do not count. */
export function productCodeKey(province: string, commune: string, serial: string, year: string): string {
  return [province, commune, String(Number(serial)), year].join('-');
}

/** The key of a code as a certificate prints it ('24-09292-03-2026'), or null for anything else. */
export function productCodeOf(printed: string): string | null {
  const [, province = '', commune = '', serial = '', year = ''] =
    /^\D*(\d{2})\D+(\d{5})\D+(\d{1,4})\D+(20\d{2})\D*$/.exec(printed) ?? [];
  return year === '' ? null : productCodeKey(province, commune, serial, year);
}

const codeLabels = phraseBook<true>([
  [true, ['mã', 'mã số', 'mã ocop', 'mã sản phẩm', 'mã số ocop', 'mã số sản phẩm', 'product code', 'code']],
]);

/** Reads the code QĐ 26/2026/QĐ-TTg gives a product: '24-09292-03-2026', '(24)-(09292)-(03)-2026'. */
export const readProductCode: FactReader = (tokens, at) => {
  const lead = codeLabels(tokens, at)?.length ?? 0;
  const part = tokens.slice(at + lead, at + lead + 4);
  const [province, commune, serial, year] = part.map(({ text }) => text);
  const isCode =
    part.length === 4 &&
    part.every(({ number, gap }, n) => number !== null && (n === 0 || (gap !== '' && apart.test(gap))));
  if (!isCode || !province || !commune || !serial || !year) return null;
  if (province.length !== 2 || commune.length !== 5 || serial.length > 4 || !/^20\d\d$/.test(year))
    return null;
  return {
    meaning: { kind: 'product-code', code: productCodeKey(province, commune, serial, year) },
    length: lead + 4,
  };
};

const barcodeLabels = phraseBook<true>([
  [true, ['mã vạch', 'barcode', 'gtin', 'ean', 'upc', 'mã gtin', 'mã', 'mã số', 'mã số mã vạch']],
]);

/**
 * Reads a barcode: GTIN-8, 12, 13 or 14 with or without its leading zeros, in groups, with '(01)' before
 * it. Twelve digits or more with a wrong check digit are a mistyped barcode, not words.
 */
export const readBarcode: FactReader = (tokens, at) => {
  const lead = barcodeLabels(tokens, at)?.length ?? 0;
  const begin = at + lead;
  // A run of digits is read whole or not at all.
  if (lead === 0 && tokens[at - 1]?.number != null && apart.test(tokens[at]?.gap ?? '')) return null;
  let digits = '';
  let next = begin;
  for (; tokens[next]?.number != null; next += 1) {
    if (next > begin && !apart.test(tokens[next]?.gap ?? '')) break;
    digits += tokens[next]?.text ?? '';
  }
  if (/^01\d{14}$/.test(digits)) digits = digits.slice(2);
  const significant = digits.replace(/^0+/, '');
  if (digits.length < 7 || digits.length > 18 || significant.length > 14 || significant.length < 7)
    return null;
  const isAlone = begin === lead && next === tokens.length;
  const padded = significant.padStart(14, '0');
  if (isGtin(padded) && (lead > 0 || digits.length >= 12 || isAlone)) {
    return { meaning: { kind: 'barcode', gtin: toGtin14(padded), isRight: true }, length: next - at };
  }
  if (digits.length < 12 || digits.length > 14) return null;
  return { meaning: { kind: 'barcode', gtin: padded, isRight: false }, length: next - at };
};
