/** Which of several readings of a typed code are codes of ours. */
import { CROCKFORD_ALPHABET } from './crockford.ts';
import { isStampTag, stampPosition } from './stamp-code.ts';
import { stampKeyOf } from './stamp-keys.ts';
import type { StampKeyring } from './stamp-keys.ts';

/** Readings of one range: which trade item they would be bound to, the range tells. */
export interface RangeReadings {
  epoch: string;
  range: number;
  codes: string[];
}

/** K and SERIAL; the rest is the tag. */
const HEAD_LENGTH = 10;

/**
 * Positions are reckoned for no more different heads than this: some tens of milliseconds. A reading
 * beyond is not looked at.
 */
const MOST_HEADS = 600;

/**
 * The readings by the range each would lie in, lowest ranges first: ranges are numbered from 1 as stamps
 * are ordered, and a wrong reading falls on any of two million.
 * @param readings codes in the printed form, likeliest first
 */
export function byRange(keyring: StampKeyring, readings: readonly string[]): RangeReadings[] {
  const heads = new Map<string, number | null>();
  const ranges = new Map<string, RangeReadings>();
  for (const code of readings) {
    const head = code.slice(0, HEAD_LENGTH);
    if (!heads.has(head)) {
      if (heads.size >= MOST_HEADS) continue;
      const key = stampKeyOf(keyring, head.charAt(0));
      heads.set(head, key ? stampPosition(key.secret, head.slice(1)).range : null);
    }
    const range = heads.get(head) ?? null;
    if (range === null) continue;
    const name = `${head.charAt(0)} ${range}`;
    const found = ranges.get(name);
    if (found) found.codes.push(code);
    else ranges.set(name, { epoch: head.charAt(0), range, codes: [code] });
  }
  return [...ranges.values()].sort((one, other) => one.range - other.range);
}

/**
 * The codes among readings that were issued for this trade item.
 * @param gtin14 '' for codes without a GTIN
 */
export function issuedAmong(
  keyring: StampKeyring,
  readings: readonly RangeReadings[],
  gtin14: string,
): string[] {
  return readings.flatMap(({ epoch, range, codes }) => {
    const key = stampKeyOf(keyring, epoch)?.secret;
    if (!key) return [];
    return codes.filter((code) =>
      isStampTag(key, range, gtin14, code.slice(0, HEAD_LENGTH), code.slice(HEAD_LENGTH)),
    );
  });
}

/** Every code that differs from this one in one character, or in the order of two neighbours. */
export function oneSlipFrom(code: string): string[] {
  const swapped = Array.from({ length: code.length - 1 }, (_, at) => swap(code, at)).filter(
    (other) => other !== code,
  );
  const replaced = [...code].flatMap((character, at) =>
    [...CROCKFORD_ALPHABET]
      .filter((other) => other !== character)
      .map((other) => code.slice(0, at) + other + code.slice(at + 1)),
  );
  return [...swapped, ...replaced];
}

/** Places, from 0, in which two codes of one length differ. */
export function placesApart(one: string, other: string): number[] {
  return [...one].flatMap((character, at) => (character === other[at] ? [] : [at]));
}

function swap(code: string, at: number): string {
  return code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
}
