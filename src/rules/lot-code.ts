/**
 * Codes of lots. GS1 (General Specifications, AI 10) allows up to twenty characters of set 82: letters
 * without marks, digits and some signs, no spaces. It tells capitals from small letters; people who type a
 * code from a package do not, so two lots whose codes differ in that alone would be taken for one.
 */

/** The longest code. */
export const LOT_CODE_LENGTH = 20;

/** Whether a text can be the code of a new lot. */
export function isLotCode(text: string): boolean {
  return text.length <= LOT_CODE_LENGTH && /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]+$/.test(text);
}

/** What codes are compared by: two codes with one key are one lot. */
export function lotKey(code: string): string {
  return code.toUpperCase();
}
