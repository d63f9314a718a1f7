import { describe, expect, it } from 'vitest';
import { buildDigitalLink } from './build-digital-link.ts';
import { parseDigitalLink } from './digital-link.ts';
import { checkElements } from './element-rules.ts';
import { MAX_ELEMENTS, parseBracketed, parseUnbracketed } from './element-string.ts';
import { generateScanData, processScanData } from './scan-data.ts';

const GTIN = '09506000134352';
const key = { ai: '01', value: GTIN };
const info = { ai: '99', value: 'XYZ' };

describe('the same AI twice with the same value', () => {
  it('is one element to the builder, key, qualifier or attribute', () => {
    const lot = { ai: '10', value: 'A' };
    expect(buildDigitalLink(null, [key, lot, info, { ...info }, { ...lot }, { ...key }])).toEqual({
      ok: true,
      value: `https://id.gs1.org/01/${GTIN}/10/A?99=XYZ`,
    });
  });

  it('is one element to the parsers of element strings', () => {
    expect(parseBracketed(`(01)${GTIN}(99)XYZ(01)${GTIN}`)).toEqual({ ok: true, value: [key, info] });
    expect(parseUnbracketed(`^01${GTIN}99XYZ^99XYZ`)).toEqual({ ok: true, value: [key, info] });
    expect(processScanData(`]Q301${GTIN}99XYZ\x1d99XYZ`)).toMatchObject({ value: { elements: [key, info] } });
  });

  it('with another value is refused', () => {
    const elements = [key, info, { ai: '99', value: 'XY' }];
    expect(checkElements(elements)).toMatchObject({ ok: false, reason: 'repeated-ai', ai: '99' });
    expect(buildDigitalLink(null, elements)).toMatchObject({ ok: false, reason: 'repeated-ai' });
  });
});

describe('more elements than a message may hold', () => {
  const many = (count: number) => [key, ...Array.from({ length: count - 1 }, () => info)];
  const bracketed = (count: number) =>
    many(count)
      .map(({ ai, value }) => `(${ai})${value}`)
      .join('');
  const row = (count: number) =>
    `^01${GTIN}${Array(count - 1)
      .fill('99XYZ')
      .join('^')}`;

  it('are read up to the limit', () => {
    expect(parseBracketed(bracketed(MAX_ELEMENTS))).toMatchObject({ ok: true });
    expect(parseUnbracketed(row(MAX_ELEMENTS))).toMatchObject({ ok: true });
    expect(checkElements(many(MAX_ELEMENTS))).toMatchObject({ ok: true });
  });

  it('are refused beyond it, wherever they come from', () => {
    const tooMany = { ok: false, reason: 'too-many-elements' };
    expect(parseBracketed(bracketed(MAX_ELEMENTS + 1))).toMatchObject(tooMany);
    expect(parseUnbracketed(row(MAX_ELEMENTS + 1))).toMatchObject(tooMany);
    expect(checkElements(many(MAX_ELEMENTS + 1))).toMatchObject(tooMany);
    expect(buildDigitalLink(null, many(MAX_ELEMENTS + 1))).toMatchObject(tooMany);
    expect(
      processScanData(
        `]Q3${row(MAX_ELEMENTS + 1)
          .slice(1)
          .replaceAll('^', '\x1d')}`,
      ),
    ).toMatchObject(tooMany);
    expect(generateScanData('QR', row(MAX_ELEMENTS + 1))).toMatchObject(tooMany);
    const query = Array(MAX_ELEMENTS + 1)
      .fill('99=XYZ')
      .join('&');
    expect(parseDigitalLink(`https://a/01/${GTIN}?${query}`)).toMatchObject(tooMany);
  });
});

describe('an unknown symbology', () => {
  it.each(['', 'qr', 'Aztec', 'constructor', '__proto__', 'toString'])('%j is refused', (symbology) => {
    expect(generateScanData(symbology, `^01${GTIN}`)).toMatchObject({ ok: false, reason: 'symbology' });
    expect(processScanData(symbology + GTIN)).toMatchObject({ ok: false, reason: 'symbology' });
  });
});
