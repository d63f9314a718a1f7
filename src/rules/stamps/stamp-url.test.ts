import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildStampCode } from './stamp-code.ts';
import { parseStampLink } from './stamp-link.ts';
import { groupTyped, stampUrl } from './stamp-url.ts';

const secret = new Uint8Array(32).fill(9);
const keyring = { current: '1', epochs: { '1': { secret, from: null, until: null, cutOff: null } } };
const GTIN = '09506000134352';
const code = buildStampCode(keyring, { range: 4, index: 2 }, GTIN);

/** The characters of QR's alphanumeric mode. */
const QR_ALPHANUMERIC = /^[0-9A-Z $%*+\-./:]+$/;

describe('stampUrl', () => {
  it('is capitals throughout, with and without a GTIN', () => {
    expect(stampUrl('https://ocop.vn', code, GTIN)).toBe(`HTTPS://OCOP.VN/01/${GTIN}/21/${code}`);
    expect(stampUrl('https://ocop.vn/', code, GTIN.slice(1))).toContain(`/01/${GTIN}/21/`);
    expect(stampUrl('https://ocop.vn:8443', code, null)).toBe(`HTTPS://OCOP.VN:8443/T/${code}`);
  });

  it('has 60 characters with a host of 10, as the smallest label needs', () => {
    expect(stampUrl('https://tem.vn.com', code, GTIN)).toHaveLength(60);
  });

  it('keeps http where there can be no certificate, and nowhere else', () => {
    const scheme = (origin: string) => stampUrl(origin, code, null).split(':')[0];
    expect(scheme('http://localhost:4321')).toBe('HTTP');
    expect(scheme('http://192.168.1.5:4321')).toBe('HTTP');
    expect(scheme('http://[::1]:4321')).toBe('HTTP');
    expect(scheme('https://localhost:4321')).toBe('HTTPS');
    expect(scheme('http://ocop.vn')).toBe('HTTPS');
  });

  it('stays in QR alphanumeric mode and comes back', () => {
    const anyPosition = fc.record({
      range: fc.nat({ max: 2 ** 21 - 1 }),
      index: fc.nat({ max: 2 ** 24 - 1 }),
    });
    const anyHost = fc.constantFrom('https://ocop.example', 'http://localhost:4321', 'https://a.vn');
    fc.assert(
      fc.property(anyPosition, anyHost, fc.constantFrom(GTIN, null), (position, origin, gtin) => {
        const made = buildStampCode(keyring, position, gtin);
        const url = stampUrl(origin, made, gtin);
        expect(url).toMatch(QR_ALPHANUMERIC);
        expect(parseStampLink(url)).toMatchObject({ form: 'tagged', code: made, gtin });
      }),
    );
  });

  it('prints the code as it is, however it was typed', () => {
    expect(stampUrl('https://ocop.vn', groupTyped(code).toLowerCase(), null)).toContain(code);
  });

  it.each(['ocop.vn', '', 'ftp://ocop.vn', 'https://ocop.vn/tem', 'https://ocop.vn/?a=1'])(
    'refuses the origin %j',
    (origin) => {
      expect(() => stampUrl(origin, code, null)).toThrow(RangeError);
    },
  );

  it('refuses a broken code or GTIN', () => {
    expect(() => stampUrl('https://ocop.vn', 'ABC', null)).toThrow(RangeError);
    expect(() => stampUrl('https://ocop.vn', code, '9506000134353')).toThrow(RangeError);
  });
});

describe('groupTyped', () => {
  it('puts dashes between fives', () => {
    expect(groupTyped('ABCDEFGHJK0123456789')).toBe('ABCDE-FGHJK-01234-56789');
    expect(groupTyped('abc')).toBe('ABC');
    expect(groupTyped('')).toBe('');
  });
});
