import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issuerMayRecognise, mayBeRecognised, starsForScore } from './stars.ts';
import type { IssuerLevel } from './stars.ts';

describe('starsForScore', () => {
  it.each([
    [0, 1],
    [29.999, 1],
    [30, 2],
    [49.999, 2],
    [50, 3],
    [69.999, 3],
    [70, 4],
    [89.999, 4],
    [90, 5],
    [100, 5],
  ])('gives %d points %d stars', (score, stars) => {
    expect(starsForScore(score)).toBe(stars);
  });

  it('holds at the nearest numbers on both sides of every bound', () => {
    for (const [bound, stars] of [
      [30, 2],
      [50, 3],
      [70, 4],
      [90, 5],
    ] as const) {
      expect(starsForScore(bound)).toBe(stars);
      expect(starsForScore(bound - bound * Number.EPSILON)).toBe(stars - 1);
      expect(starsForScore(bound + bound * Number.EPSILON)).toBe(stars);
    }
  });

  it('agrees with the law for every hundredth of a point', () => {
    for (let hundredths = 0; hundredths <= 10_000; hundredths += 1) {
      const bounds = [3000, 5000, 7000, 9000].filter((bound) => hundredths >= bound);
      expect(starsForScore(hundredths / 100)).toBe(1 + bounds.length);
    }
  });

  it('never gives fewer stars for more points', () => {
    const score = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(score, score, (a, b) => {
        expect(starsForScore(Math.max(a, b))).toBeGreaterThanOrEqual(starsForScore(Math.min(a, b)));
      }),
    );
  });

  it.each([-0.001, 100.001, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'refuses %d',
    (score) => {
      expect(() => starsForScore(score)).toThrow(RangeError);
    },
  );
});

describe('mayBeRecognised', () => {
  it('is true for 3, 4 and 5 alone', () => {
    const taken = [-1, 0, 1, 2, 2.5, 3, 3.5, 4, 5, 6, Number.NaN].filter(mayBeRecognised);
    expect(taken).toEqual([3, 4, 5]);
  });
});

describe('issuerMayRecognise', () => {
  const today = '2026-08-05';

  it.each<[IssuerLevel, number[]]>([
    ['ministry', [5]],
    ['province', [3, 4]],
    ['district', []],
    ['commune', []],
    ['prime-minister', []],
  ])('lets a %s recognise %j today', (level, expected) => {
    const taken = [0, 1, 2, 3, 4, 5, 6].filter((stars) => issuerMayRecognise(level, stars, today));
    expect(taken).toEqual(expected);
  });

  it('lets districts recognise 3 stars from 24/2/2023 until they ended', () => {
    const on = (day: string) => issuerMayRecognise('district', 3, day);
    expect([on('2023-02-23'), on('2023-02-24'), on('2025-06-30'), on('2025-07-01')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(issuerMayRecognise('district', 4, '2024-01-01')).toBe(false);
  });
});
