/** Right values for every application identifier, for tests. Check digits by another way round. */
import fc from 'fast-check';
import {
  applicationIdentifiers,
  findApplicationIdentifier,
  type AiComponent,
  type ApplicationIdentifier,
  type CharacterSet,
} from '../application-identifiers.ts';
import type { ContentCheck } from '../content-checks.ts';
import { checkElements } from '../element-rules.ts';
import type { AiElement } from '../element-string.ts';

const DIGITS = '0123456789';
const SET_82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const alphabets: Readonly<Record<CharacterSet, string>> = {
  n: DIGITS,
  x: SET_82,
  y: '#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
  z: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
};

function text(alphabet: string, min: number, max: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...alphabet), minLength: min, maxLength: max });
}

function number(min: number, max: number, length: number): fc.Arbitrary<string> {
  return fc.integer({ min, max }).map((n) => String(n).padStart(length, '0'));
}

const month = number(1, 12, 2);
const day = number(1, 28, 2);
const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''));

/** Values of checks that leave no free characters, or few. */
const special: Partial<Record<ContentCheck, fc.Arbitrary<string>>> = {
  importer: fc.constantFrom('-', '0', 'A', 'z', '_'),
  zero: fc.constant('0'),
  hyphen: fc.constant('-'),
  'yes-no': fc.constantFrom('0', '1'),
  winding: fc.constantFrom('0', '1', '9'),
  sex: fc.constantFrom('0', '1', '2', '9'),
  country: fc.constantFrom('704', '250', '008'),
  'country-or-999': fc.constantFrom('704', '999'),
  'country-letters': fc.constantFrom('VN', 'FR'),
  currency: fc.constantFrom('704', '978'),
  iban: text('0123456789ABCXYZ', 11, 28).map(iban),
  day0: joined(number(0, 99, 2), month, number(0, 28, 2)),
  day: joined(number(0, 99, 2), month, day),
  'full-day': joined(number(1900, 2099, 4), month, day),
  hour: number(0, 23, 2),
  minute: number(0, 59, 2),
  second: number(0, 59, 2),
  'hour-minute': joined(number(0, 23, 2), number(0, 59, 2)),
  piece: fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }))
    .map((pair) => pair.toSorted((a, b) => a - b))
    .map((pair) => pair.map((n) => String(n).padStart(2, '0')).join('')),
  latitude: number(0, 1_800_000_000, 10),
  longitude: number(0, 3_600_000_000, 10),
  media: fc.constantFrom('01', '80', '99'),
  package: fc.constantFrom('8', 'BX', 'APE'),
  'place-in-sequence': fc.constantFrom('1/1', '2/3', '9/9'),
  coupon: fc.constantFrom(
    '106141416543213150110120',
    '1061414165432131501101201211014092110256100126663101231',
  ),
  'offer-file-coupon': fc.constantFrom('001234561234560123456', '161234567890121234569123456789012345'),
  'check-pair': text(SET_82, 3, 19).map((tail) => withPair(`1234${tail}`)),
};

/** Only ever the last component may vary in length, so shorter optional ones come out right. */
function component({ set, min, max, checks }: AiComponent): fc.Arbitrary<string> {
  const ready = checks.map((check) => special[check]).find((values) => values !== undefined);
  if (ready) return ready;
  const alphabet = checks.includes('percent') ? SET_82.replace('%', '') : alphabets[set];
  if (checks.includes('check')) return text(DIGITS, max - 1, max - 1).map(withCheckDigit);
  if (checks.includes('prefix')) return text(alphabet, 0, max - 4).map((tail) => `9506${tail}`);
  if (checks.includes('nonzero')) return text('123456789', min, max);
  if (checks.includes('no-zero-first')) return text('123456789', min, max);
  return text(alphabet, min, max);
}

/** Right values of an AI. */
export function validValue(entry: ApplicationIdentifier): fc.Arbitrary<string> {
  const needed = entry.components.filter(({ optional }) => !optional).map(component);
  const optional = entry.components.filter((part) => part.optional).map(component);
  return fc
    .tuple(joined(...needed), fc.tuple(...optional), fc.nat({ max: optional.length }))
    .map(([front, more, count]) => front + more.slice(0, count).join(''));
}

const known = applicationIdentifiers();
const keys = known.filter(({ keyQualifiers }) => keyQualifiers !== null);

function elementOf(ai: string): fc.Arbitrary<AiElement> {
  const entry = findApplicationIdentifier(ai);
  if (!entry) throw new RangeError(`No application identifier ${ai}`);
  return validValue(entry).map((value) => ({ ai, value }));
}

function elementsOf(ais: readonly string[]): fc.Arbitrary<AiElement[]> {
  return fc.tuple(...ais.map(elementOf));
}

function qualifiersOf(key: ApplicationIdentifier): fc.Arbitrary<AiElement[]> {
  const alternatives = key.keyQualifiers?.length ? key.keyQualifiers : [[]];
  // PAY TO means nothing without its reference number.
  const least = key.ai === '415' ? 1 : 0;
  return fc
    .constantFrom(...alternatives)
    .chain((all) => fc.subarray([...all], { minLength: least }))
    .chain(elementsOf);
}

/** A primary key, qualifiers in order, and attributes that may stand beside them. */
export const validLink: fc.Arbitrary<{
  key: AiElement;
  qualifiers: AiElement[];
  attributes: AiElement[];
}> = fc.constantFrom(...keys).chain((entry) =>
  fc
    .tuple(
      elementOf(entry.ai),
      qualifiersOf(entry),
      fc
        .uniqueArray(fc.constantFrom(...known.filter(({ attribute }) => attribute)), {
          selector: ({ ai }) => ai,
          maxLength: 8,
        })
        .chain((entries) => elementsOf(entries.map(({ ai }) => ai))),
    )
    .map(([key, qualifiers, candidates]) => {
      const free = candidates.filter(({ ai }) => !entry.keyQualifiers?.flat().includes(ai));
      const attributes: AiElement[] = [];
      for (const candidate of free) {
        const all = [key, ...qualifiers, ...attributes, candidate];
        if (candidate.ai !== key.ai && checkElements(all).ok) attributes.push(candidate);
      }
      return { key, qualifiers, attributes };
    }),
);

/** Digit that brings the weighted sum to a multiple of ten, tried one by one. */
function withCheckDigit(digits: string): string {
  const right = [...DIGITS].find((last) => {
    const all = [...digits, last].toReversed();
    return all.reduce((sum, digit, i) => sum + Number(digit) * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  });
  return digits + right;
}

function iban(account: string): string {
  const asNumber = [...`${account}VN00`].map((c) => Number.parseInt(c, 36)).join('');
  return `VN${String(98n - (BigInt(asNumber) % 97n)).padStart(2, '0')}${account}`;
}

function withPair(body: string): string {
  const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79];
  const set32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const weighted = [...body].toReversed().map((c, i) => SET_82.indexOf(c) * (primes[i] ?? 0));
  const sum = weighted.reduce((total, part) => total + part, 0) % 1021;
  return `${body}${set32[Math.floor(sum / 32)]}${set32[sum % 32]}`;
}
