/**
 * The two coupon codes of North America (GS1 General Specifications, AIs 8110 and 8112): rows of
 * digits in which a length indicator often says how long the next field is.
 */
import { isPlainDate } from '../date.ts';
import type { ContentFault } from './fault.ts';

/** A field of a coupon: what follows it in the row of digits, or null where it is wrong. */
type Field = (row: string) => string | null;

function digits(length: number): Field {
  return (row) => (row.length < length ? null : row.slice(length));
}

/** One digit out of those allowed. */
function oneOf(allowed: string): Field {
  return (row) => (row !== '' && allowed.includes(row.charAt(0)) ? row.slice(1) : null);
}

/** A length indicator out of those allowed, then that many digits more than `base`. */
function counted(allowed: string, base: number): Field {
  return (row) => {
    const value = oneOf(allowed)(row);
    return value === null ? null : digits(base + Number(row.charAt(0)))(value);
  };
}

function inOrder(...fields: readonly Field[]): Field {
  return (row) => fields.reduce<string | null>((rest, field) => (rest === null ? null : field(rest)), row);
}

const companyPrefix = counted('0123456', 6);
/** 9 stands for "the company prefix of the first purchase". */
const otherCompanyPrefix: Field = (row) => (row.startsWith('9') ? row.slice(1) : companyPrefix(row));
const offerCode = digits(6);
const serial = counted('0123456789', 6);
/** How much must be bought, of what unit, from which family. */
const purchase = inOrder(counted('12345', 0), oneOf('012349'), digits(3));
const date: Field = (row) => (isDay(row.slice(0, 6)) ? row.slice(6) : null);

/** Optional fields of AI 8110: each begins with its own digit, in rising order. */
const optionalFields: readonly (readonly [first: string, field: Field])[] = [
  ['1', inOrder(oneOf('0123'), purchase, otherCompanyPrefix)],
  ['2', inOrder(purchase, otherCompanyPrefix)],
  ['3', date],
  ['4', date],
  ['5', serial],
  ['6', counted('1234567', 6)],
  ['9', inOrder(oneOf('01256'), oneOf('012'), digits(1), oneOf('01'))],
];

const fixedPart = inOrder(companyPrefix, offerCode, counted('12345', 0), purchase);
const offerFileCoupon = inOrder(oneOf('01'), companyPrefix, offerCode, serial);

/** What is wrong with the coupon code of AI 8110, or null. */
export function couponFault(text: string): ContentFault | null {
  let rest = /^\d*$/.test(text) ? fixedPart(text) : null;
  let expiry: string | null = null;
  for (const [first, field] of optionalFields) {
    if (rest === null || !rest.startsWith(first)) continue;
    const day = rest.slice(1, 7);
    if (first === '3') expiry = day;
    if (first === '4' && expiry !== null && expiry < day) return 'coupon';
    rest = field(rest.slice(1));
  }
  return rest === '' ? null : 'coupon';
}

/** What is wrong with the positive offer file coupon code of AI 8112, or null. */
export function offerFileCouponFault(text: string): ContentFault | null {
  return /^\d*$/.test(text) && offerFileCoupon(text) === '' ? null : 'coupon';
}

function isDay(yymmdd: string): boolean {
  return isPlainDate(`20${yymmdd.slice(0, 2)}-${yymmdd.slice(2, 4)}-${yymmdd.slice(4)}`);
}
