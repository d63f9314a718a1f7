/**
 * The code on an electronic stamp: K + SERIAL + TAG, 20 characters of Crockford base 32.
 * K names the key epoch. SERIAL (45 bits) is a keyed permutation of (range, index): no two alike,
 * their order hidden, nothing stored for a stamp nobody touched. TAG (50 bits) is cut from an
 * HMAC over GTIN, K and SERIAL under the range's own key. A right tag says that the code was
 * issued here; it cannot tell a photocopy, so it never says that the goods are genuine.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { decodeCrockford, encodeCrockford, isCrockford, normaliseTyped } from './crockford.ts';
import { isGtin, toGtin14 } from '../digital-link/gtin.ts';
import { checkSecret, currentStampKey, stampKeyOf } from './stamp-keys.ts';
import type { StampKeyring } from './stamp-keys.ts';
import { STAMP_INDEX_BITS, STAMP_RANGE_BITS, type StampPosition } from './stamp-position.ts';
import { STAMP_CODE_LENGTH } from './stamp-url.ts';

export { groupTyped } from './stamp-url.ts';

export type StampVerification =
  | { ok: true; epoch: string; position: StampPosition; code: string }
  | { ok: false; reason: 'malformed' | 'not-issued' };

const SERIAL_LENGTH = 9;
const TAG_LENGTH = 10;

/** 45 bits in two halves that swap places each round, as in NIST SP 800-38G (FF1). */
const LEFT_BITS = 22;
const RIGHT_BITS = 23;
const ROUNDS = 10;

/** Keeps the three uses of an epoch key apart: no output of one is ever an input of another. */
const PERMUTATION_DOMAIN = 'ocop stamp permutation 1';
const RANGE_KEY_DOMAIN = 'ocop stamp range key 1';
const TAG_DOMAIN = 'ocop stamp tag 1';

/** Domain, a zero byte that ends it, a round number, a 32-bit number: of one length per domain. */
function message(domain: string): Buffer {
  const bytes = Buffer.alloc(domain.length + 6);
  bytes.write(domain, 'latin1');
  return bytes;
}

function hmac(key: Uint8Array, text: Uint8Array): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

const roundMessage = message(PERMUTATION_DOMAIN);

/** The round function: a pseudo-random number of `bits` bits from the other half. */
function scramble(key: Uint8Array, round: number, half: number, bits: number): number {
  roundMessage[PERMUTATION_DOMAIN.length + 1] = round;
  roundMessage.writeUInt32BE(half, PERMUTATION_DOMAIN.length + 2);
  return hmac(key, roundMessage).readUInt32BE() >>> (32 - bits);
}

function roundBits(round: number): number {
  return round % 2 === 0 ? LEFT_BITS : RIGHT_BITS;
}

function addTo(half: number, amount: number, bits: number): number {
  return (half + amount) & ((1 << bits) - 1);
}

/**
 * The 9 characters of a stamp's serial under an epoch key. One to one in both directions.
 * RangeError for a position outside its bits or a key that is not 32 bytes.
 */
export function stampSerial(key: Uint8Array, position: StampPosition): string {
  checkSecret(key);
  const { range, index } = position;
  const fits = (n: number, bits: number) => Number.isInteger(n) && n >= 0 && n < 2 ** bits;
  if (!fits(range, STAMP_RANGE_BITS) || !fits(index, STAMP_INDEX_BITS)) {
    throw new RangeError(`No such stamp position: range ${range}, index ${index}`);
  }
  const plain = range * 2 ** STAMP_INDEX_BITS + index;
  let left = Math.floor(plain / 2 ** RIGHT_BITS);
  let right = plain % 2 ** RIGHT_BITS;
  for (let round = 0; round < ROUNDS; round += 1) {
    const bits = roundBits(round);
    [left, right] = [right, addTo(left, scramble(key, round, right, bits), bits)];
  }
  return encodeCrockford((BigInt(left) << BigInt(RIGHT_BITS)) | BigInt(right), SERIAL_LENGTH);
}

/**
 * The position a serial stands for: the inverse of {@link stampSerial}. Any 9 characters stand
 * for some position. RangeError for anything else.
 */
export function stampPosition(key: Uint8Array, serial: string): StampPosition {
  checkSecret(key);
  const value = serial.length === SERIAL_LENGTH ? decodeCrockford(serial) : null;
  if (value === null) throw new RangeError(`Not a stamp serial: '${serial}'`);
  let left = Number(value >> BigInt(RIGHT_BITS));
  let right = Number(value & BigInt(2 ** RIGHT_BITS - 1));
  for (let round = ROUNDS - 1; round >= 0; round -= 1) {
    const bits = roundBits(round);
    [left, right] = [addTo(right, -scramble(key, round, left, bits), bits), left];
  }
  const plain = left * 2 ** RIGHT_BITS + right;
  return { range: Math.floor(plain / 2 ** STAMP_INDEX_BITS), index: plain % 2 ** STAMP_INDEX_BITS };
}

const rangeMessage = message(RANGE_KEY_DOMAIN);

function rangeKey(key: Uint8Array, range: number): Buffer {
  rangeMessage.writeUInt32BE(range, RANGE_KEY_DOMAIN.length + 2);
  return hmac(key, rangeMessage);
}

/** 50 bits over GTIN (empty without one), K and SERIAL, under the key of the range. */
function stampTag(key: Uint8Array, range: number, gtin14: string, head: string): string {
  const bound = [TAG_DOMAIN, gtin14, head.charAt(0), head.slice(1)].join('\0');
  const mac = hmac(rangeKey(key, range), Buffer.from(bound));
  return encodeCrockford(mac.readBigUInt64BE() >> 14n, TAG_LENGTH);
}

/**
 * Whether `tag` is the tag of `head` (K and SERIAL) in this range; `gtin14` is empty without a GTIN.
 * Compared in constant time. Both texts have to be in the printed form.
 */
export function isStampTag(
  key: Uint8Array,
  range: number,
  gtin14: string,
  head: string,
  tag: string,
): boolean {
  return timingSafeEqual(Buffer.from(stampTag(key, range, gtin14, head)), Buffer.from(tag));
}

/**
 * A new code under the current epoch, bound to the trade item when there is one. The same
 * position and GTIN always give the same code. RangeError for a bad keyring, position or GTIN.
 */
export function buildStampCode(keyring: StampKeyring, position: StampPosition, gtin: string | null): string {
  const { epoch, secret } = currentStampKey(keyring);
  const head = epoch + stampSerial(secret, position);
  return head + stampTag(secret, position.range, gtin === null ? '' : toGtin14(gtin), head);
}

/**
 * Whether a code, as scanned or typed, was issued under one of the keys for this GTIN (null on
 * the path without one). 'malformed': not 20 characters of the alphabet, or no GTIN;
 * 'not-issued': well-formed, but made by nobody here. Lower case, O for 0, I or L for 1, spaces
 * and dashes are forgiven; `code` is the printed form. Tags are compared in constant time.
 * Whether the position was ever handed out is for the record of ranges to say.
 */
export function verifyStampCode(keyring: StampKeyring, code: string, gtin: string | null): StampVerification {
  const typed = normaliseTyped(code);
  if (!isCrockford(typed, STAMP_CODE_LENGTH)) return { ok: false, reason: 'malformed' };
  if (gtin !== null && !isGtin(gtin)) return { ok: false, reason: 'malformed' };
  const epoch = typed.charAt(0);
  const key = stampKeyOf(keyring, epoch)?.secret;
  if (!key) return { ok: false, reason: 'not-issued' };
  const head = typed.slice(0, 1 + SERIAL_LENGTH);
  const position = stampPosition(key, head.slice(1));
  const gtin14 = gtin === null ? '' : toGtin14(gtin);
  const right = isStampTag(key, position.range, gtin14, head, typed.slice(1 + SERIAL_LENGTH));
  return right ? { ok: true, epoch, position, code: typed } : { ok: false, reason: 'not-issued' };
}
