/** The checks of decisions: their key, and the day their certificates count from. */
import { daysBetween } from '@ocop/rules/date';
import type { PlainDate } from '@ocop/rules/date';
import type { Index } from './checks.ts';
import { checkProductNames } from './reference-checks.ts';
import type { FiledParts } from './schema-fields.ts';
import type { Decision } from './types.ts';

/** Checks decisions: file name against key, the day they count from, the products they name. */
export function checkDecisions(parts: FiledParts, index: Index): void {
  const given = new Set(parts.recognitions.map(({ value }) => `${value.product} ${value.decisionKey}`));
  for (const decision of parts.decisions) {
    const { file, name, value } = decision;
    if (name !== value.key) {
      index.report(
        file,
        '',
        `issuer, number and signing day make the key ${value.key}; rename the file to ${value.key}.yaml`,
      );
    }
    checkDays(file, value, index);
    checkProductNames(decision, 'products', value.products, index);
    if (value.type === 'recognition') checkStarsGiven(file, value, given, index);
  }
}

/** A product that a recognition names and no file gives stars to would stand without its star, and nobody told. */
function checkStarsGiven(
  file: string,
  { key, products }: Decision,
  given: ReadonlySet<string>,
  index: Index,
): void {
  products.forEach((slug, i) => {
    if (!index.products.has(slug) || given.has(`${slug} ${key}`)) return;
    const message = `no file in recognitions/ says how many stars this decision gives "${slug}"; write recognitions/${slug}--1.yaml (or --2, --3 …), or take it out of the list and say so in the note`;
    index.report(file, `products.${i}`, message);
  });
}

function checkDays(file: string, { type, signedOn, countedFrom }: Decision, index: Index): void {
  if (countedFrom === null) return;
  if (type !== 'recognition') {
    const message = 'only a recognition has certificates that count from a day; take the line out';
    index.report(file, 'countedFrom', message);
    return;
  }
  checkCountedFrom(file, countedFrom, signedOn, index);
}

/**
 * No source names a counted-from day further than some months from the day of issue; a whole year
 * is the mark of a misprinted year, which would lengthen or shorten every certificate by one.
 */
const FARTHEST_DAYS = 365;

/** Checks a counted-from day against the day of issue, null where that is not known. */
export function checkCountedFrom(
  file: string,
  countedFrom: PlainDate,
  issuedOn: PlainDate | null,
  index: Pick<Index, 'report'>,
): void {
  if (issuedOn === null) return;
  if (countedFrom === issuedOn) {
    const message = `${countedFrom} is the day of issue, which counts anyway; take the line out`;
    index.report(file, 'countedFrom', message);
  } else if (Math.abs(daysBetween(issuedOn, countedFrom)) >= FARTHEST_DAYS) {
    const message = `${countedFrom} is a year or more from the day of issue (${issuedOn}); check both years in the source and correct one`;
    index.report(file, 'countedFrom', message);
  }
}
