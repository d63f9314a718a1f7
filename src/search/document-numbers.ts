import { parseDecisionNumber } from '@ocop/rules/certificate/decision';
import { toGtin14 } from '@ocop/rules/digital-link/gtin';
import { slugify } from '@ocop/rules/vietnamese/vietnamese';
import type { Product, PublicRecord } from '../record/types.ts';
import { productCodeOf } from './understanding/numbers.ts';

/** The numbers a product is known by, in the spelling that searches are brought to. */
export interface ProductNumbers {
  decisions: string[];
  productCodes: string[];
  gtins: string[];
}

/** The numbers of a product: of every decision that names it, of its certificates, of its packs. */
export function numbersOf(record: PublicRecord, { slug }: Product): ProductNumbers {
  const gtin = record.offerOf(slug)?.gtin ?? null;
  const codes = record.recognitionsOf(slug).map(({ productCode }) => productCodeOf(productCode ?? ''));
  const decisions = record
    .decisionsNaming(slug)
    .flatMap(({ number, year, signedOn }) =>
      decisionKeys(number, signedOn ? Number(signedOn.slice(0, 4)) : year),
    );
  return {
    decisions: [...new Set(decisions)],
    productCodes: [...new Set(codes.filter((code) => code !== null))],
    gtins: gtin === null ? [] : [toGtin14(gtin)],
  };
}

/**
 * A decision's number at every fullness people give it: '101', '101-qd-ubnd', and both with their year.
 * @returns none where the number is not one of an act
 */
export function decisionKeys(number: string, year: number): string[] {
  const read = parseDecisionNumber(number);
  if (!read.ok) return [];
  return [null, slugify(read.suffix)].flatMap((suffix) =>
    [null, year, read.year].map((one) => decisionKey(read.serial, suffix, one)),
  );
}

/** One key of those, as a search asks for it. */
export function decisionKey(serial: number, suffix: string | null, year: number | null): string {
  return `${serial}${suffix === null ? '' : `-${suffix}`}${year === null ? '' : `/${year}`}`;
}
