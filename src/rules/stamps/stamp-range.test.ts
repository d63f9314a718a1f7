import { describe, expect, it } from 'vitest';
import { verifyStampCode } from './stamp-code.ts';
import type { StampKeyring } from './stamp-keys.ts';
import { stampsOfRange } from './stamp-range.ts';
import type { StampRange } from './stamp-range.ts';
import { verifySignedStamp } from './stamp-signing.ts';
import { parseStampLink, signedCodeOf } from './stamp-link.ts';

const key = (byte: number) => ({
  secret: new Uint8Array(32).fill(byte),
  from: null,
  until: null,
  cutOff: null,
});
const keyring: StampKeyring = { current: '2', epochs: { '1': key(1), '2': key(2) } };
const origin = 'https://ocop.vn';
const range: StampRange = {
  number: 7,
  first: 40,
  count: 5,
  epoch: '1',
  gtin: '09506000134352',
  form: 'tagged',
};

describe.each(['09506000134352', null])('a range with GTIN %s', (gtin) => {
  it('of tagged stamps verifies place by place, under its own epoch', () => {
    const stamps = [...stampsOfRange({ ...range, gtin }, keyring, origin)];
    expect(stamps).toHaveLength(5);
    stamps.forEach(({ code, url }, n) => {
      expect(parseStampLink(url)).toMatchObject({ form: 'tagged', code, gtin });
      expect(verifyStampCode(keyring, code, gtin)).toEqual({
        ok: true,
        epoch: '1',
        position: { range: 7, index: 40 + n },
        code,
      });
    });
  });

  it('of signed stamps too, with the 10 characters people read', () => {
    const stamps = [...stampsOfRange({ ...range, gtin, form: 'signed' }, keyring, origin)];
    expect(stamps).toHaveLength(5);
    stamps.forEach(({ code, url }, n) => {
      const link = parseStampLink(url);
      expect(link).toMatchObject({ form: 'signed', code, gtin });
      expect(link?.form === 'signed' && verifySignedStamp(keyring, signedCodeOf(link))).toEqual({
        ok: true,
        epoch: '1',
        position: { range: 7, index: 40 + n },
        code,
      });
    });
  });
});

describe('a range', () => {
  it('gives the same stamps again', () => {
    const again = () => [...stampsOfRange(range, keyring, origin)];
    expect(again()).toEqual(again());
  });

  it('needs no memory for stamps nobody asked for', () => {
    const huge = stampsOfRange({ ...range, first: 0, count: 2 ** 24 }, keyring, origin);
    const first = huge.next();
    expect(first.done).toBe(false);
  });

  it('is refused without its key, and beyond its last place', () => {
    expect(() => [...stampsOfRange({ ...range, epoch: '3' }, keyring, origin)]).toThrow(RangeError);
    const tooFar = { ...range, first: 2 ** 24 - 1, count: 2 };
    expect(() => [...stampsOfRange(tooFar, keyring, origin)]).toThrow(RangeError);
  });
});
