import { describe, expect, it } from 'vitest';
import { isUnchanged, readRange } from './byte-range.ts';

describe('a range of ten bytes', () => {
  it.each([
    ['bytes=0-3', { start: 0, end: 3 }],
    ['bytes=4-', { start: 4, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['bytes=8-99', { start: 8, end: 9 }],
    ['Bytes= 9 - 9 ', { start: 9, end: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=10-20', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-4', null],
    ['bytes=-', null],
    ['bytes=0-1,4-5', null],
    ['bytes=a-b', null],
    ['bytes=0x1-2', null],
    ['lines=1-2', null],
    [`bytes=${'9'.repeat(400)}-`, null],
    ['', null],
    [undefined, null],
  ])('asked for as %j is %j', (header, range) => expect(readRange(header, 10)).toEqual(range));

  it('of nothing is never there', () => expect(readRange('bytes=0-', 0)).toBe('unsatisfiable'));
});

it.each([
  [undefined, true],
  ['"a"', true],
  ['"a-br"', false],
  ['W/"a"', false],
  ['Wed, 15 Jun 2039 02:00:00 GMT', false],
])('If-Range %j leaves a range of "a": %s', (header, unchanged) =>
  expect(isUnchanged(header, '"a"')).toBe(unchanged),
);
