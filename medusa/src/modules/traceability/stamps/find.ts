import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { byRange, issuedAmong } from '@ocop/rules/stamps/code-readings';
import { isCrockford, normaliseTyped } from '@ocop/rules/stamps/crockford';
import { stampPosition } from '@ocop/rules/stamps/stamp-code';
import type { StampPosition } from '@ocop/rules/stamps/stamp-position';
import { stampKeyOf } from '@ocop/rules/stamps/stamp-keys';
import { stampsOfRange, type Stamp } from '@ocop/rules/stamps/stamp-range';
import type { StampLink } from '@ocop/rules/stamps/stamp-link';
import { SIGNED_CODE_LENGTH, STAMP_CODE_LENGTH } from '@ocop/rules/stamps/stamp-url';
import { readingsOfKeys } from '@ocop/rules/stamps/vietnamese-keyboard';
import { isAddress, readStampAddress } from '@ocop/rules/stamps/whose-address';
import type { StampSettings } from '../options.ts';
import { findStampOrder, type IssuedStamps } from './order.ts';

/** One issued stamp: its code and address as printed, its position, and the order it came with. */
export interface IssuedStamp extends Stamp, StampPosition {
  order: IssuedStamps;
}

/** `foreignHost`: whose address it was, where it was somebody else's. */
export type StampFinding =
  | { ok: true; stamp: IssuedStamp; foreignHost: string | null }
  | { ok: false; reason: 'malformed' | 'not-issued' };

interface FindSettings extends StampSettings {
  ownHosts: readonly string[];
}

/** Orders looked at for one typed code that a Vietnamese keyboard changed. */
const MOST_ORDERS = 3;

/**
 * The stamp a person means who typed its code or pasted the address out of its QR, as forgivingly
 * as anywhere. A code needs no GTIN beside it: its range says which one it is bound to.
 */
export async function findStampOfCode(
  manager: SqlEntityManager,
  typed: string,
  settings: FindSettings,
): Promise<StampFinding> {
  if (isAddress(typed)) {
    const { link, foreignHost } = readStampAddress(typed, settings.ownHosts);
    if (!link || link.form === 'malformed') return { ok: false, reason: 'malformed' };
    const found = await findPrinted(manager, link.code, settings);
    return found && wholeOf(found.url, settings) === whole(link)
      ? { ok: true, stamp: found, foreignHost }
      : { ok: false, reason: 'not-issued' };
  }
  const code = normaliseTyped(typed);
  const isCode = isCrockford(code, STAMP_CODE_LENGTH) || isCrockford(code, SIGNED_CODE_LENGTH);
  const found = isCode
    ? await findPrinted(manager, code, settings)
    : await findBehindKeyboard(manager, typed, settings);
  if (found && (found.code === code || !isCode)) return { ok: true, stamp: found, foreignHost: null };
  return { ok: false, reason: isCode ? 'not-issued' : 'malformed' };
}

/** The stamp at the position a code names. Any ten characters name some: the caller compares the rest. */
async function findPrinted(
  manager: SqlEntityManager,
  code: string,
  { keyring, siteUrl }: StampSettings,
): Promise<IssuedStamp | null> {
  const epoch = code.charAt(0);
  const secret = stampKeyOf(keyring, epoch)?.secret;
  if (!secret) return null;
  const { range, index } = stampPosition(secret, code.slice(1, SIGNED_CODE_LENGTH));
  const order = await findStampOrder(manager, range);
  if (!order || order.epoch !== epoch || index >= order.count) return null;
  const [printed] = stampsOfRange({ ...order, number: range, first: index, count: 1 }, keyring, siteUrl);
  return printed ? { ...printed, range, index, order } : null;
}

/** The one stamp whose code, typed on a Vietnamese keyboard, may have come out so. */
async function findBehindKeyboard(
  manager: SqlEntityManager,
  typed: string,
  settings: StampSettings,
): Promise<IssuedStamp | null> {
  const ranges = byRange(settings.keyring, readingsOfKeys(typed, STAMP_CODE_LENGTH));
  for (const readings of ranges.slice(0, MOST_ORDERS)) {
    const order = await findStampOrder(manager, readings.range);
    const codes = order ? issuedAmong(settings.keyring, [readings], order.gtin ?? '') : [];
    const [code] = codes;
    if (code !== undefined) return codes.length === 1 ? findPrinted(manager, code, settings) : null;
  }
  return null;
}

/** All of an address that is not the host's. */
function whole({ signature, gtin, code }: StampLink): string {
  return `${signature}/${gtin}/${code}`;
}

function wholeOf(url: string, { ownHosts }: FindSettings): string | null {
  const { link } = readStampAddress(url, ownHosts);
  return link && whole(link);
}
