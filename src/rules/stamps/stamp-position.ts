/** Where a stamp stands, for whoever has no keys: request schemas, staff screens. */

/** Range 0 … 2²¹−1, index in the range 0 … 2²⁴−1. */
export interface StampPosition {
  range: number;
  index: number;
}

export const STAMP_RANGE_BITS = 21;
export const STAMP_INDEX_BITS = 24;
