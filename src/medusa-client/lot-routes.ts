import { provinceName } from '@ocop/rules/place/province-name';
import { z } from 'zod';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

const inBoth = (name: string | null) => (name === null ? null : { vi: name, en: name });

const stepSchema = z
  .object({
    step: z.enum([
      'harvest',
      'collection',
      'test',
      'processing',
      'activation',
      'packing',
      'shipping',
      'receiving',
      'recall',
    ]),
    at: z.iso.datetime(),
    province: z.string().nullable(),
    result: z.enum(['passed', 'failed']).nullable(),
  })
  .transform(({ step, at, province, result }) => ({
    step,
    at,
    /** The province, by name; goods that were shipped went there. */
    place: inBoth(province === null ? null : provinceName(province)),
    /** What a test said. */
    note: result,
  }));

const journeySchema = z.object({ steps: z.array(stepSchema) }).transform(({ steps }) => steps);

/** One step of a lot's journey. `at` is an ISO instant; `note` is told of tests alone. */
export type LotJourneyStep = z.output<typeof stepSchema>;

/** The timeline is an extra on the stamp page: past this the page goes without it. */
const JOURNEY_DEADLINE_MS = 1_500;

/** The public journey of a lot, oldest first, 12 steps at most. `not-found`: no such lot. */
export function fetchLotJourney(medusa: MedusaConnection, lot: string): Promise<Result<LotJourneyStep[]>> {
  return medusa.site(journeySchema, `lots/${encodeURIComponent(lot)}/journey`, {
    deadlineMs: JOURNEY_DEADLINE_MS,
  });
}

const productSchema = z.object({ product: z.string() }).transform(({ product }) => product);

/** Slug of the product a lot is of. `not-found`: no such lot. */
export function fetchLotProduct(medusa: MedusaConnection, lot: string): Promise<Result<string>> {
  return medusa.site(productSchema, `lots/${encodeURIComponent(lot)}/journey`, {
    deadlineMs: JOURNEY_DEADLINE_MS,
  });
}

const documentSchema = z.looseObject({ type: z.literal('EPCISDocument') });

/** What anybody may read of a lot's history, as an EPCIS 2.0 document. `not-found`: no such lot. */
export function fetchLotEvents(
  medusa: MedusaConnection,
  lot: string,
): Promise<Result<Record<string, unknown>>> {
  return medusa.site(documentSchema, `lots/${encodeURIComponent(lot)}/events`);
}
