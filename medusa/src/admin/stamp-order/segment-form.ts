/**
 * The segment of a range between two numbers counted from 1, as the server counts it: from 0. An end
 * left empty is the end of the range. Null where they are no such numbers.
 * @param count stamps in the range, where it is known
 */
export function readSegment(
  first: string,
  last: string,
  count: number = Number.MAX_SAFE_INTEGER,
): { first?: number; last?: number } | null {
  const [from, to] = [first === '' ? 1 : Number(first), last === '' ? count : Number(last)];
  if (![from, to].every(Number.isInteger) || from < 1 || from > to || to > count) return null;
  return {
    ...(first === '' ? {} : { first: from - 1 }),
    ...(last === '' ? {} : { last: to - 1 }),
  };
}
