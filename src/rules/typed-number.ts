/**
 * Numbers as people type them in Vietnam: a point between thousands and a comma before the fraction
 * ('1.250,5'), or the other way round as calculators and English have it. What can be read in two ways is
 * not read at all, but asked about.
 */

/** `unclear`: `readings` are what may have been meant. */
export type NumberFault = 'empty' | 'no-number' | 'unclear' | 'fraction' | 'too-small' | 'too-large';

export type NumberReading =
  { ok: true; value: number } | { ok: false; fault: NumberFault; readings?: readonly number[] };

/** Spaces of every kind that typists and spreadsheets put between thousands. */
const SPACES = /[\s\u00a0\u2009\u202f]/g;
const PLAIN = /^\d{1,15}$/;
/** One mark between all groups of three, and none of them after a leading nought. */
const GROUPED = /^[1-9]\d{0,2}(?:([.,'])\d{3})(?:\1\d{3}){0,4}$/;
/** Groups by one mark, then the other before a fraction. */
const GROUPED_FRACTION = /^([1-9]\d{0,2}(?:([.,'])\d{3})(?:\2\d{3}){0,4})(?!\2)[.,](\d{1,9})$/;
const ONE_MARK = /^(\d{1,15})[.,](\d{1,9})$/;

const noNumber = { ok: false, fault: 'no-number' } as const;
const read = (value: number): NumberReading => ({ ok: true, value });
const bare = (text: string) => text.replace(/[.,']/g, '');

/**
 * A whole number, such as how many packs or stamps: '1000', '1.000', '1,000' and '1 000' are a thousand,
 * for of whole things nothing else can be meant. '1.5' is asked about: one and a half, or fifteen?
 */
export function readWholeNumber(
  typed: string,
  { least = 0, most = Number.MAX_SAFE_INTEGER }: { least?: number; most?: number } = {},
): NumberReading {
  const within = (value: number): NumberReading => {
    if (value < least) return { ok: false, fault: 'too-small' };
    return value > most ? { ok: false, fault: 'too-large' } : read(value);
  };
  const text = unspaced(typed);
  if (text === null) return noNumber;
  if (text === '') return { ok: false, fault: 'empty' };
  if (/^-\d/.test(text)) return { ok: false, fault: 'too-small' };
  if (PLAIN.test(text) || GROUPED.test(text)) return within(Number(bare(text)));
  const [, grouped, , cents] = GROUPED_FRACTION.exec(text) ?? [];
  if (grouped !== undefined && cents !== undefined) {
    return Number(cents) === 0 ? within(Number(bare(grouped))) : { ok: false, fault: 'fraction' };
  }
  const [, whole, fraction] = ONE_MARK.exec(text) ?? [];
  if (whole === undefined || fraction === undefined) return noNumber;
  if (Number(whole) === 0 && Number(fraction) !== 0) return { ok: false, fault: 'fraction' };
  return { ok: false, fault: 'unclear', readings: [Number(`${whole}.${fraction}`), Number(bare(text))] };
}

/**
 * A number that may have a fraction, such as a weight. A mark before one, two or more than three digits
 * begins a fraction, whichever mark it is. Before three digits it is read by the language: '1.250' is a
 * thousand and more in Vietnamese and '1,250' in English; the other one, or either where the language is
 * not known, is asked about.
 */
export function readDecimal(typed: string, lang: 'vi' | 'en' | null = null): NumberReading {
  const text = unspaced(typed);
  if (text === null) return noNumber;
  if (text === '') return { ok: false, fault: 'empty' };
  if (/^-\d/.test(text)) return { ok: false, fault: 'too-small' };
  if (PLAIN.test(text)) return read(Number(text));
  if (GROUPED.test(text)) {
    const marks = text.match(/[.,']/g) ?? [];
    const groupMark = lang === null ? null : lang === 'vi' ? '.' : ',';
    if (marks.length > 1 || marks[0] === "'" || marks[0] === groupMark) return read(Number(bare(text)));
    return { ok: false, fault: 'unclear', readings: [Number(text.replace(',', '.')), Number(bare(text))] };
  }
  const [, grouped, , cents] = GROUPED_FRACTION.exec(text) ?? [];
  if (grouped !== undefined && cents !== undefined) return read(Number(`${bare(grouped)}.${cents}`));
  const [, whole, fraction] = ONE_MARK.exec(text) ?? [];
  return whole === undefined ? noNumber : read(Number(`${whole}.${fraction}`));
}

/**
 * The text without spaces between its digits; null where a space stands where no thousands end, for
 * '12 34' may be two numbers.
 */
function unspaced(typed: string): string | null {
  const text = typed.normalize('NFKC').trim();
  if (text.search(SPACES) < 0) return text;
  return /^-?\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/.test(text.replace(SPACES, ' '))
    ? text.replace(SPACES, '')
    : null;
}
