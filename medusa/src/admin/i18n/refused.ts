import type { StampPart } from '@ocop/rules/stamp-parts';

/** A sentence for each name a refusal may have; `part` of a range stands in the way of some. */
export type RefusalWords = Readonly<Record<string, (part: StampPart | null) => string>>;
