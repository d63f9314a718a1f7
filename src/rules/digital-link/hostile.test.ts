import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStampLink } from '../stamps/stamp-link.ts';
import { buildDigitalLink } from './build-digital-link.ts';
import { parseDigitalLink } from './digital-link.ts';
import { checkElements } from './element-rules.ts';
import { parseBracketed, parseUnbracketed } from './element-string.ts';
import { generateScanData, processScanData } from './scan-data.ts';
import { hostileUris } from './testing/hostile-uris.ts';

/** Far above what any takes on a busy machine; a quadratic reader needs tens of seconds. */
const QUICKLY_MS = 1_000;

/** Every reader of the folder on one text; throws when one of them does. */
function readAll(text: string): void {
  const results = [
    parseDigitalLink(text),
    parseDigitalLink(text, { shortGtin: true }),
    parseBracketed(text),
    parseUnbracketed(text),
    processScanData(text),
    processScanData(`]Q1${text}`),
    processScanData(`]C1${text}`),
    generateScanData('QR', text),
    generateScanData('DataBarExpanded', text),
    buildDigitalLink(text, [{ ai: '01', value: '09506000134352' }]),
    checkElements([
      { ai: '01', value: text },
      { ai: text, value: '1' },
    ]),
  ];
  for (const result of results) if (!result.ok) expect(result.message).not.toBe('');
  for (const address of [text, `/${text}`]) {
    expect(['tagged', 'signed', 'malformed', undefined]).toContain(parseStampLink(address)?.form);
  }
}

const pieces = fc.constantFrom(
  'https://',
  'HTTP://',
  'a',
  '/',
  '/',
  '01',
  '09506000134352',
  '21',
  '10',
  'T',
  '?',
  '&',
  '=',
  '#',
  '%',
  '%2',
  '%41',
  '%00',
  '%ff',
  '+',
  '(',
  ')',
  '\\(',
  '^',
  '\x1d',
  '\0',
  '\ud800',
  'é',
  '00000',
  '99',
  '17',
  '271231',
  '8110',
  '8013',
  '__proto__',
  '|',
  ']e0',
  ']Q3',
  ']E0',
  ' ',
  '\n',
);

describe('hostile texts', () => {
  it('give a value for every address of the corpus, quickly', () => {
    expect(hostileUris.length).toBeGreaterThan(90);
    for (const uri of hostileUris) {
      const start = process.threadCpuUsage();
      readAll(uri);
      expect(process.threadCpuUsage(start).user / 1_000, uri.slice(0, 60)).toBeLessThan(QUICKLY_MS);
    }
  });

  it('never throw, whatever pieces they are made of', () => {
    const made = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(fc.property(made, readAll), { numRuns: 2_000 });
  });

  it('never throw on any characters, lone surrogates and control characters too', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(fc.property(anything, readAll), { numRuns: 500 });
    const halves = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      maxLength: 100,
    });
    fc.assert(
      fc.property(halves, (tail) => readAll(`https://a/01/${tail}`)),
      { numRuns: 500 },
    );
  });

  it('are refused by name when they are too long', () => {
    const long = `https://a/01/09506000134352?x=${'y'.repeat(100_000)}`;
    expect(parseDigitalLink(long)).toMatchObject({ ok: false, reason: 'too-long' });
    const longest = `https://a/01/09506000134352?x=${'y'.repeat(8_000 - 30)}`;
    expect(longest).toHaveLength(8_000);
    expect(parseDigitalLink(longest)).toMatchObject({ ok: true });
  });
});
