import { checkCharacter, drawReadable, readReadable } from './check-character.ts';

/**
 * The number of an order as people read, say and write it, and as a bank transfers it: two letters that every code
 * begins with, six characters drawn by chance and a check character. It tells nothing of how many orders there are.
 * Written in the readable alphabet, so that it can be read out over the telephone. Nine characters are what the
 * narrowest payment service lets a note have.
 */

/** By this a code is known in the note of a transfer, where banks join it to words of their own. */
export const ORDER_CODE_PREFIX = 'MX';
const DRAWN = 6;

/** Without the check character. */
const BODY_LENGTH = ORDER_CODE_PREFIX.length + DRAWN;

/** Length of an order's code, its check character included. */
export const ORDER_CODE_LENGTH = BODY_LENGTH + 1;

/**
 * Makes a code of six numbers below 31, each drawn by chance. Which orders there are already is for the
 * database to say: 31⁶ codes are 887 million.
 * @param draw a whole number from 0 to below the given one
 */
export function orderCode(draw: (below: number) => number): string {
  const body = ORDER_CODE_PREFIX + drawReadable(DRAWN, draw);
  return body + checkCharacter(body);
}

/**
 * Reads a code as somebody wrote it: in small letters, with spaces or hyphens. Codes of earlier orders, of which
 * all eight characters were drawn, are read as well.
 * @returns the code, or null where its check character does not fit: one character is wrong, or two
 * changed places
 */
export function readOrderCode(written: string): string | null {
  const code = readReadable(written, ORDER_CODE_LENGTH);
  return code !== null && isCode(code) ? code : null;
}

function isCode(code: string): boolean {
  return checkCharacter(code.slice(0, BODY_LENGTH)) === code.charAt(BODY_LENGTH);
}

/**
 * Every code that the note of a transfer may hold, each once. Banks write notes in capitals, without marks, with
 * words of their own before and after and without the spaces between, so a code is looked for anywhere in what
 * remains of letters and digits; also a row of other words can come to look like one: whether there is such an
 * order is for the database to say.
 */
export function orderCodesIn(note: string): string[] {
  const joined = note
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const found = new Set<string>();
  for (let at = joined.indexOf(ORDER_CODE_PREFIX); at >= 0; at = joined.indexOf(ORDER_CODE_PREFIX, at + 1)) {
    const code = joined.slice(at, at + ORDER_CODE_LENGTH);
    if (code.length === ORDER_CODE_LENGTH && isCode(code)) found.add(code);
  }
  return [...found];
}
