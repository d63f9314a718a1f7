/**
 * The number of an order as people read, say and write it: eight characters drawn by chance and a check
 * character. It tells nothing of how many orders there are. Digits and capital letters without those
 * taken for one another (0 O, 1 I L), so that it can be read out over the telephone.
 */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const DRAWN = 8;

/** Length of an order's code, its check character included. */
export const ORDER_CODE_LENGTH = DRAWN + 1;

/**
 * Makes a code of eight numbers below 31, each drawn by chance. Which orders there are already is for the
 * database to say: 31⁸ codes are 850 thousand million.
 * @param draw a whole number from 0 to below the given one
 */
export function orderCode(draw: (below: number) => number): string {
  const drawn = Array.from({ length: DRAWN }, () => ALPHABET.charAt(draw(ALPHABET.length))).join('');
  return drawn + checkCharacter(drawn);
}

/**
 * Reads a code as somebody wrote it: in small letters, with spaces or hyphens.
 * @returns the code, or null where its check character does not fit: one character is wrong, or two
 * changed places
 */
export function readOrderCode(written: string): string | null {
  const code = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '');
  if (code.length !== ORDER_CODE_LENGTH || [...code].some((one) => !ALPHABET.includes(one))) return null;
  return checkCharacter(code.slice(0, DRAWN)) === code.charAt(DRAWN) ? code : null;
}

/**
 * Weighted sum modulo 31, a prime: with weights that are all different, a wrong character and any two that
 * changed places give another sum.
 */
function checkCharacter(drawn: string): string {
  const sum = [...drawn].reduce((total, one, at) => total + (at + 2) * ALPHABET.indexOf(one), 0);
  return ALPHABET.charAt(sum % ALPHABET.length);
}
