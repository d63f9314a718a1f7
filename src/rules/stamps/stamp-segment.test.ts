import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps, segmentOf, without, type StampSegment } from './stamp-segment.ts';

const segment = fc
  .tuple(fc.nat(60), fc.nat(60))
  .map(([a, b]): StampSegment => ({ first: Math.min(a, b), last: Math.max(a, b) }));
const positions = ({ first, last }: StampSegment) =>
  Array.from({ length: last - first + 1 }, (_, step) => first + step);

test.each([
  [{}, { first: 0, last: 9 }],
  [{ first: 3 }, { first: 3, last: 9 }],
  [{ last: 0 }, { first: 0, last: 0 }],
  [{ first: 4, last: 3 }, null],
  [{ last: 10 }, null],
  [{ first: -1 }, null],
  [{ first: 0.5 }, null],
])('of ten stamps %j means %j', (request, expected) => {
  expect(segmentOf(request, 10)).toEqual(expected);
});

test('segments overlap and leave over what sets of positions do', () => {
  fc.assert(
    fc.property(segment, fc.array(segment, { maxLength: 5 }), (whole, taken) => {
      const gone = new Set(taken.flatMap(positions));
      const left = without(whole, taken);
      expect(left.flatMap(positions)).toEqual(positions(whole).filter((at) => !gone.has(at)));
      for (const other of taken) {
        const shared = positions(other).filter((at) => positions(whole).includes(at));
        expect(overlaps(whole, other)).toBe(shared.length > 0);
      }
    }),
    { numRuns: 300 },
  );
});
