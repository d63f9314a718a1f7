/**
 * The cases of GS1's own syntax engine (Apache-2.0, facts only: input, accepted or not, result).
 * All must agree but those listed by name.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { buildDigitalLink } from './build-digital-link.ts';
import { parseDigitalLink, type DigitalLink } from './digital-link.ts';
import { checkElements } from './element-rules.ts';
import { formatUnbracketed, parseBracketed, parseUnbracketed } from './element-string.ts';
import type { Fault } from './fault.ts';
import { percentDecode, percentEncode } from './percent-encoding.ts';
import { generateScanData, processScanData, type Symbology } from './scan-data.ts';

interface Vector {
  kind: string;
  src: string;
  ok: boolean;
  a: string | null;
  b: string | null;
  c: string | null;
  /** 0: as by default. In parseDLuri 1: short GTINs read, 2: words for AIs read. Else a number. */
  flags: number;
}

const file = resolve(import.meta.dirname, '../../../../shared/data/gs1_vectors.json');
const missing = !existsSync(file);
const vectors = missing ? [] : (JSON.parse(readFileSync(file, 'utf8')) as Vector[]);

/** Cases that ask for an option this project refuses on purpose. */
const listed: Readonly<Record<string, string>> = {
  'parseDLuri dl.c:1444': "words for AIs ('/gtin/', '/ser/') were withdrawn from the standard",
  'parseDLuri dl.c:1445': "words for AIs ('/sscc/') were withdrawn from the standard",
};

const REFUSED = 'refused';

/** What we say to a case and what GS1 says, to be compared. */
const compare: Readonly<Record<string, (vector: Vector) => [ours: unknown, theirs: unknown]>> = {
  URIescape: ({ a, b, c }) => [both((place) => percentEncode(a ?? '', place)), [b, c]],
  URIunescape: ({ a, b, c }) => [both((place) => percentDecode(a ?? '', place)), [b, c]],
  parseDLuri({ a, b, ok, flags }) {
    const link = parseDigitalLink(a ?? '', { shortGtin: flags === 1 });
    return [link.ok ? formatUnbracketed(elementsOf(link.value)) : REFUSED, ok ? b : REFUSED];
  },
  generateDLuri({ a, b, c, ok }) {
    const elements = parseBracketed(b ?? '');
    const uri = elements.ok ? buildDigitalLink(a, elements.value) : elements;
    return [uri.ok ? uri.value : REFUSED, ok ? c : REFUSED];
  },
  parseAIdata({ a, b, ok }) {
    const elements = parseBracketed(a ?? '');
    return [elements.ok ? formatUnbracketed(elements.value) : REFUSED, ok ? b : REFUSED];
  },
  processAIdata: ({ a, ok }) => [parseUnbracketed(a ?? '').ok, ok],
  validateAIs: ({ a, ok }) => [verdict(a ?? '') === 'ok', ok],
  linters: ({ a, flags }) => [verdict(a ?? ''), linterFaults[flags] ?? 'coupon'],
  processScanData({ a, b, c, ok }) {
    const scan = processScanData(a ?? '');
    return [scan.ok ? [scan.value.symbology, scan.value.data] : REFUSED, ok ? [b, c] : REFUSED];
  },
  generateScanData({ a, b, c, ok }) {
    const scan = generateScanData(a as Symbology, b ?? '');
    return [scan.ok ? scan.value : REFUSED, ok ? c : REFUSED];
  },
};

/** GS1's numbers for what a linter found; 47–101 are the fields of coupons. */
const linterFaults: Readonly<Record<number, Fault | 'ok'>> = {
  0: 'ok',
  1: 'not-a-digit',
  5: 'check-digit',
  8: 'too-short-for-check-pair',
  12: 'company-prefix',
  15: 'zero',
  16: 'not-zero',
  17: 'zero-in-front',
  18: 'not-yes-or-no',
  20: 'country',
  21: 'country',
  22: 'country-letters',
  23: 'currency',
  24: 'iban-too-short',
  27: 'iban-check',
  36: 'month',
  42: 'piece-zero',
  44: 'piece-over-total',
  104: 'longitude',
  109: 'wrong-padding',
  112: 'place-in-sequence',
  113: 'place-over-end',
  122: 'too-short-for-company-prefix',
};

function both(code: (place: 'path' | 'query') => string): [string, string] {
  return [code('path'), code('query')];
}

function elementsOf({ key, qualifiers, attributes }: DigitalLink) {
  return [key, ...qualifiers, ...attributes];
}

function verdict(bracketed: string): Fault | 'ok' {
  const elements = parseBracketed(bracketed);
  const checked = elements.ok ? checkElements(elements.value) : elements;
  return checked.ok ? 'ok' : checked.reason;
}

const disagreements = vectors.filter((vector) => {
  const [ours, theirs] = compare[vector.kind]?.(vector) ?? ['no comparison', vector.kind];
  return JSON.stringify(ours) !== JSON.stringify(theirs);
});
const name = ({ kind, src }: Vector) => `${kind} ${src}`;

describe('the vectors of GS1', () => {
  afterAll(() => {
    const agree = vectors.length - disagreements.length;
    const words = missing
      ? 'skipped: no ../shared'
      : `${agree} of ${vectors.length} agree, ${disagreements.length} listed`;
    process.stdout.write(`GS1 vectors: ${words}\n`);
  });

  const title = (words: string) => (missing ? 'skipped: no ../shared' : words);

  it.skipIf(missing)(title('agree in every case that is not listed, whatever its kind'), () => {
    expect(vectors.length).toBe(276);
    expect(new Set(vectors.map(({ kind }) => kind))).toEqual(new Set(Object.keys(compare)));
    expect(disagreements.map(name)).toEqual(Object.keys(listed));
  });

  it.skipIf(missing)(title('agree in every case of default behaviour'), () => {
    expect(disagreements.filter(({ flags }) => flags === 0)).toEqual([]);
  });
});
