import { z } from 'zod';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

const words = z.object({ vi: z.string(), en: z.string() });

const reasonSchema = z.looseObject({ rule: z.string(), points: z.number() });

const stampAnswerSchema = z.object({
  stamp: z.enum([
    'not-printed',
    'voided',
    'not-activated',
    'recalled',
    'expired',
    'suspicious',
    'active',
  ]),
  product: z.string(),
  gtin: z.string().nullable(),
  form: z.enum(['tagged', 'signed']),
  lot: z
    .object({
      code: z.string(),
      product: z.string(),
      madeOn: z.string(),
      useBy: z.string().nullable(),
      rawMaterial: words,
      sample: z.boolean(),
    })
    .nullable(),
  orderedAt: z.string(),
  activatedAt: z.string().nullable(),
  scans: z.object({
    count: z.number(),
    firstAt: z.string().nullable(),
    lastAt: z.string().nullable(),
    seenLately: z.boolean(),
  }),
  recall: z.object({ reason: words, advice: words, announcedAt: z.string() }).nullable(),
  suspicion: z.object({ score: z.number(), reasons: z.array(reasonSchema) }).nullable(),
});

/**
 * What Medusa knows of one stamp: its state, the lot it was activated with, the scans recorded so
 * far, the recall that covers it. `product` is the slug its range was ordered for. Times are ISO.
 */
export type StampAnswer = z.output<typeof stampAnswerSchema>;

/** A stamp whose code was verified here. `device` is an opaque token, never a person's data. */
export interface StampAsked {
  epoch: string;
  range: number;
  index: number;
  device: string | null;
}

/** One look at a stamp. `id` names it for good; `province` is null where the network names none. */
export interface Scan extends StampAsked {
  id: string;
  province: string | null;
  /** When it happened, ISO 8601. */
  at: string;
}

/** Stamps asked for, or scans handed over, in one request to Medusa. */
export const MOST_AT_ONCE = 500;

/** A stamp page must answer a weak phone quickly: past this the page shows what it knows itself. */
const DEADLINE_MS = 2_500;

const stampsSchema = z
  .object({ stamps: z.array(stampAnswerSchema.nullable()) })
  .transform(({ stamps }) => stamps);

/** State and history of stamps in the order asked, null where none was issued. Records nothing. */
export function fetchStamps(
  medusa: MedusaConnection,
  stamps: readonly StampAsked[],
): Promise<Result<(StampAnswer | null)[]>> {
  return medusa.site(stampsSchema, 'stamps', {
    method: 'POST',
    body: { stamps },
    deadlineMs: DEADLINE_MS,
  });
}

const countedSchema = z.object({ counted: z.number() });

/** Hands scans over to be recorded, all or none; the same ones once more change nothing. */
export function recordScans(
  medusa: MedusaConnection,
  scans: readonly Scan[],
): Promise<Result<{ counted: number }>> {
  return medusa.site(countedSchema, 'scans', { method: 'POST', body: { scans } });
}

const rangeSchema = z.discriminatedUnion('issued', [
  z.object({ issued: z.literal(true), gtin: z.string().nullable() }),
  z.object({ issued: z.literal(false) }),
]);

/** Whether a range of stamps was issued, and for which trade item. */
export type RangeAnswer = z.output<typeof rangeSchema>;

/** Looks up the range a code lies in; records nothing. One row, whatever the size of the catalogue. */
export function fetchRange(
  medusa: MedusaConnection,
  epoch: string,
  range: number,
): Promise<Result<RangeAnswer>> {
  return medusa.site(rangeSchema, `stamp-ranges/${encodeURIComponent(epoch)}/${range}`, {
    deadlineMs: DEADLINE_MS,
  });
}
