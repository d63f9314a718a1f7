import { buildStampCode, stampUrl, type StampKeyring } from '@ocop/rules/stamp-code';
import { z } from 'zod';
import type { AdminApi } from './admin-api.ts';

const rangeShape = z.object({
  range: z.number(),
  epoch: z.string(),
  first: z.number(),
  count: z.number(),
  gtin: z.string().nullable(),
  lot: z.string(),
});

/** Stamps issued together; positions `first` to `first + count − 1`, codes under key `epoch`. */
export type StampRange = z.output<typeof rangeShape>;

/** One stamp: the code in its printed form and the address in its QR. */
export interface Stamp {
  code: string;
  url: string;
}

/** Issues `count` new stamps for a registered lot; they are active at once. */
export function issueStamps(
  admin: AdminApi,
  order: { lot: string; count: number; epoch: string },
): Promise<StampRange> {
  return admin.post(rangeShape, '/admin/traceability/stamp-orders', order);
}

/** Stamps issued earlier, for printing them once more. */
export function issuedStamps(admin: AdminApi, range: number): Promise<StampRange> {
  return admin.get(rangeShape, `/admin/traceability/stamp-orders/${range}`);
}

/**
 * The codes of a range, one by one, so that a million of them need no memory. `origin` is the
 * site's, as people will read it in the address: with the lot's GTIN in form S, else in form S′.
 * RangeError when the keyring lacks the range's key.
 */
export function* stampsOf(range: StampRange, keyring: StampKeyring, origin: string): Generator<Stamp> {
  // A range keeps the key it was ordered with, however many keys came after it.
  const ownKey = { ...keyring, current: range.epoch };
  for (let index = range.first; index < range.first + range.count; index += 1) {
    const code = buildStampCode(ownKey, { range: range.range, index }, range.gtin);
    yield { code, url: stampUrl(origin, code, range.gtin) };
  }
}
