import type { StampKeyring } from '@ocop/rules/stamps/stamp-keys';
import { without, type StampPart } from '@ocop/rules/stamps/stamp-segment';
import { stampsOfRange, type Stamp, type StampForm } from '@ocop/rules/stamps/stamp-range';
import { z } from 'zod';
import type { AdminApi } from './admin-api.ts';

const at = '/admin/traceability';

/** An order of stamps as Medusa answers it. */
export const stampOrder = z.object({
  range: z.number(),
  epoch: z.string(),
  form: z.enum(['tagged', 'signed']),
  first: z.number(),
  count: z.number(),
  gtin: z.string().nullable(),
  product: z.string(),
  lot: z.string().nullable(),
  state: z.enum(['reserved', 'printed', 'delivered', 'voided']),
  orderedAt: z.string(),
  activated: z.number(),
  voided: z.number(),
});

/**
 * Stamps issued together; positions `first` to `first + count − 1`, codes under key `epoch`.
 * `activated` and `voided` count stamps.
 */
export type StampOrder = z.output<typeof stampOrder>;

/** The part of a range somebody means; an end left out is the end of the range. */
export interface AskedPart {
  first?: number | undefined;
  last?: number | undefined;
}

/** Orders stamps for goods of a product; with a lot they carry it in print and are for it alone. */
export function orderStamps(
  admin: AdminApi,
  order: { product: string; lot: string | null; count: number; form?: StampForm | undefined },
): Promise<StampOrder> {
  return admin.post(stampOrder, `${at}/stamp-orders`, order);
}

/** Notes that the sheets of a range were printed, or handed to the producer. */
export function stepSheets(admin: AdminApi, range: number, step: 'print' | 'deliver'): Promise<StampOrder> {
  return admin.post(stampOrder, `${at}/stamp-orders/${range}/${step}`, {});
}

/** Puts printed stamps on the goods of a lot. */
export function activateStamps(
  admin: AdminApi,
  range: number,
  lot: string,
  part: AskedPart = {},
): Promise<StampOrder> {
  return admin.post(stampOrder, `${at}/stamp-orders/${range}/activate`, { lot, ...part });
}

/** Takes stamps out of use for good. */
export function voidStamps(
  admin: AdminApi,
  range: number,
  reason: string,
  part: AskedPart = {},
): Promise<StampOrder> {
  return admin.post(stampOrder, `${at}/stamp-orders/${range}/void`, { reason, ...part });
}

/** Brings new stamps of a registered lot onto its goods in one go: ordered, printed, activated. */
export async function issueStamps(
  admin: AdminApi,
  { lot, count, form }: { lot: string; count: number; form?: StampForm | undefined },
): Promise<StampOrder> {
  const product = await productOfLot(admin, lot);
  const { range } = await orderStamps(admin, { product, lot, count, form });
  await stepSheets(admin, range, 'print');
  return activateStamps(admin, range, lot);
}

/** The product that a registered lot is of. */
export async function productOfLot(admin: AdminApi, lot: string): Promise<string> {
  const shape = z.object({ lot: z.object({ product: z.string() }) });
  const found = await admin.get(shape, `${at}/lots/${encodeURIComponent(lot)}`);
  return found.lot.product;
}

/** Stamps issued earlier, for printing them once more. */
export async function issuedStamps(admin: AdminApi, range: number): Promise<StampOrder> {
  const answer = await admin.get(z.object({ order: stampOrder }), `${at}/stamp-orders/${range}`);
  return answer.order;
}

const span = z.object({ kind: z.enum(['activated', 'voided']), first: z.number(), last: z.number() });

/** The parts of an earlier order that may be printed once more: all but what was voided. */
export async function printableParts(admin: AdminApi, range: number): Promise<StampPart[]> {
  const { order, spans } = await admin.get(
    z.object({ order: stampOrder, spans: z.array(span) }),
    `${at}/stamp-orders/${range}`,
  );
  if (order.state === 'voided') return [];
  return without(
    { first: 0, last: order.count - 1 },
    spans.filter(({ kind }) => kind === 'voided'),
  );
}

/** The stamps of a range one by one, as {@link stampsOfRange} writes them. */
export function stampsOf(range: StampOrder, keyring: StampKeyring, origin: string): Generator<Stamp> {
  return stampsOfRange({ ...range, number: range.range }, keyring, origin);
}
