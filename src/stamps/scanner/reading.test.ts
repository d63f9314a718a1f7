import { buildStampCode } from '@ocop/rules/stamps/stamp-code';
import { stampUrl } from '@ocop/rules/stamps/stamp-url';
import { signedStampUrl } from '@ocop/rules/stamps/signed-code';
import { signStamp } from '@ocop/rules/stamps/stamp-signing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, readingOf } from './reading.ts';
import type { ScannerContext } from './reading.ts';
import { testKeyring } from './testing/keyring.ts';

const context: ScannerContext = { hosts: ['10.0.0.7:4321', 'cho.example'], lang: 'vi' };
const english: ScannerContext = { ...context, lang: 'en' };
const gtin = '09506000134352';
const position = { range: 5, index: 17 };
const code = buildStampCode(testKeyring, position, null);
const bound = buildStampCode(testKeyring, position, gtin);
const signed = signedStampUrl('https://cho.example', signStamp(testKeyring, position, gtin));

describe('the address in a QR code', () => {
  it('of this site leads to its page, whichever of our hosts is printed', () => {
    expect(readingOf(stampUrl('https://cho.example', code, null), context)).toEqual({
      kind: 'ours',
      path: `/T/${code}`,
    });
    expect(readingOf(`HTTP://10.0.0.7:4321/01/${gtin}/21/${bound.toLowerCase()}`, context)).toEqual({
      kind: 'ours',
      path: `/01/${gtin}/21/${bound}`,
    });
    expect(readingOf('https://cho.example/san-pham/x?y=1', context)).toEqual({
      kind: 'ours',
      path: '/san-pham/x?y=1',
    });
  });

  it.each(['/10/L/21/', '/22/V/10/L/21/', '/235/', '?21='])(
    'with its serial at %s leads to that stamp, never to the product',
    (beside) => {
      const path = `/01/${gtin}/21/${bound}`;
      const address = `https://cho.example/any/01/${gtin}${beside}${bound}`;
      expect(readingOf(address, context)).toEqual({ kind: 'ours', path });
    },
  );

  it('is opened in the language of the page, where it is a stamp', () => {
    expect(readingOf(stampUrl('https://cho.example', bound, gtin), english)).toEqual({
      kind: 'ours',
      path: `/en/01/${gtin}/21/${bound}`,
    });
    expect(readingOf(signed, english)).toEqual({ kind: 'ours', path: `/en${new URL(signed).pathname}` });
    expect(readingOf(signed, context)).toEqual({ kind: 'ours', path: new URL(signed).pathname });
    expect(readingOf('https://cho.example/hoi-cho', english)).toEqual({ kind: 'ours', path: '/hoi-cho' });
  });

  it.each([
    ['another site', 'https://evil.example/T/', 'evil.example'],
    ['our name as a user name', 'https://cho.example@evil.example/T/', 'evil.example'],
    ['our name as a beginning', 'https://cho.example.evil.example/T/', 'cho.example.evil.example'],
    ['another port', 'https://cho.example:8443/T/', 'cho.example:8443'],
    ['letters that look like ours', 'https://сho.example/T/', 'xn--ho-5kc.example'],
  ])('of %s is shown with its domain and not opened', (_case, start, host) => {
    const reading = readingOf(start + code, context);
    expect(reading).toMatchObject({ kind: 'foreign' });
    expect(
      reading.kind === 'foreign' && new URL(reading.here ?? '', 'https://x').searchParams.get('ma'),
    ).toBe(start + code);
    expect(reading.kind === 'foreign' && reading.host).toBe(
      host.startsWith('xn--') ? new URL(start).host : host,
    );
  });

  it('offers no question about an address that has not the form of a stamp', () => {
    expect(readingOf('https://evil.example/login', context)).toEqual({
      kind: 'foreign',
      host: 'evil.example',
      here: null,
    });
  });

  it.each(['javascript:alert(1)', 'WIFI:S:x;;', 'tel:113', '8936000000000', ''])(
    '%j is words only',
    (text) => {
      expect(readingOf(text, context)).toEqual({ kind: 'text', text });
    },
  );

  it('never leads away from this site, whatever the code holds', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }).map((tail) => `https://cho.example/${tail}`),
      fc.string({ unit: 'binary' }).map((tail) => `https://cho.example${tail}`),
      fc
        .array(fc.constantFrom('/', '\\', '@', '.', ':', '%2f', 'evil.example', 'T', '01'))
        .map((parts) => `https://cho.example/${parts.join('')}`),
      fc
        .constantFrom(
          '//evil.example',
          '/\\evil.example',
          '\\\\evil.example',
          '@evil.example',
          '.evil.example',
          ':80/x',
        )
        .map((tail) => `https://cho.example${tail}`),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const reading = readingOf(text, context);
        if (reading.kind !== 'ours') return;
        expect(new URL(reading.path, 'https://cho.example').origin).toBe('https://cho.example');
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('several QR codes in one picture', () => {
  const own = `https://cho.example/T/${code}`;

  it('the stamp counts, not the advert beside it; seen twice it is one', () => {
    const texts = ['https://advert.example', own, own.toLowerCase(), 'words'];
    expect(choose(texts, context)).toEqual({ kind: 'one', reading: { kind: 'ours', path: `/T/${code}` } });
  });

  it('two stamps are not chosen between', () => {
    expect(choose([own, signed], context)).toEqual({ kind: 'several', count: 2 });
  });

  it('none at all is said, and a foreign domain before mere words', () => {
    expect(choose([], context)).toEqual({ kind: 'none' });
    expect(choose(['words', 'https://advert.example'], context)).toMatchObject({
      reading: { host: 'advert.example' },
    });
  });
});
