import { isPlainDate } from '../date.ts';
import { hasCheckDigit } from './gtin.ts';
import type { CharacterSet } from './application-identifiers.ts';
import {
  COUNTRY_LETTERS,
  COUNTRY_NUMBERS,
  CURRENCY_NUMBERS,
  MEDIA_TYPES,
  PACKAGE_TYPES,
} from './code-lists.ts';
import { couponFault, offerFileCouponFault } from './coupon-checks.ts';
import type { ContentFault } from './fault.ts';

/** Set 82 in the order of its values (GS1 General Specifications, figure 7.11-1). */
const SET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
/** Set 32, which check character pairs are written in. */
const SET_32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
/** The shortest GS1 Company Prefix there is, in digits. */
const SHORTEST_COMPANY_PREFIX = /^\d{4}/;
/** Weights of the characters before a check pair, from the last to the first. */
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];
/** No shorter account number is in use; its first four characters are country and check digits. */
const SHORTEST_IBAN = 11;

/** What is wrong with the characters of a component, or null. */
export function characterFault(set: CharacterSet, text: string): ContentFault | null {
  switch (set) {
    case 'n':
      return /^\d*$/.test(text) ? null : 'not-a-digit';
    case 'x':
      return /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/.test(text) ? null : 'character-outside-set-82';
    case 'y':
      return /^[#\-/0-9A-Z]*$/.test(text) ? null : 'character-outside-set-39';
    case 'z':
      return set64Fault(text);
  }
}

/** GS1 counts padding in groups of three characters; it may be left out. */
function set64Fault(text: string): ContentFault | null {
  const bare = text.replace(/=+$/, '');
  const padding = text.length - bare.length;
  if (padding > 2 || (padding > 0 && text.length % 3 !== 0)) return 'wrong-padding';
  return /^[A-Za-z0-9_-]*$/.test(bare) ? null : 'character-outside-set-64';
}

function unless(right: boolean, fault: ContentFault): ContentFault | null {
  return right ? null : fault;
}

/**
 * Day of a two-digit year. Only 29 February asks for the century: 00 is taken as 2000, a leap year,
 * which the sliding century of GS1 (section 7.12) gives until 2050.
 */
function dayFault(yymmdd: string): ContentFault | null {
  return fullDayFault(`20${yymmdd}`);
}

function fullDayFault(yyyymmdd: string): ContentFault | null {
  const [year, month, day] = [yyyymmdd.slice(0, 4), yyyymmdd.slice(4, 6), yyyymmdd.slice(6, 8)];
  if (Number(month) < 1 || Number(month) > 12) return 'month';
  // No calendar has a year 0000 in isPlainDate; GS1 does not bar it, and 2000 has the same days.
  return unless(isPlainDate(`${year === '0000' ? '2000' : year}-${month}-${day}`), 'day');
}

function prefixFault(text: string): ContentFault | null {
  if (text.length < 4) return 'too-short-for-company-prefix';
  return unless(SHORTEST_COMPANY_PREFIX.test(text), 'company-prefix');
}

/** Check character pair of GMN and MUDI (GS1 General Specifications, 7.9.5), modulo 1021. */
function checkPairFault(text: string): ContentFault | null {
  if (text.length < 2) return 'too-short-for-check-pair';
  const body = text.slice(0, -2);
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) {
    sum += SET_82.indexOf(body.charAt(i)) * (PRIMES[body.length - 1 - i] ?? 0);
  }
  sum %= 1021;
  return unless(text.slice(-2) === SET_32.charAt(sum >> 5) + SET_32.charAt(sum & 31), 'check-pair');
}

/** ISO 13616: modulo 97 over the number with its first four characters last, letters as 10–35. */
function ibanFault(text: string): ContentFault | null {
  if (text.length < 4) return 'iban-too-short';
  if (!COUNTRY_LETTERS.has(text.slice(0, 2))) return 'iban-country';
  if (text.length < SHORTEST_IBAN) return 'iban-too-short';
  if (!/^[0-9A-Z]+$/.test(text)) return 'iban-character';
  let rest = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return unless(rest === 1, 'iban-check');
}

function pieceFault(text: string): ContentFault | null {
  const half = text.length / 2;
  const [piece, total] = [Number(text.slice(0, half)), Number(text.slice(half))];
  if (piece === 0) return 'piece-zero';
  if (total === 0) return 'total-zero';
  return unless(piece <= total, 'piece-over-total');
}

function placeFault(text: string): ContentFault | null {
  const match = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text);
  if (!match) return 'place-in-sequence';
  return unless(Number(match[1]) <= Number(match[2]), 'place-over-end');
}

const checks = {
  check: (text) => unless(hasCheckDigit(text), 'check-digit'),
  'check-pair': checkPairFault,
  prefix: prefixFault,
  /** A key whose company prefix follows an indicator or extension digit. */
  prefix2: (text) => prefixFault(text.slice(1)),
  importer: (text) => unless(/^[-0-9A-Z_a-z]$/.test(text), 'importer-index'),
  zero: (text) => unless(/^0+$/.test(text), 'not-zero'),
  nonzero: (text) => unless(!/^0+$/.test(text), 'zero'),
  'no-zero-first': (text) => unless(!/^0./.test(text), 'zero-in-front'),
  letter: (text) => unless(/\D/.test(text), 'no-letter'),
  hyphen: (text) => unless(text === '-', 'not-a-hyphen'),
  'yes-no': (text) => unless(/^[01]$/.test(text), 'not-yes-or-no'),
  winding: (text) => unless(/^[019]$/.test(text), 'winding'),
  sex: (text) => unless(/^[0129]$/.test(text), 'sex'),
  country: (text) => unless(COUNTRY_NUMBERS.has(text), 'country'),
  'country-or-999': (text) => unless(text === '999' || COUNTRY_NUMBERS.has(text), 'country'),
  'country-letters': (text) => unless(COUNTRY_LETTERS.has(text), 'country-letters'),
  currency: (text) => unless(CURRENCY_NUMBERS.has(text), 'currency'),
  iban: ibanFault,
  /** A day whose last two digits may be 00: some day of that month. */
  day0: (text) => dayFault(text.replace(/00$/, '01')),
  day: dayFault,
  'full-day': fullDayFault,
  hour: (text) => unless(Number(text) <= 23, 'hour'),
  minute: (text) => unless(Number(text) <= 59, 'minute'),
  second: (text) => unless(Number(text) <= 59, 'second'),
  'hour-minute': (text) =>
    unless(Number(text.slice(0, 2)) <= 23, 'hour') ?? unless(Number(text.slice(2)) <= 59, 'minute'),
  piece: pieceFault,
  percent: (text) => unless(!/%(?![0-9A-Fa-f]{2})/.test(text), 'percent-encoding'),
  latitude: (text) => unless(text <= '1800000000', 'latitude'),
  longitude: (text) => unless(text <= '3600000000', 'longitude'),
  media: (text) => unless(MEDIA_TYPES.has(text), 'media-type'),
  package: (text) => unless(PACKAGE_TYPES.has(text), 'package-type'),
  'place-in-sequence': placeFault,
  coupon: couponFault,
  'offer-file-coupon': offerFileCouponFault,
} as const satisfies Record<string, (text: string) => ContentFault | null>;

/** A check of one component beyond its length and characters, by name. */
export type ContentCheck = keyof typeof checks;

export function isContentCheck(name: string): name is ContentCheck {
  return Object.hasOwn(checks, name);
}

/** What a check finds wrong with a component of right length and characters, or null. */
export function contentFault(check: ContentCheck, text: string): ContentFault | null {
  return checks[check](text);
}
