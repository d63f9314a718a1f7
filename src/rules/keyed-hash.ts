import { _SHA256 } from '@noble/hashes/sha2.js';

/** Hashes a message under a key; the 32 bytes are good until the next call of any keyed hash. */
export type KeyedHash = (message: Uint8Array) => Uint8Array;

const BLOCK_BYTES = 64;
const HASH_BYTES = 32;

/** The eight words SHA-256 carries from block to block (FIPS 180-4, 6.2.2). */
type Words = ReturnType<Sha256['get']>;

/** SHA-256 that goes on from words kept earlier. Setting up one for every hash would cost more than hashing. */
class Sha256 extends _SHA256 {
  declare buffer: Uint8Array;
  private readonly start = this.get();

  /** The words after one whole block. */
  wordsAfter(block: Uint8Array): Words {
    this.goOn(this.start, 0);
    this.update(block);
    return this.get();
  }

  /** Ends the hash begun with a whole block; it lies at the beginning of `buffer`. */
  finishFrom(words: Words, message: Uint8Array): void {
    this.goOn(words, BLOCK_BYTES);
    this.update(message).digestInto(this.buffer);
  }

  private goOn(words: Words, length: number): void {
    this.set(...words);
    this.length = length;
    this.pos = 0;
    this.finished = false;
  }
}

/** One for all keys: no hash begins before another ends. */
const sha = new Sha256();
const digest = sha.buffer.subarray(0, HASH_BYTES);
const block = new Uint8Array(BLOCK_BYTES);

/**
 * HMAC-SHA-256 (RFC 2104) under one key, for many short messages: both padded keys are worked in
 * once, and each message begins from a copy of those states. For messages of a few dozen bytes this
 * takes less than half the time of node:crypto, whose cost is in setting up.
 * RangeError for a key longer than a block of 64 bytes.
 */
export function keyedHash(key: Uint8Array): KeyedHash {
  if (key.length > BLOCK_BYTES) throw new RangeError(`A key of ${key.length} bytes is too long`);
  const inner = wordsAfterKey(key, 0x36);
  const outer = wordsAfterKey(key, 0x5c);
  block.fill(0);
  return (message) => {
    sha.finishFrom(inner, message);
    sha.finishFrom(outer, digest);
    return digest;
  };
}

function wordsAfterKey(key: Uint8Array, pad: number): Words {
  block.fill(pad);
  key.forEach((byte, at) => (block[at] = byte ^ pad));
  return sha.wordsAfter(block);
}
