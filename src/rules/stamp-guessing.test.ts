import { expect, it } from 'vitest';
import { CROCKFORD_ALPHABET } from './crockford.ts';
import { buildStampCode, isStampTag, stampPosition, verifyStampCode } from './stamp-code.ts';
import type { StampKeyring } from './stamp-keys.ts';

const secret = new Uint8Array(32).fill(7);
const keyring: StampKeyring = {
  current: '1',
  epochs: { '1': { secret, from: null, until: null, cutOff: null } },
};

/** Marsaglia's xorshift: the same guesses in every run, at no cost beside verifying them. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield state >>> 0;
  }
}

const random = numbers(20_260_805);

function guess(length: number): string {
  let text = '';
  while (text.length < length) {
    let bits = random.next().value;
    for (let some = 0; some < 5 && text.length < length; some += 1) {
      text += CROCKFORD_ALPHABET.charAt(bits & 31);
      bits >>>= 5;
    }
  }
  return text;
}

// Whole codes cost a permutation each; the tag is what a guess has to get right, so the million is
// tried there: a thousand tags at each of a thousand guessed serials.
it('a million guessed tags are refused', { timeout: 60_000 }, () => {
  let accepted = 0;
  for (let place = 0; place < 1_000; place += 1) {
    const serial = guess(9);
    const { range } = stampPosition(secret, serial);
    const gtin14 = place % 3 === 0 ? '' : '09506000134352';
    for (let n = 0; n < 1_000; n += 1) {
      if (isStampTag(secret, range, gtin14, `1${serial}`, guess(10))) accepted += 1;
    }
  }
  expect(accepted).toBe(0);
});

it('the right tag among them would be seen', () => {
  const code = buildStampCode(keyring, { range: 3, index: 4 }, null);
  const { range } = stampPosition(secret, code.slice(1, 10));
  expect(isStampTag(secret, range, '', code.slice(0, 10), code.slice(10))).toBe(true);
});

it('whole codes guessed with a right epoch are refused, 20,000 times', () => {
  for (let n = 0; n < 20_000; n += 1) {
    const verified = verifyStampCode(keyring, `1${guess(19)}`, n % 3 === 0 ? null : '9506000134352');
    if (verified.ok || verified.reason !== 'not-issued') expect.fail(`guess ${n} was not refused`);
  }
});
