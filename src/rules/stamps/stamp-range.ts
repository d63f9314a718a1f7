/** The codes of a range: stamps are not stored one by one, they are written out again when needed. */
import { signedStampUrl } from './signed-code.ts';
import { buildStampCode } from './stamp-code.ts';
import type { StampKeyring } from './stamp-keys.ts';
import { signStamp } from './stamp-signing.ts';
import { stampUrl } from './stamp-url.ts';

/** 'tagged': forms S and S′, checked by us alone. 'signed': form O, checked by anybody. */
export type StampForm = 'tagged' | 'signed';

/** Stamps ordered together: indexes `first` to `first + count − 1` of range `number`. */
export interface StampRange {
  number: number;
  first: number;
  count: number;
  /** The key epoch the range was ordered under. */
  epoch: string;
  /** The trade item the codes are bound to, where the producer has a GTIN for it. */
  gtin: string | null;
  form: StampForm;
}

export interface Stamp {
  /** What is printed for people: 20 characters of a tagged stamp, 10 of a signed one. */
  code: string;
  /** What is in the QR. */
  url: string;
  /** Where it stands in its range, from 0. */
  index: number;
}

/**
 * The stamps of a range one by one, so that a million of them need no memory; the same range always
 * gives the same stamps. `origin` is the site's, as people will read it in the address. RangeError
 * when the keyring lacks the range's key, or for a position, GTIN or origin that is none.
 */
export function* stampsOfRange(range: StampRange, keyring: StampKeyring, origin: string): Generator<Stamp> {
  // A range keeps the key it was ordered with, however many keys came after it.
  const ownKey = { ...keyring, current: range.epoch };
  const stampAt = range.form === 'signed' ? signedStamp : taggedStamp;
  for (let index = range.first; index < range.first + range.count; index += 1) {
    yield stampAt(ownKey, { range: range.number, index }, range.gtin, origin);
  }
}

type MakeStamp = (
  keyring: StampKeyring,
  position: { range: number; index: number },
  gtin: string | null,
  origin: string,
) => Stamp;

const taggedStamp: MakeStamp = (keyring, position, gtin, origin) => {
  const code = buildStampCode(keyring, position, gtin);
  return { code, url: stampUrl(origin, code, gtin), index: position.index };
};

const signedStamp: MakeStamp = (keyring, position, gtin, origin) => {
  const signed = signStamp(keyring, position, gtin);
  return { code: signed.code10, url: signedStampUrl(origin, signed), index: position.index };
};
