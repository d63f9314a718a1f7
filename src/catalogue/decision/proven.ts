import type { Decision } from '../../record/types.ts';

/**
 * True for a recognition that could carry stars: its signing day is known and a source of grade A or B1
 * says so. Others are listed too, but never in the colour of a good one.
 */
export function isProven(decision: Pick<Decision, 'type' | 'signedOn' | 'sources'>): boolean {
  return (
    decision.type === 'recognition' &&
    decision.signedOn !== null &&
    decision.sources.some(({ grade }) => grade === 'A' || grade === 'B1')
  );
}
