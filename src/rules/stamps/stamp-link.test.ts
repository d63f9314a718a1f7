import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signedStampUrl } from './signed-code.ts';
import { buildStampCode } from './stamp-code.ts';
import { parseStampLink, signedCodeOf, stampPath } from './stamp-link.ts';
import type { StampLink } from './stamp-link.ts';
import { signStamp } from './stamp-signing.ts';
import { groupTyped, stampUrl } from './stamp-url.ts';

const secret = new Uint8Array(32).fill(9);
const keyring = { current: '1', epochs: { '1': { secret, from: null, until: null, cutOff: null } } };
const GTIN = '09506000134352';
const SHORT = '9506000134352';
const OTHER_LENGTHS = ['95060002', '950600013439'];
const code = buildStampCode(keyring, { range: 4, index: 2 }, GTIN);
const signed = signStamp(keyring, { range: 4, index: 2 }, GTIN);
const { signature, code10 } = signed;
const typed = code.replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase();

const vi = { origin: null, lang: 'vi', stem: '' } as const;
const tagged = { form: 'tagged', code, gtin: null, signature: null } as const;
const bound = { ...tagged, gtin: GTIN } as const;
const open = { form: 'signed', code: code10, gtin: GTIN, signature } as const;
const malformed = { form: 'malformed', code: null, gtin: null, signature: null } as const;

/** A serial beside other qualifiers: behind them, before them, as a third party's, in the query. */
const beside: [path: string, read: Partial<StampLink>][] = [
  ...['/10/L', '/22/V', '/22/V/10/L', '/10/L%2F1', '/10/21', '/10/01'].map(
    (before): [string, Partial<StampLink>] => [`/01/${GTIN}${before}/21/${code}`, bound],
  ),
  [`/01/${GTIN}/21/${code}/10/L`, bound],
  [`/01/${GTIN}/235/${code}`, bound],
  [`/01/${GTIN}/235/X/21/${code}`, bound],
  [`/01/${GTIN}?21=${code}`, bound],
  [`/01/${GTIN}/10/L?a=1&21=${code}&21=x#y`, bound],
  [`/01/${GTIN}?235=${code}`, bound],
  [`/en/any/01/${SHORT}/10/L/21/${typed}/`, { ...bound, lang: 'en', stem: '/any' }],
  [`/${signature}/01/${GTIN}/10/L/21/${code10}`, { ...open, stem: '' }],
  [`/01/${GTIN}/10/L/21/FAKE`, { ...malformed, opened: { code: 'FAKE', gtin: GTIN } }],
  [`/01/${GTIN}/235/FAKE`, malformed],
];

/** What stands on this site's own paths: as requested, printed, mistyped, forged or cut short. */
const paths: [path: string, read: Partial<StampLink>][] = [
  [`/T/${code}`, { ...tagged, ...vi, opened: { code, gtin: null } }],
  [`/01/${GTIN}/21/${code}`, { ...bound, ...vi, opened: { code, gtin: GTIN } }],
  [`/${signature}/01/${GTIN}/21/${code10}`, { ...open, ...vi, opened: { code: code10, gtin: GTIN } }],
  [`/${signature}/T/${code10}`, { ...open, ...vi, gtin: null }],
  [`/en/T/${code}`, { ...tagged, lang: 'en', stem: '' }],
  [`/EN/T/${code}`, { ...tagged, lang: 'en', stem: '' }],
  [`/en/${signature}/01/${GTIN}/21/${code10}`, { ...open, lang: 'en', stem: '' }],
  [`/any/stem/01/${GTIN}/21/${code}`, { ...bound, lang: 'vi', stem: '/any/stem' }],
  [`/en/any/${signature}/T/${code10}`, { ...open, gtin: null, lang: 'en', stem: '/any' }],
  [`/${signature}/T/${code}`, { ...tagged, stem: `/${signature}` }],
  [`/T/${code}/`, tagged],
  [`/01/${GTIN}/21/${code}/?utm_source=x#top`, bound],
  [`/T/${code}?a=/T/b`, tagged],
  [`/T/${code}#/T/b`, tagged],
  [`/t/${typed}`, { ...tagged, opened: { code: typed, gtin: null } }],
  [`/T/${groupTyped(code)}`, tagged],
  [`/T/${code.slice(0, 10)}%20${code.slice(10)}`, tagged],
  [`/T/%${code.charCodeAt(0).toString(16)}${code.slice(1)}`, tagged],
  [`/${signature.toLowerCase().replaceAll('0', 'o')}/t/${code10.toLowerCase()}`, { ...open, gtin: null }],
  [`/01/${SHORT}/21/${code}`, { ...bound, opened: { code, gtin: SHORT } }],
  ...OTHER_LENGTHS.map((gtin): [string, Partial<StampLink>] => [
    `/01/${gtin}/21/${code}`,
    { ...bound, gtin: gtin.padStart(14, '0') },
  ]),
  [`/${signature}/01/${SHORT}/21/${code10}`, open],
  [`/01/${GTIN.slice(0, -1)}3/21/${code}`, { ...malformed, opened: { code, gtin: `${GTIN.slice(0, -1)}3` } }],
  [`/01/1/21/${code}`, malformed],
  [`/01/x/21/${code}`, malformed],
  ['/T/1ABC', { ...malformed, opened: { code: '1ABC', gtin: null } }],
  ['/T/a%20b%2F', { ...malformed, opened: { code: 'a b/', gtin: null } }],
  [`/T/${code}0`, malformed],
  [`/T/${code.slice(1)}`, malformed],
  [`/T/${code.slice(1)}U`, malformed],
  [`/T/${code10}`, malformed],
  [`/en/T/${code10}`, { ...malformed, lang: 'en' }],
  [`/${signature}/en/T/${code10}`, malformed],
  [`/${signature.slice(1)}/T/${code10}`, malformed],
  [`/${signature.slice(1)}U/T/${code10}`, malformed],
  [`/${signature}/T/${code10}0`, malformed],
];

const notPaths = [
  ...['', '/', '/T', '/T/', '//', '/tem', '/T/a/b', '/XT/1ABC', '/01/1/21', '/01//21/x', '/T/%E0%A4%A'],
  ...[`/21/${code}`, `/01/${GTIN}`, `/01/${GTIN}/10/L`, `/san-pham/${code}`, `/01/${GTIN}?210=${code}`],
  ...[`/?u=/T/${code}`, `/01/%FF/21/${code}`, `/02/${GTIN}/21/${code}`, `/01/${GTIN}/x/L/21/${code}`],
  ...[`/?21=${code}`, `/san-pham/x?21=${code}`, `/01/${GTIN}/21/${code}/01/${GTIN}`],
];

describe('a stamp’s address', () => {
  test.each(paths)('%s is read', (path, read) => expect(parseStampLink(path)).toMatchObject(read));

  test.each(beside)('%s is that of its serial, whatever stands beside it', (path, read) => {
    expect(parseStampLink(path)).toMatchObject({ ...read, isDirect: false });
    expect(parseStampLink(`https://ocop.vn${path}`)).toMatchObject(read);
  });

  test('tells the addresses of this site from those that lead there', () => {
    for (const [path] of paths.slice(0, 10)) expect(parseStampLink(path)?.isDirect, path).toBe(true);
  });

  test.each(notPaths)('%j is none', (path) => expect(parseStampLink(path)).toBeNull());

  test.each([
    ['https://ocop.vn', 'https://ocop.vn'],
    ['HTTPS://OCOP.VN', 'https://ocop.vn'],
    ['HtTp://ocop.vn:8080', 'http://ocop.vn:8080'],
    ['ocop.vn', 'https://ocop.vn'],
    ['localhost:4321', 'https://localhost:4321'],
    [' https://cho.example@evil.example', 'https://evil.example'],
  ])('of the host %j is read as its path is, with the origin a browser would open', (before, origin) => {
    for (const [path, read] of paths) {
      expect(parseStampLink(`${before}${path} `), path).toMatchObject({ ...read, origin });
    }
    for (const path of notPaths) expect(parseStampLink(before + path), path).toBeNull();
  });

  test.each([
    ...[code, code10, `T/${code}`, `https://T/${code}`, `ftp://ocop.vn/T/${code}`, `javascript:/T/${code}`],
    ...[`mailto:x/T/${code}`, `https://[/T/${code}`, `https:///`, `data:text/html,/T/${code}`],
  ])('%j is none', (text) => expect(parseStampLink(text)).toBeNull());

  test('comes back from every stamp that is printed, however it is typed', () => {
    const position = fc.record({
      range: fc.nat({ max: 2 ** 21 - 1 }),
      index: fc.nat({ max: 2 ** 24 - 1 }),
    });
    const dress = fc.constantFrom<((text: string) => string)[]>(
      (text) => text,
      (text) => text.toLowerCase(),
      (text) => text.slice('https://ocop.vn'.length),
      (text) => `${text}/?fbclid=x#top`,
      (text) => text.replace(/^https:\/\//i, ''),
    );
    fc.assert(
      fc.property(position, fc.constantFrom(GTIN, null), dress, (at, gtin, as) => {
        const plain = buildStampCode(keyring, at, gtin);
        const link = parseStampLink(as(stampUrl('https://ocop.vn', plain, gtin)));
        expect(link).toMatchObject({ form: 'tagged', code: plain, gtin, lang: 'vi', stem: '' });
        const other = signStamp(keyring, at, gtin);
        const read = parseStampLink(as(signedStampUrl('https://ocop.vn', other)));
        expect(read?.form === 'signed' && signedCodeOf(read)).toEqual(other);
        for (const one of [link, read]) {
          if (!one || one.form === 'malformed') throw new Error('Not read');
          expect(parseStampLink(stampPath(one))).toEqual({ ...one, origin: null, opened: expect.anything() });
        }
      }),
      { numRuns: 200 },
    );
  });

  test('never throws, and takes time in proportion to its length', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (text) => {
        expect(parseStampLink(text)?.form ?? 'malformed').toBe('malformed');
      }),
    );
    for (const piece of ['/T', '/01/', `/${signature}`, '/T/'.repeat(2), '%41', '/%', '\u{fdfa}']) {
      const start = process.threadCpuUsage();
      for (const before of ['', 'https://ocop.vn/T/']) {
        parseStampLink(`${before}/${piece.repeat(100_000 / piece.length)}?`);
      }
      expect(process.threadCpuUsage(start).user / 1_000, piece).toBeLessThan(1_000);
    }
  });
});
