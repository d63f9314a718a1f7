/** Crockford's base 32: no I, L, O (read as digits) and no U. All in QR's alphanumeric mode. */
export const CROCKFORD_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * What a person typed, brought to the printed form: capitals, O read as 0, I and L as 1, spaces,
 * dashes and invisible characters dropped. Other characters stay, for the reader to refuse.
 */
export function normaliseTyped(text: string): string {
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
  for (let rest = value; text.length < length; rest >>= 5n) {
    text = CROCKFORD_ALPHABET.charAt(Number(rest & 31n)) + text;
  }
  return text;
}

/** The number, typed forgivingly; null when empty or with a character outside the alphabet. */
export function decodeCrockford(text: string): bigint | null {
  const typed = normaliseTyped(text);
  if (typed === '') return null;
  let value = 0n;
  for (const character of typed) {
    const digit = CROCKFORD_ALPHABET.indexOf(character);
    if (digit < 0) return null;
    value = (value << 5n) | BigInt(digit);
  }
  return value;
}

const PRINTED = /^[0-9A-HJKMNP-TV-Z]*$/;

/** Whether the text is exactly `length` characters of the alphabet, in the printed form. */
export function isCrockford(text: string, length: number): boolean {
  return text.length === length && PRINTED.test(text);
}
