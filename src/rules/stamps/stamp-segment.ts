/** Parts of a range of stamps: which positions, what two parts share, what is left of one. */

/** Positions `first` to `last` of a range, both included. */
export interface StampPart {
  first: number;
  last: number;
}

/**
 * The part meant by someone who may leave out either end, or null where it is no part of a range of
 * `count` stamps.
 */
export function partOf(
  asked: { first?: number | undefined; last?: number | undefined },
  count: number,
): StampPart | null {
  const { first = 0, last = count - 1 } = asked;
  const inside = Number.isInteger(first) && Number.isInteger(last) && first >= 0 && last < count;
  return inside && first <= last ? { first, last } : null;
}

/** Whether two parts share a position. */
export function overlaps(one: StampPart, other: StampPart): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** What is left of `part` without the positions of `taken`, in order; empty where nothing is. */
export function without(part: StampPart, taken: readonly StampPart[]): StampPart[] {
  return taken.reduce(
    (left, gone) =>
      left.flatMap((piece) => {
        if (!overlaps(piece, gone)) return [piece];
        const before = { first: piece.first, last: gone.first - 1 };
        const after = { first: gone.last + 1, last: piece.last };
        return [before, after].filter(({ first, last }) => first <= last);
      }),
    [part],
  );
}
