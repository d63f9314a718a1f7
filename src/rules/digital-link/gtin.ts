/** GS1's own prefix for examples: a trade item of nobody, for samples only. */
const EXAMPLE_PREFIX = '9506000';

/**
 * The check digit for the digits of a key without it (GS1 General Specifications, 7.9.1: weights
 * 3, 1, 3 … from the right). Catches every change of one digit. RangeError unless all digits.
 */
export function gs1CheckDigit(digits: string): number {
  if (!/^[0-9]+$/.test(digits)) throw new RangeError(`Not a row of digits: '${digits}'`);
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const fromRight = digits.length - 1 - i;
    sum += Number(digits[i]) * (fromRight % 2 === 0 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
}

/** True when the last digit is the right check digit of those before it, whatever the length. */
export function hasCheckDigit(text: string): boolean {
  if (!/^[0-9]{2,}$/.test(text)) return false;
  return gs1CheckDigit(text.slice(0, -1)) === Number(text.at(-1));
}

/** True for a trade item number of 8, 12, 13 or 14 digits with its check digit. */
export function isGtin(text: string): boolean {
  return [8, 12, 13, 14].includes(text.length) && hasCheckDigit(text);
}

/** A GTIN in its 14-digit form, zeros in front. RangeError unless {@link isGtin}. */
export function toGtin14(text: string): string {
  if (!isGtin(text)) throw new RangeError(`Not a GTIN with a right check digit: '${text}'`);
  return text.padStart(14, '0');
}

/** True for a GTIN under GS1's example prefix 9506000, in any of its lengths. */
export function isExampleGtin(text: string): boolean {
  return isGtin(text) && toGtin14(text).slice(1).startsWith(EXAMPLE_PREFIX);
}

/** True for a location or party number: 13 digits with its check digit. */
export function isGln(text: string): boolean {
  return text.length === 13 && hasCheckDigit(text);
}

/** True for a logistic unit number: 18 digits with its check digit. */
export function isSscc(text: string): boolean {
  return text.length === 18 && hasCheckDigit(text);
}
