import { expect, it } from 'vitest';
import { CROCKFORD_ALPHABET } from './crockford.ts';
import { encodeSignature } from './signed-code.ts';
import { buildStampCode, verifyStampCode } from './stamp-code.ts';
import type { StampKeyring } from './stamp-keys.ts';
import { signStamp, verifySignedStamp } from './stamp-signing.ts';
import { SIGNED_CODE_LENGTH, STAMP_CODE_LENGTH } from './stamp-url.ts';

const EPOCH = '1';
const GTIN = '9506000134352';
const keyring: StampKeyring = {
  current: EPOCH,
  epochs: {
    [EPOCH]: { secret: new Uint8Array(32).fill(7), from: null, until: null, cutOff: null },
  },
};

/** Marsaglia's xorshift: the same guesses in every run, at no cost beside verifying them. */
let state = 20_260_805;
function random(): number {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
}

/** A code of a right epoch; its other characters are chance, five bits each. */
function guess(length: number): string {
  let text = EPOCH;
  while (text.length < length) {
    let bits = random();
    for (let some = 0; some < 5 && text.length < length; some += 1) {
      text += CROCKFORD_ALPHABET.charAt(bits & 31);
      bits >>>= 5;
    }
  }
  return text;
}

/** `GUESSES=1000000`, a million and 20,000 signatures, take a minute. */
const GUESSES = Number(process.env.GUESSES ?? 100_000);
const SIGNATURES = GUESSES / 50;
const LIMIT = { timeout: 120_000 + GUESSES };

// Told by counts: an expectation for each guess would take longer than verifying it.
it(`${GUESSES} guessed codes are refused, with a GTIN and without`, LIMIT, () => {
  let refused = 0;
  for (let n = 0; n < GUESSES; n += 1) {
    const verified = verifyStampCode(keyring, guess(STAMP_CODE_LENGTH), n % 2 === 0 ? GTIN : null);
    if (!verified.ok && verified.reason === 'not-issued') refused += 1;
  }
  expect(refused).toBe(GUESSES);
});

it('a right code among them would be seen', () => {
  for (const gtin of [GTIN, null]) {
    const code = buildStampCode(keyring, { range: 3, index: 4 }, gtin);
    expect(verifyStampCode(keyring, code, gtin).ok).toBe(true);
  }
});

/** 64 bytes of chance, with S below the group's order: any other is refused before it is tried. */
function guessedSignature(): string {
  const bytes = Uint8Array.from({ length: 64 }, () => random() >>> 24);
  bytes[63] = random() >>> 28;
  return encodeSignature(bytes);
}

const signed = signStamp(keyring, { range: 3, index: 4 }, GTIN);

// Some 6,000 a second can be tried on one core: a million would take three minutes.
it(`${SIGNATURES} guessed signatures are refused`, LIMIT, () => {
  let refused = 0;
  for (let n = 0; n < SIGNATURES; n += 1) {
    // Every other guess is for a stamp that was issued.
    const code10 = n % 2 === 0 ? signed.code10 : guess(SIGNED_CODE_LENGTH);
    const read = { ...signed, code10, serial: code10.slice(1), signature: guessedSignature() };
    const verified = verifySignedStamp(keyring, read);
    if (!verified.ok && verified.reason === 'not-issued') refused += 1;
  }
  expect(refused).toBe(SIGNATURES);
});

it('a right signature among them would be seen', () => {
  expect(verifySignedStamp(keyring, signed).ok).toBe(true);
});
