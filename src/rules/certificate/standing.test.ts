import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../date.ts';
import { standingOn } from './standing.ts';
import type { RecognitionFacts, ReportedStars, SourceGrade } from './standing.ts';

const TODAY = '2026-11-21';

const lamDong: RecognitionFacts = {
  stars: 3,
  grade: 'A',
  decision: { type: 'recognition', number: '3981/QĐ-UBND', signedOn: '2026-08-05' },
  issuedOn: '2026-08-05',
};

function decided(date: string, more: Partial<RecognitionFacts> = {}): RecognitionFacts {
  return { ...lamDong, decision: { ...lamDong.decision, signedOn: date }, issuedOn: date, ...more };
}

describe('a recognition', () => {
  it('shows its star while in force', () => {
    expect(standingOn([lamDong], [], TODAY)).toEqual({
      kind: 'recognised',
      stars: 3,
      state: 'valid',
      endsOn: '2029-08-05',
      recognition: lamDong,
    });
  });

  it.each<[string, RecognitionFacts]>([
    ['list of entries', decided('2026-08-05', { decision: { ...lamDong.decision, type: 'entry-list' } })],
    ['withdrawal', decided('2026-08-05', { decision: { ...lamDong.decision, type: 'withdrawal' } })],
    [
      'decision without a full date',
      decided('2026-08-05', { decision: { ...lamDong.decision, signedOn: null } }),
    ],
    [
      'decision dated by its year',
      decided('2026-08-05', { decision: { ...lamDong.decision, signedOn: '2026' } }),
    ],
    ['proposal', decided('2026-08-05', { grade: 'B2' })],
    ["seller's own word", decided('2026-08-05', { grade: 'C' })],
    ['2 stars', decided('2026-08-05', { stars: 2 })],
    ['6 stars', decided('2026-08-05', { stars: 6 })],
    ['decision of tomorrow', decided('2026-11-22')],
  ])('that is a %s shows nothing', (_what, facts) => {
    expect(standingOn([facts], [], TODAY)).toEqual({ kind: 'none' });
  });

  it('without a certificate date counts from its decision', () => {
    const facts = { ...lamDong, issuedOn: null };
    expect(standingOn([facts], [], TODAY)).toMatchObject({ endsOn: '2029-08-05' });
  });

  it('counts from the day stated for the product, else for the decision, else from issue', () => {
    const decision = { ...lamDong.decision, countedFrom: '2026-08-20' };
    const endsOn = (facts: Partial<RecognitionFacts>) =>
      standingOn([{ ...lamDong, issuedOn: '2026-08-10', ...facts }], [], TODAY);
    expect(endsOn({})).toMatchObject({ endsOn: '2029-08-10' });
    expect(endsOn({ decision })).toMatchObject({ endsOn: '2029-08-20' });
    expect(endsOn({ decision, countedFrom: '2026-07-01' })).toMatchObject({ endsOn: '2029-07-01' });
    expect(standingOn([{ ...lamDong, decision }], [], '2026-08-19')).toEqual({ kind: 'none' });
  });

  it('follows the certificate through its life', () => {
    const facts = { ...lamDong, extendedUntil: '2029-12-01' };
    const on = (day: string, more = {}) => standingOn([{ ...facts, ...more }], [], day);
    expect(on('2026-08-04')).toEqual({ kind: 'none' });
    expect(on('2029-08-04')).toMatchObject({ kind: 'recognised', state: 'expiring' });
    expect(on('2029-08-05')).toMatchObject({
      kind: 'recognised',
      state: 'extended',
      endsOn: '2029-12-01',
    });
    expect(on('2029-12-01')).toMatchObject({
      kind: 'lapsed',
      state: 'expired',
      endsOn: '2029-12-01',
    });
    expect(on('2028-01-01', { withdrawnOn: '2027-05-05' })).toMatchObject({
      kind: 'lapsed',
      state: 'withdrawn',
      endsOn: '2027-05-05',
    });
    expect(on('2030-06-01', { withdrawnOn: '2030-05-05' })).toMatchObject({
      state: 'withdrawn',
      endsOn: '2029-12-01',
    });
  });
});

describe('several recognitions', () => {
  it('give the newest in force', () => {
    const older = decided('2024-06-01', { stars: 4 });
    expect(standingOn([older, lamDong], [], TODAY)).toMatchObject({ stars: 3 });
    expect(standingOn([lamDong, older], [], TODAY)).toMatchObject({ stars: 3 });
  });

  it('leave out one of tomorrow, but a withdrawn new one does not bring the old stars back', () => {
    const older = decided('2024-06-01', { stars: 4 });
    const tomorrow = decided('2026-11-22', { stars: 5 });
    const withdrawn = { ...lamDong, withdrawnOn: '2026-10-01' };
    expect(standingOn([older, tomorrow], [], TODAY)).toMatchObject({ stars: 4 });
    expect(standingOn([older, withdrawn], [], TODAY)).toMatchObject({
      kind: 'lapsed',
      state: 'withdrawn',
      stars: 3,
    });
  });

  it('tell the newest lapsed one when none is in force', () => {
    const first = decided('2019-01-01', { stars: 4 });
    const second = decided('2021-01-01', { stars: 3 });
    expect(standingOn([first, second], [], TODAY)).toMatchObject({
      kind: 'lapsed',
      stars: 3,
      endsOn: '2024-01-01',
    });
  });

  it('of one day claim the fewer stars', () => {
    const both = [decided('2026-08-05', { stars: 4 }), lamDong];
    expect(standingOn(both, [], TODAY)).toMatchObject({ stars: 3 });
    expect(standingOn(both.toReversed(), [], TODAY)).toMatchObject({ stars: 3 });
  });
});

describe('a report', () => {
  const report = (year: number | null, stars = 4, grade: SourceGrade = 'B1') => ({
    stars,
    year,
    grade,
  });

  it('is words, with its year', () => {
    expect(standingOn([], [report(2024)], TODAY)).toEqual({
      kind: 'reported',
      stars: 4,
      year: 2024,
      surelyExpired: false,
    });
  });

  it('is surely expired when a certificate of the last day of its year is', () => {
    const expired = (year: number | null, day: string) =>
      standingOn([], [report(year)], day) as { surelyExpired: boolean };
    expect(expired(2023, '2026-12-31').surelyExpired).toBe(false);
    expect(expired(2023, '2027-01-01').surelyExpired).toBe(true);
    expect(expired(2022, TODAY).surelyExpired).toBe(true);
    expect(expired(null, TODAY).surelyExpired).toBe(false);
  });

  it('of the newest year is told, a known year before none', () => {
    const all = [report(null, 5), report(2021, 3), report(2023, 4)];
    expect(standingOn([], all, TODAY)).toMatchObject({ stars: 4, year: 2023 });
  });

  it.each<ReportedStars>([report(2025, 5, 'B2'), report(2025, 5, 'C'), report(2025, 2)])(
    'of no worth is not told: %j',
    (worthless) => {
      expect(standingOn([], [worthless], TODAY)).toEqual({ kind: 'none' });
    },
  );

  it('gives way to a lapsed recognition', () => {
    const lapsed = decided('2020-01-01');
    expect(standingOn([lapsed], [report(2025)], TODAY)).toMatchObject({ kind: 'lapsed' });
  });
});

const anyDay = fc.integer({ min: 0, max: 3500 }).map((n) => addDays('2019-01-01', n));
const anyFacts: fc.Arbitrary<RecognitionFacts> = fc.record({
  stars: fc.integer({ min: 1, max: 5 }),
  grade: fc.constantFrom('A' as const, 'B1' as const, 'B2' as const, 'C' as const),
  decision: fc.record({
    type: fc.constantFrom('entry-list' as const, 'recognition' as const, 'withdrawal' as const),
    number: fc.constant('1/QĐ-UBND'),
    signedOn: fc.option(anyDay),
    countedFrom: fc.option(anyDay),
  }),
  issuedOn: fc.option(anyDay),
  countedFrom: fc.option(anyDay),
  extendedUntil: fc.option(anyDay),
  withdrawnOn: fc.option(anyDay),
});
const anyReport: fc.Arbitrary<ReportedStars> = fc.record({
  stars: fc.integer({ min: 1, max: 5 }),
  year: fc.option(fc.integer({ min: 2019, max: 2027 })),
  grade: fc.constantFrom('A' as const, 'B1' as const, 'B2' as const, 'C' as const),
});

describe('any record', () => {
  it('shows a star only where everything that proves one is there', () => {
    fc.assert(
      fc.property(fc.array(anyFacts), fc.array(anyReport), anyDay, (facts, reports, day) => {
        const standing = standingOn(facts, reports, day);
        if (standing.kind !== 'recognised') return;
        const { recognition } = standing;
        expect(facts).toContain(recognition);
        expect(recognition.decision.type).toBe('recognition');
        expect(recognition.decision.signedOn).not.toBeNull();
        expect(['A', 'B1']).toContain(recognition.grade);
        expect([3, 4, 5]).toContain(standing.stars);
        expect(standing.stars).toBe(recognition.stars);
        expect((recognition.issuedOn ?? recognition.decision.signedOn ?? '') <= day).toBe(true);
        const counted = recognition.countedFrom ?? recognition.decision.countedFrom;
        if (counted) expect(counted <= day).toBe(true);
        expect(standing.endsOn <= addMonths(counted ?? day, 42)).toBe(true);
        expect(standing.endsOn > day).toBe(true);
        expect(recognition.withdrawnOn && recognition.withdrawnOn <= day).toBeFalsy();
      }),
      { numRuns: 500 },
    );
  });

  it('says the same whatever the order of the files, and whatever worthless word is added', () => {
    fc.assert(
      fc.property(fc.array(anyFacts), fc.array(anyReport), anyDay, (facts, reports, day) => {
        const view = (standing: ReturnType<typeof standingOn>) => ({
          ...standing,
          recognition: undefined,
        });
        const told = view(standingOn(facts, reports, day));
        expect(view(standingOn(facts.toReversed(), reports.toReversed(), day))).toEqual(told);
        const worthless: RecognitionFacts[] = [
          decided(day, { stars: 5, grade: 'C' }),
          decided(day, { stars: 5, grade: 'B2' }),
          decided(day, { stars: 2 }),
          { ...decided(day), decision: { type: 'entry-list', number: '1090/QĐ-UBND', signedOn: day } },
        ];
        expect(view(standingOn([...facts, ...worthless], reports, day))).toEqual(told);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a withdrawal', () => {
  const told: ReportedStars[] = [{ stars: 4, year: 2026, grade: 'B1' }];

  it('silences what press told until its year, also where the recognition itself was never proven', () => {
    const seen = { ...lamDong, grade: 'C' as SourceGrade, withdrawnOn: '2027-03-01' };
    expect(standingOn([seen], told, '2027-02-28')).toMatchObject({ kind: 'reported', stars: 4 });
    expect(standingOn([seen], told, '2027-03-01')).toEqual({ kind: 'none' });
    expect(standingOn([seen], [{ stars: 4, year: 2028, grade: 'B1' }], '2028-06-01').kind).toBe('reported');
  });

  it('leaves a later recognition its stars', () => {
    const again = decided('2027-06-01', { stars: 4 });
    const withdrawn = { ...lamDong, withdrawnOn: '2027-03-01' };
    expect(standingOn([withdrawn, again], [], '2027-05-31')).toMatchObject({ kind: 'lapsed' });
    expect(standingOn([withdrawn, again], [], '2027-06-01')).toMatchObject({ kind: 'recognised', stars: 4 });
  });
});
