import { normaliseTyped } from '@ocop/rules/stamps/crockford';
import { byRange, issuedAmong, oneSlipFrom, placesApart } from '@ocop/rules/stamps/code-readings';
import { isGtin, toGtin14 } from '@ocop/rules/digital-link/gtin';
import { verifyStampCode } from '@ocop/rules/stamps/stamp-code';
import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import type { SignedStampLink, TaggedStampLink } from '@ocop/rules/stamps/stamp-link';
import { STAMP_CODE_LENGTH } from '@ocop/rules/stamps/stamp-url';
import { readingsOfKeys, vietnameseLetters } from '@ocop/rules/stamps/vietnamese-keyboard';
import { isAddress, readStampAddress } from '@ocop/rules/stamps/whose-address';
import type { Result } from '../../medusa-client/result.ts';
import type { RangeAnswer } from '../../medusa-client/stamp-routes.ts';

/** A code of ours, and where its page is. */
export interface FoundStamp {
  code: string;
  gtin: string | null;
  signature: string | null;
}

/**
 * Where a typed code leads: to a stamp's page, or to a message beside the field. `code` is what was
 * typed without spaces and dashes, `length` how long it is, `places` which of its characters, from 0, are
 * doubtful.
 *
 * `foreign-stamp`: a stamp's address on somebody else's host. `other-address`: no stamp's address;
 * `host` where it is somebody else's. `need-gtin`: the code may be bound to a trade item, and which one
 * could not be looked up now. `several`: a Vietnamese keyboard was on, and more than one code of ours may
 * have been typed. `keyboard`: it was on, and what was typed cannot be told.
 */
export type TypedCode =
  | ({ kind: 'stamp' } & FoundStamp)
  | { kind: 'several'; stamps: FoundStamp[] }
  | { kind: 'foreign-stamp'; host: string; link: TaggedStampLink | SignedStampLink }
  | { kind: 'other-address'; host: string | null }
  | { kind: 'empty' }
  | { kind: 'wrong-length'; length: number }
  | { kind: 'wrong-letters'; letters: string; code: string; places: number[] }
  | { kind: 'keyboard'; letters: string; code: string; places: number[] }
  | { kind: 'wrong-gtin' }
  | { kind: 'need-gtin' }
  | { kind: 'not-issued'; code: string; places: number[] };

/** The kinds of reading that are shown as a message beside the field. */
export type TypedProblem = Exclude<TypedCode, { kind: 'stamp' | 'foreign-stamp' }>;

/**
 * Whether a typed code counts as a wrong one: it is no stamp's, whatever is done about it. An empty
 * field, a GTIN that has to be asked for and an address, which its own page counts, say nothing of it.
 */
export function isWrong({ kind }: TypedCode | { kind: 'no-keys' }): boolean {
  return !['stamp', 'several', 'foreign-stamp', 'empty', 'need-gtin', 'no-keys'].includes(kind);
}

/** Longer than any address of a stamp; nothing beyond is looked at. */
const LONGEST = 400;

/** Ranges looked up for one typed code that reads as none of ours. */
const MOST_LOOK_UPS = 3;

/** What reading a typed code needs to know. */
export interface TypedCodeReader {
  keyring: StampKeyring;
  /** Hosts that are this site. */
  ownHosts: readonly string[];
  /** Looks up the range of a code; null where it may not be looked up now. */
  lookUp(epoch: string, range: number): Promise<Result<RangeAnswer> | null>;
  /** Asked once before a code that is none of ours is read in a thousand other ways. */
  mayReadOn(): boolean;
}

/**
 * Reads what a person typed or pasted: the code printed on the stamp, forgivingly, or the whole
 * address from the QR. A code alone does not tell whether it is bound to a GTIN. It is tried without
 * one; then the range it lies in, which the code itself names, is looked up for its GTIN: one row,
 * however many products there are. What a Vietnamese keyboard made of a code is undone where the code's
 * own check confirms it.
 */
export async function readTypedCode(
  reader: TypedCodeReader,
  typed: string,
  typedGtin: string,
): Promise<TypedCode> {
  const text = typed.slice(0, LONGEST).trim();
  if (text === '') return { kind: 'empty' };
  const gtin = typedGtin.replace(/\D/g, '');
  if (!isAddress(text)) return readCode(reader, text, gtin);

  const { link, foreignHost: host } = readStampAddress(text, reader.ownHosts);
  if (link === null || (link.form === 'malformed' && host !== null)) return { kind: 'other-address', host };
  if (link.form === 'malformed') return readCode(reader, link.opened.code, link.opened.gtin ?? gtin);
  if (host !== null) return { kind: 'foreign-stamp', host, link };
  // An address is passed on unverified: its own page gives the verdict.
  const { code, signature } = link;
  return { kind: 'stamp', code, gtin: link.gtin, signature };
}

async function readCode(reader: TypedCodeReader, text: string, gtin: string): Promise<TypedCode> {
  const code = normaliseTyped(text.normalize('NFC'));
  const places = [...code].flatMap((sign, at) => (/[0-9A-HJKMNP-TV-Z]/.test(sign) ? [] : [at]));
  const isWhole = code.length === STAMP_CODE_LENGTH && places.length === 0;
  if (isWhole) {
    const read = await readWhole(reader, code, gtin);
    if ((read.kind !== 'not-issued' && read.kind !== 'need-gtin') || !reader.mayReadOn()) return read;
    const slips = await ownAmong(reader, oneSlipFrom(code), gtin);
    if (slips.length === 0) return read;
    const apart = new Set(slips.flatMap((slip) => placesApart(code, slip.code)));
    return { kind: 'not-issued', code, places: [...apart] };
  }
  // Keys become marks, so that what comes out is shorter than a code, though never by much.
  const mayBeKeys = code.length <= STAMP_CODE_LENGTH && code.length >= STAMP_CODE_LENGTH / 2;
  const stamps =
    mayBeKeys && reader.mayReadOn()
      ? await ownAmong(reader, readingsOfKeys(text, STAMP_CODE_LENGTH), gtin)
      : [];
  const [first, ...others] = stamps;
  if (first) return others.length > 0 ? { kind: 'several', stamps } : { kind: 'stamp', ...first };
  const vietnamese = vietnameseLetters(code).join(' ');
  if (vietnamese !== '') return { kind: 'keyboard', letters: vietnamese, code, places };
  const letters = [...new Set(places.map((at) => [...code][at]))].join(' ');
  if (letters !== '') return { kind: 'wrong-letters', letters, code, places };
  return { kind: 'wrong-length', length: code.length };
}

async function readWhole(
  { keyring, lookUp }: TypedCodeReader,
  code: string,
  gtin: string,
): Promise<TypedCode> {
  const plain = verifyStampCode(keyring, code, null);
  if (plain.ok) return found(plain.code, null);
  if (gtin !== '') {
    if (!isGtin(gtin)) return { kind: 'wrong-gtin' };
    return bound(keyring, code, gtin);
  }
  const [place] = byRange(keyring, [code]);
  if (!place) return notIssued(code);
  const answer = await lookUp(place.epoch, place.range);
  if (!answer?.ok) return { kind: 'need-gtin' };
  if (!answer.data.issued || answer.data.gtin === null) return notIssued(code);
  return bound(keyring, code, answer.data.gtin);
}

/**
 * The codes of ours among readings of what was typed. Only the lowest ranges are looked up for the trade
 * items their stamps are bound to.
 */
async function ownAmong(
  { keyring, lookUp }: TypedCodeReader,
  readings: readonly string[],
  gtin: string,
): Promise<FoundStamp[]> {
  const ranges = byRange(keyring, readings);
  const plain = issuedAmong(keyring, ranges, '').map((code) => ({ code, gtin: null, signature: null }));
  if (plain.length > 0) return plain;
  const boundTo = (among: typeof ranges, trade: string) =>
    issuedAmong(keyring, among, trade).map((code) => ({ code, gtin: trade, signature: null }));
  if (gtin !== '') return isGtin(gtin) ? boundTo(ranges, toGtin14(gtin)) : [];
  for (const range of ranges.slice(0, MOST_LOOK_UPS)) {
    const answer = await lookUp(range.epoch, range.range);
    if (!answer?.ok) return [];
    const trade = answer.data.issued ? answer.data.gtin : null;
    const stamps = trade === null ? [] : boundTo([range], toGtin14(trade));
    if (stamps.length > 0) return stamps;
  }
  return [];
}

function bound(keyring: StampKeyring, code: string, gtin: string): TypedCode {
  const verified = verifyStampCode(keyring, code, gtin);
  return verified.ok ? found(verified.code, toGtin14(gtin)) : notIssued(code);
}

function notIssued(code: string): TypedCode {
  return { kind: 'not-issued', code, places: [] };
}

function found(code: string, gtin: string | null): TypedCode {
  return { kind: 'stamp', code, gtin, signature: null };
}
