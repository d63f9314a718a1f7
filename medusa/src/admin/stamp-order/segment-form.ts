import { typedWhole, type NumberProblem } from '../screen/typed-whole.ts';

/** What is wrong with the ends of a segment: with a number by itself, or with both together. */
export interface SegmentProblems {
  first?: NumberProblem | 'upsideDown';
  last?: NumberProblem;
}

export type TypedSegment =
  { ok: true; segment: { first?: number; last?: number } } | { ok: false; problems: SegmentProblems };

/**
 * The segment of a range between the numbers `first` and `last` counted from 1, as the server counts it:
 * from 0. An end left empty is the end of the range, where the whole of it may be meant.
 * @param count stamps in the range, where it is known
 */
export function readSegment(
  typed: (name: string) => string,
  { count = Number.MAX_SAFE_INTEGER, whole = true }: { count?: number; whole?: boolean } = {},
): TypedSegment {
  const bounds = { least: 1, most: count };
  const end = (name: 'first' | 'last', left: number) =>
    typed(name) === '' && whole ? ({ ok: true, value: left } as const) : typedWhole(typed(name), bounds);
  const [from, to] = [end('first', 1), end('last', count)];
  if (!from.ok || !to.ok) {
    return {
      ok: false,
      problems: { ...(from.ok ? {} : { first: from.problem }), ...(to.ok ? {} : { last: to.problem }) },
    };
  }
  if (from.value > to.value) return { ok: false, problems: { first: 'upsideDown' } };
  return {
    ok: true,
    segment: {
      ...(typed('first') === '' ? {} : { first: from.value - 1 }),
      ...(typed('last') === '' ? {} : { last: to.value - 1 }),
    },
  };
}
