/** Segments of a range of stamps: which positions, whether two share one, what is left of one. */

/** Positions `first` to `last` of a range, both included. */
export interface StampSegment {
  first: number;
  last: number;
}

/**
 * The segment meant by someone who may leave out either end, or null where it does not lie in a range of
 * `count` stamps.
 */
export function segmentOf(
  request: { first?: number | undefined; last?: number | undefined },
  count: number,
): StampSegment | null {
  const { first = 0, last = count - 1 } = request;
  const inside = Number.isInteger(first) && Number.isInteger(last) && first >= 0 && last < count;
  return inside && first <= last ? { first, last } : null;
}

/** Whether two segments share a position. */
export function overlaps(one: StampSegment, other: StampSegment): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** What is left of `segment` without the positions of `taken`, in order; empty where nothing is. */
export function without(segment: StampSegment, taken: readonly StampSegment[]): StampSegment[] {
  return taken.reduce(
    (left, gone) =>
      left.flatMap((piece) => {
        if (!overlaps(piece, gone)) return [piece];
        const before = { first: piece.first, last: gone.first - 1 };
        const after = { first: gone.last + 1, last: piece.last };
        return [before, after].filter(({ first, last }) => first <= last);
      }),
    [segment],
  );
}
