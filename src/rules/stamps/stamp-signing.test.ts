import { createHash, createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CROCKFORD_ALPHABET } from './crockford.ts';
import { decodeSignature, readJwks, signedStampUrl, verifySignedCode } from './signed-code.ts';
import { parseStampLink, signedCodeOf } from './stamp-link.ts';
import type { SignedCode } from './signed-code.ts';
import { signStamp, stampJwks, verifySignedStamp } from './stamp-signing.ts';
import { stampSerial } from './stamp-code.ts';
import type { StampKey, StampKeyring } from './stamp-keys.ts';

/** Test keys, from words. */
const keyFrom = (word: string): StampKey => ({
  secret: new Uint8Array(createHash('sha256').update(word).digest()),
  from: null,
  until: null,
  cutOff: null,
});
const keyring: StampKeyring = {
  current: '2',
  epochs: { '1': keyFrom('first epoch'), '2': keyFrom('second epoch') },
};
const publicKeys = readJwks(JSON.parse(JSON.stringify(stampJwks(keyring))));

const GTIN = '09506000134352';
const OTHER_GTIN = '09506000134369';
const at = { range: 12, index: 345 };

const anyPosition = fc.record({
  range: fc.integer({ min: 0, max: 2 ** 21 - 1 }),
  index: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
});
const anyGtin = fc.constantFrom(GTIN, OTHER_GTIN, null);

function signedIn(url: string) {
  const link = parseStampLink(url);
  return link?.form === 'signed' ? signedCodeOf(link) : null;
}

describe('a signed stamp', () => {
  it('stays the same for ever: printed stamps outlive releases', () => {
    const first = { ...keyring, current: '1' };
    expect([
      signedStampUrl('https://ocop.vn', signStamp(first, at, GTIN)),
      signedStampUrl('https://ocop.vn', signStamp(first, { range: 0, index: 0 }, null)),
    ]).toMatchInlineSnapshot(`
      [
        "HTTPS://OCOP.VN/042FYKS0KZ8RZ8RVQC6DY9RV9QY83KDPY23TWKJYEJCQ08HJBXM5HKEKJ6WA5PHYAE4SZDYA1B3HB9N3HWSKXVZH8SA72PPSP6ZJYG6/01/09506000134352/21/1QR8TMD87R",
        "HTTPS://OCOP.VN/097HXQDJFTHW9AVDACMWV8XN79V065JMSZGF2BHSTM7F5QKQTKYYQ1MH5M5FASWH1XDT2M0R1DTSG5BKZ5HYQ7467PWJ3GP1MEG2Z0E/T/164QZPW950",
      ]
    `);
  });

  it('verifies here to its position, however it is read', () => {
    fc.assert(
      fc.property(anyPosition, anyGtin, (position, gtin) => {
        const signed = signStamp(keyring, position, gtin);
        const url = signedStampUrl('https://ocop.vn', signed);
        expect(signedIn(url)).toEqual(signed);
        expect(signedIn(url.toLowerCase())).toEqual(signed);
        expect(verifySignedStamp(keyring, signed)).toEqual({
          ok: true,
          epoch: '2',
          position,
          code: signed.code10,
        });
      }),
      { numRuns: 200 },
    );
  });

  it('is read as it is typed: small letters, O for 0, I and L for 1, dashes', () => {
    const dress = (text: string, seed: number) =>
      [...text]
        .map((character, place) => {
          const mood = (seed >> (place % 20)) & 3;
          const likes = { '0': 'oO0o', '1': 'iIlL' }[character];
          const typed = likes ? likes.charAt(mood) : mood % 2 ? character.toLowerCase() : character;
          return place % 5 === 4 && mood > 1 ? `${typed}-` : typed;
        })
        .join('');
    fc.assert(
      fc.property(anyPosition, fc.nat(), (position, seed) => {
        const signed = signStamp(keyring, position, GTIN);
        const typed = `https://ocop.vn/en/${dress(signed.signature, seed)}/01/${GTIN}/21/${dress(signed.code10, seed)}`;
        expect(signedIn(typed)).toEqual(signed);
      }),
    );
  });

  it('verifies anywhere with the published keys alone', () => {
    fc.assert(
      fc.property(anyPosition, anyGtin, (position, gtin) => {
        const signed = signStamp(keyring, position, gtin);
        expect(verifySignedCode(publicKeys, signed)).toMatchObject({ ok: true, kid: '2' });
      }),
      { numRuns: 50 },
    );
  });

  it('verifies for a stranger who has read only the description of the form', () => {
    const { signature, epoch, serial } = signStamp(keyring, at, GTIN);
    const jwk = stampJwks(keyring).keys.find(({ kid }) => kid === epoch);
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const signed = Buffer.from(`ocop signed stamp 1\0${GTIN}\0${epoch}\0${serial}`);
    expect(verify(null, signed, key, decodeSignature(signature) as Uint8Array)).toBe(true);
  });

  it('of an older epoch verifies after the current one moved on', () => {
    const old = signStamp({ ...keyring, current: '1' }, at, null);
    expect(verifySignedStamp(keyring, old)).toMatchObject({ ok: true, epoch: '1', position: at });
    expect(verifySignedCode(publicKeys, old)).toMatchObject({ ok: true, kid: '1' });
    const without = { current: '2', epochs: { '2': keyFrom('second epoch') } };
    expect(verifySignedStamp(without, old)).toEqual({ ok: false, reason: 'not-issued' });
  });

  it('has the serial of its position, and GTINs of any length', () => {
    const signed = signStamp(keyring, at, GTIN.slice(1));
    expect(signed).toEqual(signStamp(keyring, at, GTIN));
    expect(signed.serial).toBe(stampSerial(keyFrom('second epoch').secret, at));
    expect(signed.code10).toBe(`2${signed.serial}`);
  });

  it('is refused without its key, with a wrong GTIN and outside the ranges', () => {
    expect(() => signStamp({ ...keyring, current: '3' }, at, null)).toThrow(RangeError);
    expect(() => signStamp(keyring, at, '9506000134353')).toThrow(RangeError);
    expect(() => signStamp(keyring, { range: 2 ** 21, index: 0 }, null)).toThrow(RangeError);
  });
});

describe('forgery', () => {
  /** Every stamp that differs in one character of the signature, K or SERIAL. */
  function* mutants(stamp: SignedCode): Generator<SignedCode> {
    for (let place = 0; place < stamp.signature.length; place += 1) {
      for (const signature of changes(stamp.signature, place)) yield { ...stamp, signature };
    }
    for (const epoch of changes(stamp.epoch, 0)) {
      yield { ...stamp, epoch, code10: epoch + stamp.serial };
    }
    for (let place = 0; place < stamp.serial.length; place += 1) {
      for (const serial of changes(stamp.serial, place)) {
        yield { ...stamp, serial, code10: stamp.epoch + serial };
      }
    }
  }

  function changes(text: string, place: number): string[] {
    return [...CROCKFORD_ALPHABET.replace(text.charAt(place), '')].map(
      (character) => text.slice(0, place) + character + text.slice(place + 1),
    );
  }

  it('by one character is refused at every place with every character', () => {
    const stamp = signStamp(keyring, at, GTIN);
    let count = 0;
    for (const mutant of mutants(stamp)) {
      expect(verifySignedStamp(keyring, mutant).ok).toBe(false);
      count += 1;
    }
    expect(count).toBe(113 * 31);
  });

  it('by one character is refused by the published keys too', () => {
    // One in twenty of the same, at every place: each costs a thousandth of a second.
    const sample = [...mutants(signStamp(keyring, at, null))].filter((_, n) => n % 20 === 0);
    for (const mutant of sample) expect(verifySignedCode(publicKeys, mutant).ok).toBe(false);
  });

  it('by another GTIN, or by leaving it out or putting one in, is refused', () => {
    const stamp = signStamp(keyring, at, GTIN);
    const bare = signStamp(keyring, at, null);
    const digits = [...GTIN].flatMap((_, place) =>
      [...'0123456789']
        .map((digit) => GTIN.slice(0, place) + digit + GTIN.slice(place + 1))
        .filter((gtin) => gtin !== GTIN),
    );
    for (const gtin14 of [...digits, OTHER_GTIN, null]) {
      expect(verifySignedStamp(keyring, { ...stamp, gtin14 }).ok).toBe(false);
    }
    expect(verifySignedCode(publicKeys, { ...stamp, gtin14: OTHER_GTIN }).ok).toBe(false);
    expect(verifySignedCode(publicKeys, { ...bare, gtin14: GTIN }).ok).toBe(false);
  });

  it('by grafting a signature onto another stamp is refused', () => {
    fc.assert(
      fc.property(anyPosition, anyPosition, (one, other) => {
        fc.pre(one.range !== other.range || one.index !== other.index);
        const { signature } = signStamp(keyring, one, GTIN);
        const grafted = { ...signStamp(keyring, other, GTIN), signature };
        expect(verifySignedStamp(keyring, grafted)).toEqual({ ok: false, reason: 'not-issued' });
      }),
    );
  });

  it('with a signature written in a second way is malformed', () => {
    const stamp = signStamp(keyring, at, GTIN);
    const first = CROCKFORD_ALPHABET.indexOf(stamp.signature.charAt(0));
    const signature = CROCKFORD_ALPHABET.charAt(first + 4) + stamp.signature.slice(1);
    const malformed = { ok: false, reason: 'malformed' };
    expect(verifySignedStamp(keyring, { ...stamp, signature })).toEqual(malformed);
    expect(verifySignedCode(publicKeys, { ...stamp, signature })).toEqual(malformed);
  });
});

describe('the published keys', () => {
  it('are the public halves alone, with their validity and cut-off', () => {
    const dated = {
      current: '2',
      epochs: {
        '1': {
          ...keyFrom('first epoch'),
          from: '2026-01-01T00:00:00.000Z',
          until: '2026-08-05T00:00:00.000Z',
          cutOff: '2026-07-01T00:00:00.000Z',
        },
        '2': keyFrom('second epoch'),
      },
    };
    const { keys } = stampJwks(dated);
    expect(keys).toEqual([
      {
        kty: 'OKP',
        crv: 'Ed25519',
        alg: 'EdDSA',
        use: 'sig',
        kid: '1',
        x: expect.stringMatching(/^[\w-]{43}$/),
        signing_from: '2026-01-01T00:00:00.000Z',
        signing_until: '2026-08-05T00:00:00.000Z',
        cut_off: '2026-07-01T00:00:00.000Z',
      },
      { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig', kid: '2', x: expect.any(String) },
    ]);
    expect(readJwks({ keys })[0]).toMatchObject({
      from: '2026-01-01T00:00:00.000Z',
      until: '2026-08-05T00:00:00.000Z',
      cutOff: '2026-07-01T00:00:00.000Z',
    });
  });

  it('tell nothing of the secrets', () => {
    const published = JSON.stringify(stampJwks(keyring));
    for (const { secret } of Object.values(keyring.epochs)) {
      expect(published).not.toContain(Buffer.from(secret).toString('base64url'));
      expect(published).not.toMatch(/"d"/);
    }
  });
});
