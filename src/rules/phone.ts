/**
 * What somebody wrote where a telephone number was asked for. `one`: the national form without spaces,
 * `0912345678`; `several`: different numbers, and only the writer knows which is meant.
 */
export type PhoneReading =
  { kind: 'one'; phone: string } | { kind: 'several'; phones: string[] } | { kind: 'none' };

/** The most characters read: two numbers with names, as address books copy them. */
export const PHONE_LENGTH = 60;

/** What changes no digit: marks of direction, joiners, variation selectors, the soft hyphen, the frame of a keycap. */
const UNSEEN = /(?!\s)(?:\p{Cf}|\p{Cc}|\p{Default_Ignorable_Code_Point}|\u20e3)/gu;

/** All that stands between the digits of one number. NFKC has made plain spaces and brackets of the rest. */
const BETWEEN_DIGITS = /[\s().\-‐-―−_·•/]/g;

/**
 * Reads a Vietnamese telephone number as people type, paste and dictate it: `0912 345 678`,
 * `+84 (0)912.345.678`, `(024) 3825-4321`, `tel:+84912345678`, `0084…`, full-width digits, with the unseen
 * marks that phones copy along, a name beside it, or twice in two spellings.
 *
 * Mobile numbers have 10 digits after 03, 05, 07, 08, 09; land lines 11 digits after 02 (Quyết định
 * 2036/QĐ-BTTTT, 21/11/2016, and Thông tư 22/2014/TT-BTTTT).
 */
export function readPhones(typed: string): PhoneReading {
  const seen = typed
    .slice(0, 4 * PHONE_LENGTH)
    .normalize('NFKC')
    .replace(UNSEEN, '');
  const whole = nationalForm(seen.replace(/^\s*tel:/i, ''));
  if (whole !== null) return { kind: 'one', phone: whole };
  const phones = new Set<string>();
  for (const piece of pieces(seen)) {
    const phone = nationalForm(piece);
    // A long row of digits that is no number may be a right one with a slip: nothing is guessed around it.
    if (phone === null && digitsIn(piece) >= LEAST_DIGITS) return { kind: 'none' };
    if (phone !== null) phones.add(phone);
  }
  const [phone, ...others] = phones;
  if (phone === undefined) return { kind: 'none' };
  return others.length === 0 ? { kind: 'one', phone } : { kind: 'several', phones: [phone, ...others] };
}

/** The national form of the one number written, or null where it is none or there are several. */
export function normalisePhone(typed: string): string | null {
  const reading = readPhones(typed);
  return reading.kind === 'one' ? reading.phone : null;
}

/** Fewer digits beside a number are a house number or an extension, not another number. */
const LEAST_DIGITS = 7;

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}

/**
 * The rows of digits in a text: letters, commas, slashes and line breaks end one, and so does a second
 * beginning (+84, or 0 after a space once a whole number stands before it).
 */
function pieces(text: string): string[] {
  return text
    .split(/[^\d+\s().\-‐-―−_·•]+|\n/u)
    .flatMap((row) => row.split(/(?=\+)/))
    .flatMap(splitWhole);
}

/** Two numbers with nothing but a space between them. */
function splitWhole(row: string): string[] {
  for (const { index } of row.matchAll(/[\s\-‐-―−]+(?=\(?(?:0|84))/g)) {
    const before = nationalForm(row.slice(0, index));
    const after = row.slice(index);
    if (before !== null && nationalForm(after) !== null) return [before, after];
  }
  return [row];
}

function nationalForm(text: string): string | null {
  const compact = text.replace(BETWEEN_DIGITS, '');
  const national = compact.replace(/^(?:\+84|0084|84(?=0?\d{9,10}$))0?/, '0');
  return /^0[35789]\d{8}$/.test(national) || /^02\d{9}$/.test(national) ? national : null;
}

/** The address that dials a number of the record, as it is written there (RFC 3966, without its visual parts). */
export function telAddress(phone: string): string {
  return `tel:${phone.replaceAll(/[^+\d]/g, '')}`;
}
