/** Crockford's base 32: no I, L, O (read as digits) and no U. All in QR's alphanumeric mode. */
export const CROCKFORD_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const PRINTED = /^[0-9A-HJKMNP-TV-Z]*$/;

/**
 * What a person typed, brought to the printed form: capitals, O read as 0, I and L as 1, spaces,
 * dashes and invisible characters dropped. Other characters stay, for the reader to refuse.
 */
export function normaliseTyped(text: string): string {
  if (PRINTED.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}

/**
 * A number as exactly `length` characters of 5 bits, most significant first.
 * RangeError when it is negative or needs more characters.
 */
export function encodeCrockford(value: bigint, length: number): string {
  if (value < 0n || value >> BigInt(length * 5) !== 0n) {
    throw new RangeError(`${value} does not fit ${length} characters of base 32`);
  }
  let text = '';
  for (let rest = value; text.length < length; rest >>= CHUNK_BITS) {
    text = encodeChunk(Number(rest & CHUNK_MASK), Math.min(CHUNK, length - text.length)) + text;
  }
  return text;
}

/** As many characters as a number holds exactly; whole big integers cost ten times as much. */
const CHUNK = 10;
const CHUNK_BITS = BigInt(CHUNK * 5);
const CHUNK_MASK = (1n << CHUNK_BITS) - 1n;

function encodeChunk(value: number, length: number): string {
  let text = '';
  let rest = value;
  for (let at = 0; at < length; at += 1) {
    text = CROCKFORD_ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** The number, typed forgivingly; null when empty or with a character outside the alphabet. */
export function decodeCrockford(text: string): bigint | null {
  const typed = normaliseTyped(text);
  if (typed === '' || !isCrockford(typed, typed.length)) return null;
  let value = 0n;
  for (let at = 0; at < typed.length; at += CHUNK) {
    const chunk = typed.slice(at, at + CHUNK);
    value = (value << BigInt(chunk.length * 5)) | BigInt(decodeChunk(chunk));
  }
  return value;
}

function decodeChunk(text: string): number {
  let value = 0;
  for (const character of text) value = value * 32 + CROCKFORD_ALPHABET.indexOf(character);
  return value;
}

/** Whether the text is exactly `length` characters of the alphabet, in the printed form. */
export function isCrockford(text: string, length: number): boolean {
  return text.length === length && PRINTED.test(text);
}
