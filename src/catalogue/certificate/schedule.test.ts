import { addDays } from '@ocop/rules/date';
import { standingOn } from '@ocop/rules/certificate/standing';
import type { RecognitionFacts } from '@ocop/rules/certificate/standing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingSchedule, starsUntil } from './schedule.ts';

function recognition(
  issuedOn: string,
  stars: number,
  more: Partial<RecognitionFacts> = {},
): RecognitionFacts {
  const decision = { type: 'recognition' as const, number: '3981/QĐ-UBND', signedOn: issuedOn };
  return { stars, grade: 'A', decision, issuedOn, ...more };
}

const lamDong = recognition('2026-08-05', 3);

describe('standingSchedule', () => {
  it('tells valid, expiring and expired with the day each begins', () => {
    const stages = standingSchedule([lamDong], [], '2026-11-21');
    expect(stages.map(({ from, standing }) => [from, 'state' in standing && standing.state])).toEqual([
      ['2026-11-21', 'valid'],
      ['2029-02-06', 'expiring'],
      ['2029-08-05', 'expired'],
    ]);
  });

  it('has one stage where nothing will change', () => {
    expect(standingSchedule([], [], '2026-11-21')).toHaveLength(1);
  });

  it('foresees the day a reported year has surely run out', () => {
    const stages = standingSchedule([], [{ stars: 4, year: 2023, grade: 'B1' }], '2026-11-21');
    expect(stages.map(({ from }) => from)).toEqual(['2026-11-21', '2027-01-01']);
  });

  it('agrees with standingOn on every coming day', () => {
    const day = fc.integer({ min: -1500, max: 1500 }).map((n) => addDays('2026-11-21', n));
    const anyRecognition = fc
      .record({
        issuedOn: day,
        stars: fc.constantFrom(3, 4, 5),
        extension: fc.option(fc.integer({ min: 1, max: 180 })),
        withdrawnOn: fc.option(day),
        grade: fc.constantFrom('A' as const, 'B1' as const, 'C' as const),
      })
      .map(({ issuedOn, stars, extension, withdrawnOn, grade }) =>
        recognition(issuedOn, stars, {
          grade,
          withdrawnOn,
          extendedUntil: extension === null ? null : addDays(issuedOn, 1096 + extension),
        }),
      );
    const report = fc.record({
      stars: fc.constantFrom(3, 4, 5),
      year: fc.option(fc.integer({ min: 2019, max: 2027 })),
      grade: fc.constantFrom('B1' as const, 'B2' as const),
    });
    fc.assert(
      fc.property(
        fc.array(anyRecognition, { maxLength: 3 }),
        fc.array(report, { maxLength: 2 }),
        fc.integer({ min: 0, max: 2500 }),
        (recognitions, reported, ahead) => {
          const today = '2026-11-21';
          const later = addDays(today, ahead);
          const stages = standingSchedule(recognitions, reported, today);
          const shown = stages.filter(({ from }) => from <= later).at(-1)?.standing;
          const expected = standingOn(recognitions, reported, later);
          expect(shown?.kind).toBe(expected.kind);
          if (expected.kind === 'none' || shown?.kind === 'none') return;
          expect(shown?.stars).toBe(expected.stars);
          if ('state' in expected) expect(shown).toMatchObject({ state: expected.state });
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('starsUntil', () => {
  it('gives a tile its stars and their last morning', () => {
    expect(starsUntil([lamDong], [], '2026-11-21')).toEqual({
      stars: 3,
      until: '2029-08-05',
      decision: '3981/QĐ-UBND',
    });
  });

  it('gives nothing to a report, a lapsed certificate or an entry list', () => {
    const entry = recognition('2026-08-05', 4, {
      decision: { type: 'entry-list', number: '1090/QĐ-UBND', signedOn: '2026-08-05' },
    });
    expect(starsUntil([], [{ stars: 4, year: 2025, grade: 'B1' }], '2026-11-21')).toBeNull();
    expect(starsUntil([lamDong], [], '2029-08-05')).toBeNull();
    expect(starsUntil([entry], [], '2026-11-21')).toBeNull();
  });
});
