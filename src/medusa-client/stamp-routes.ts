import { stampRangeAnswer, type StampRangeAnswer } from '@ocop/contract/stamp-range';
import type { StampQuery } from '@ocop/rules/stamps/stamp-status';
import { z } from 'zod';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

/** One look at a stamp. `id` names it for good; `province` is null where the network names none. */
export interface Scan extends StampQuery {
  id: string;
  province: string | null;
  /** When it happened, ISO 8601. */
  at: string;
}

/** Scans handed over in one request to Medusa. */
export const MOST_AT_ONCE = 500;

/** A reader waits for this one. */
const DEADLINE_MS = 2_500;

const countedSchema = z.object({ counted: z.number() });

/** Hands scans over to be recorded, all or none; the same ones once more change nothing. */
export function recordScans(
  medusa: MedusaConnection,
  scans: readonly Scan[],
): Promise<Result<{ counted: number }>> {
  return medusa.site(countedSchema, 'scans', { method: 'POST', body: { scans } });
}

/** Whether a range of stamps was issued, and for which trade item. */
export type RangeAnswer = StampRangeAnswer;

/** Looks up the range a code lies in; records nothing. One row, whatever the size of the catalogue. */
export function fetchRange(
  medusa: MedusaConnection,
  epoch: string,
  range: number,
): Promise<Result<RangeAnswer>> {
  return medusa.site(stampRangeAnswer, `stamp-ranges/${encodeURIComponent(epoch)}/${range}`, {
    deadlineMs: DEADLINE_MS,
  });
}
