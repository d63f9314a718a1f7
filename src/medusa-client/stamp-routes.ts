import { stampRangeAnswer, type StampRangeAnswer } from '@ocop/contract/stamp-range';
import type { MedusaConnection } from './connection.ts';
import type { Result } from './result.ts';

/** A reader waits for this one. */
const DEADLINE_MS = 2_500;

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
