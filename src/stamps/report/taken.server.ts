import { siteSealer } from '../../http/sealed.ts';

const PURPOSE = 'report taken';

/** A day: long enough to come back to the page for the number, and not for ever. */
const LIFETIME_S = 24 * 60 * 60;

/** The number of a report as its page's address carries it: nobody can write an address for another number. */
export function sealReportNumber(number: number): string {
  return siteSealer(PURPOSE).seal(number, LIFETIME_S);
}

/** The number in an address; null where it was not given by this site, or more than a day ago. */
export function readReportNumber(sealed: string): number | null {
  const number = siteSealer(PURPOSE).unseal(sealed);
  return typeof number === 'number' ? number : null;
}
