/** Products that stand side by side on a page: more would be too narrow to read on a phone. */
export const MOST_COMPARED = 3;

/** What an address asks to compare. */
export interface AskedComparison {
  /** Different names, in the order they were asked for, as many as are compared. */
  names: readonly string[];
  /** Whether more were asked for. */
  tooMany: boolean;
}

/** Longer than any slug of the record; an address may hold anything. */
const LONGEST_NAME = 200;

/** Reads `?sp=…&sp=…`, also `?sp=a,b` as people shorten it. */
export function askedComparison(query: URLSearchParams): AskedComparison {
  const asked = query
    .getAll('sp')
    .flatMap((value) => value.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= LONGEST_NAME);
  const different = [...new Set(asked)];
  return { names: different.slice(0, MOST_COMPARED), tooMany: different.length > MOST_COMPARED };
}

/** Grams as people read them on a pack: `320 g`, `4,1 kg`. */
export function formatWeight(grams: number, locale: string): string {
  const [amount, unit] = grams < 1000 ? [grams, 'gram'] : [grams / 1000, 'kilogram'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 2 }).format(amount);
}
