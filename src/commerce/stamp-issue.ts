import type { StampKeyring } from '@ocop/rules/stamp-keys';
import { stampsOfRange, type Stamp } from '@ocop/rules/stamp-range';
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

/** The stamps of a range one by one, as {@link stampsOfRange} writes them, in form S or S′. */
export function stampsOf(range: StampRange, keyring: StampKeyring, origin: string): Generator<Stamp> {
  return stampsOfRange({ ...range, number: range.range, form: 'tagged' }, keyring, origin);
}
