import { checkCharacter, drawReadable, readReadable } from '../check-character.ts';

/** Drawn by chance: 31¹⁵ codes, 74 bits, so that the hash of one says nothing of it. */
const DRAWN = 15;

/** Length of a code, its check character included. */
export const INVITATION_CODE_LENGTH = DRAWN + 1;

/** A code on paper is typed by somebody who is told what it is for; a longer one than that of an order. */
export const TYPED_INVITATION_LENGTH = 40;

/**
 * Makes the code of an invitation, which is given away once and kept only as a hash.
 * @param draw a whole number from 0 to below the given one, from a source nobody can guess
 */
export function invitationCode(draw: (below: number) => number): string {
  const body = drawReadable(DRAWN, draw);
  return body + checkCharacter(body);
}

/**
 * Reads a code as somebody typed it.
 * @returns null where its check character does not fit: one character is wrong, or two changed places
 */
export function readInvitationCode(typed: string): string | null {
  if (typed.length > TYPED_INVITATION_LENGTH) return null;
  const code = readReadable(typed, INVITATION_CODE_LENGTH);
  return code !== null && checkCharacter(code.slice(0, DRAWN)) === code.charAt(DRAWN) ? code : null;
}

/** As it is printed: `ABCD-EFGH-JKMN-PQRS`. */
export function printedInvitationCode(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$&-');
}
