/**
 * Digits and capital letters without those taken for one another (0 O, 1 I L): what is read off paper, said over
 * the telephone and typed again is written in these. 31 of them, a prime, as the check character needs.
 */
export const READABLE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/**
 * Weighted sum modulo 31: with weights that are all different, a wrong character and any two that changed places
 * give another sum.
 * @param body at most 29 characters of {@link READABLE_ALPHABET}: beyond, weights repeat
 */
export function checkCharacter(body: string): string {
  const sum = [...body].reduce((total, one, at) => total + (at + 2) * READABLE_ALPHABET.indexOf(one), 0);
  return READABLE_ALPHABET.charAt(sum % READABLE_ALPHABET.length);
}

/** So many characters, each drawn by chance. @param draw a whole number from 0 to below the given one */
export function drawReadable(length: number, draw: (below: number) => number): string {
  return Array.from({ length }, () => READABLE_ALPHABET.charAt(draw(READABLE_ALPHABET.length))).join('');
}

/**
 * What somebody typed of such a code, as it is printed: capitals, without spaces, hyphens and points.
 * @returns null where it has another length or other characters
 */
export function readReadable(written: string, length: number): string | null {
  const code = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '');
  return code.length === length && [...code].every((one) => READABLE_ALPHABET.includes(one)) ? code : null;
}
