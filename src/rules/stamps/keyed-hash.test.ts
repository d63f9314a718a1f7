import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyedHash } from './keyed-hash.ts';

it('is HMAC-SHA-256 for any key of up to a block and any message, one after another', () => {
  const anyKey = fc.uint8Array({ maxLength: 64 });
  const anyMessages = fc.array(fc.uint8Array({ maxLength: 200 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(anyKey, anyMessages, (key, messages) => {
      const hash = keyedHash(key);
      for (const message of messages) {
        const expected = createHmac('sha256', key).update(message).digest('hex');
        expect(Buffer.from(hash(message)).toString('hex')).toBe(expected);
      }
    }),
    { numRuns: 200 },
  );
});

it('keeps two keys apart when they are used in turn', () => {
  const [one, other] = [keyedHash(Uint8Array.of(1)), keyedHash(Uint8Array.of(2))];
  const message = Uint8Array.of(3);
  const first = Buffer.from(one(message)).toString('hex');
  expect(Buffer.from(other(message)).toString('hex')).not.toBe(first);
  expect(Buffer.from(one(message)).toString('hex')).toBe(first);
});

it('refuses a key that HMAC would first have to hash', () => {
  expect(() => keyedHash(new Uint8Array(65))).toThrow(RangeError);
});
