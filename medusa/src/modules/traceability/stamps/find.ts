import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import { isCrockford, normaliseTyped } from '@ocop/rules/stamps/crockford';
import { stampPosition } from '@ocop/rules/stamps/stamp-code';
import type { StampPosition } from '@ocop/rules/stamps/stamp-position';
import { stampKeyOf } from '@ocop/rules/stamps/stamp-keys';
import { stampsOfRange, type Stamp } from '@ocop/rules/stamps/stamp-range';
import { parseStampLink } from '@ocop/rules/stamps/stamp-link';
import { SIGNED_CODE_LENGTH, STAMP_CODE_LENGTH } from '@ocop/rules/stamps/stamp-url';
import type { StampSettings } from '../options.ts';
import { findStampOrder, type IssuedStamps } from './order.ts';

/** One issued stamp: its code and address as printed, its position, and the order it came with. */
export interface IssuedStamp extends Stamp, StampPosition {
  order: IssuedStamps;
}

export type StampFinding =
  { ok: true; stamp: IssuedStamp } | { ok: false; reason: 'malformed' | 'not-issued' };

/**
 * The stamp a person means who typed its code or pasted the address out of its QR, as forgivingly
 * as anywhere. A code needs no GTIN beside it: its range says which one it is bound to.
 */
export async function findStampOfCode(
  manager: SqlEntityManager,
  typed: string,
  { keyring, siteUrl }: StampSettings,
): Promise<StampFinding> {
  const address = typed.includes('://') ? readAddress(typed) : null;
  const code = address?.code ?? normaliseTyped(typed);
  const isCode = isCrockford(code, STAMP_CODE_LENGTH) || isCrockford(code, SIGNED_CODE_LENGTH);
  if (!isCode || (address === null && typed.includes('://'))) return { ok: false, reason: 'malformed' };
  const epoch = code.charAt(0);
  const secret = stampKeyOf(keyring, epoch)?.secret;
  if (!secret) return { ok: false, reason: 'not-issued' };
  const { range, index } = stampPosition(secret, code.slice(1, SIGNED_CODE_LENGTH));
  const order = await findStampOrder(manager, range);
  if (!order || order.epoch !== epoch || index >= order.count) return { ok: false, reason: 'not-issued' };
  // Any ten characters stand for some position: the stamp is meant only if it was printed just so.
  const [printed] = stampsOfRange({ ...order, number: range, first: index, count: 1 }, keyring, siteUrl);
  const isMeant =
    printed !== undefined &&
    (address === null ? printed.code === code : readAddress(printed.url)?.whole === address.whole);
  return isMeant
    ? { ok: true, stamp: { ...printed, range, index, order } }
    : { ok: false, reason: 'not-issued' };
}

/** The code in an address, and all of the address that is not the host's. */
function readAddress(url: string): { code: string; whole: string } | null {
  const link = parseStampLink(url);
  if (!link || link.form === 'malformed') return null;
  return { code: link.code, whole: `${link.signature}/${link.gtin}/${link.code}` };
}
