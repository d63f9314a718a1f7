import { journeyAnswer, lotEventsAnswer, type journeyStep } from '@ocop/contract/lot-history';
import { provinceName } from '@ocop/rules/place/province-name';
import type { z } from 'zod';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

const inBoth = (name: string | null) => (name === null ? null : { vi: name, en: name });

function toStep({ step, at, province, result }: z.output<typeof journeyStep>) {
  return {
    step,
    at,
    /** The province, by name; goods that were shipped went there. */
    place: inBoth(province === null ? null : provinceName(province)),
    /** What a test said. */
    note: result,
  };
}

const steps = journeyAnswer.transform((answer) => answer.steps.map(toStep));

/** One step of a lot's journey. `at` is an ISO instant; `note` is told of tests alone. */
export type LotJourneyStep = ReturnType<typeof toStep>;

/** The timeline is an extra on the stamp page: past this the page goes without it. */
const JOURNEY_DEADLINE_MS = 1_500;

/** The public journey of a lot, oldest first, 12 steps at most. `not-found`: no such lot. */
export function fetchLotJourney(medusa: MedusaConnection, lot: string): Promise<Result<LotJourneyStep[]>> {
  return medusa.site(steps, `lots/${encodeURIComponent(lot)}/journey`, {
    deadlineMs: JOURNEY_DEADLINE_MS,
  });
}

const productOfLot = journeyAnswer.transform(({ product }) => product);

/** Slug of the product a lot is of. `not-found`: no such lot. */
export function fetchLotProduct(medusa: MedusaConnection, lot: string): Promise<Result<string>> {
  return medusa.site(productOfLot, `lots/${encodeURIComponent(lot)}/journey`, {
    deadlineMs: JOURNEY_DEADLINE_MS,
  });
}

/** What anybody may read of a lot's history, as an EPCIS 2.0 document. `not-found`: no such lot. */
export function fetchLotEvents(
  medusa: MedusaConnection,
  lot: string,
): Promise<Result<Record<string, unknown>>> {
  return medusa.site(lotEventsAnswer, `lots/${encodeURIComponent(lot)}/events`);
}
