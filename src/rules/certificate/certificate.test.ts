import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certificateEnd,
  certificateExpiry,
  certificateProblem,
  certificateState,
  isInForce,
  nextStateChange,
  reassessmentWindow,
} from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { addDays, addMonths, daysBetween } from '../date.ts';

const plain: Certificate = { stars: 3, issuedOn: '2026-08-05' };
const EXPIRY = '2029-08-05';

const ORDER = ['not-yet', 'valid', 'expiring', 'extended', 'expired', 'withdrawn'];

const anyIssue = fc.integer({ min: 0, max: 5000 }).map((n) => addDays('2018-01-01', n));
/** Any dates staff could enter, the wrong ones included. */
const anyCertificate: fc.Arbitrary<Certificate> = fc
  .record({
    issuedOn: anyIssue,
    stars: fc.constantFrom(3 as const, 4 as const, 5 as const),
    extension: fc.option(fc.integer({ min: -30, max: 400 })),
    withdrawal: fc.option(fc.integer({ min: -20, max: 1500 })),
    counted: fc.option(fc.integer({ min: -364, max: 364 })),
  })
  .map(({ issuedOn, stars, extension, withdrawal, counted }) => ({
    issuedOn,
    stars,
    countedFrom: counted === null ? null : addDays(issuedOn, counted),
    extendedUntil: extension === null ? null : addDays(addMonths(issuedOn, 36), extension),
    withdrawnOn: withdrawal === null ? null : addDays(issuedOn, withdrawal),
  }));

/** Every day from before issue to long after the last possible turn. */
function lifetime(c: Certificate): string[] {
  return Array.from({ length: 2000 }, (_, n) => addDays(c.issuedOn, n - 30));
}

describe('a certificate without extension', () => {
  it('has the right state on every day of its life', () => {
    for (const day of lifetime(plain)) {
      const left = daysBetween(day, EXPIRY);
      const expected =
        day < plain.issuedOn ? 'not-yet' : left > 180 ? 'valid' : left > 0 ? 'expiring' : 'expired';
      expect(`${day} ${certificateState(plain, day)}`).toBe(`${day} ${expected}`);
    }
  });

  it('is out of force from the day 36 months after issue', () => {
    expect(certificateExpiry(plain)).toBe(EXPIRY);
    expect(certificateEnd(plain)).toBe(EXPIRY);
    expect(certificateState(plain, '2029-08-04')).toBe('expiring');
    expect(certificateState(plain, EXPIRY)).toBe('expired');
  });

  it('clamps a leap day', () => {
    expect(certificateExpiry({ stars: 4, issuedOn: '2024-02-29' })).toBe('2027-02-28');
  });

  it('is due for re-assessment from 180 to 120 days before expiry', () => {
    const { from, until } = reassessmentWindow(plain);
    expect([daysBetween(from, EXPIRY), daysBetween(until, EXPIRY)]).toEqual([180, 120]);
    expect(certificateState(plain, addDays(from, -1))).toBe('valid');
    expect(certificateState(plain, from)).toBe('expiring');
  });
});

describe('an extension set by staff', () => {
  it('of any length from 1 to 180 days counts on exactly those days', () => {
    for (let days = 1; days <= 180; days += 1) {
      const c = { ...plain, extendedUntil: addDays(EXPIRY, days) };
      expect(certificateProblem(c)).toBeNull();
      expect(certificateEnd(c)).toBe(addDays(EXPIRY, days));
      expect(certificateState(c, addDays(EXPIRY, -1))).toBe('expiring');
      expect(certificateState(c, EXPIRY)).toBe('extended');
      expect(certificateState(c, addDays(EXPIRY, days - 1))).toBe('extended');
      expect(certificateState(c, addDays(EXPIRY, days))).toBe('expired');
    }
  });

  it('beyond 180 days is named and never counts beyond them', () => {
    const c = { ...plain, extendedUntil: addDays(EXPIRY, 181) };
    expect(certificateProblem(c)).toBe('extension-too-long');
    expect(certificateEnd(c)).toBe(addDays(EXPIRY, 180));
    expect(certificateState(c, addDays(EXPIRY, 179))).toBe('extended');
    expect(certificateState(c, addDays(EXPIRY, 180))).toBe('expired');
  });

  it('that extends nothing is named and changes nothing', () => {
    for (const extendedUntil of [EXPIRY, addDays(EXPIRY, -40)]) {
      const c = { ...plain, extendedUntil };
      expect(certificateProblem(c)).toBe('extension-before-expiry');
      expect(lifetime(c).map((day) => certificateState(c, day))).toEqual(
        lifetime(c).map((day) => certificateState(plain, day)),
      );
    }
  });

  it('is never computed: without an entry the certificate expires', () => {
    expect(certificateState({ ...plain, extendedUntil: null }, EXPIRY)).toBe('expired');
  });
});

describe('a withdrawal', () => {
  it.each(['2026-08-05', '2027-01-01', '2029-06-01', '2029-09-01', '2031-01-01'])(
    'on %s holds from that day for ever',
    (withdrawnOn) => {
      const c = { ...plain, extendedUntil: addDays(EXPIRY, 100), withdrawnOn };
      expect(certificateProblem(c)).toBeNull();
      for (const day of lifetime(c)) {
        const before = certificateState({ ...c, withdrawnOn: null }, day);
        expect(certificateState(c, day)).toBe(day >= withdrawnOn ? 'withdrawn' : before);
      }
    },
  );

  it('before issue is named', () => {
    expect(certificateProblem({ ...plain, withdrawnOn: '2026-08-04' })).toBe('withdrawn-before-issue');
  });
});

describe('any certificate', () => {
  it('never goes back to an earlier state, and the next change is the one found by waiting', () => {
    fc.assert(
      fc.property(anyCertificate, (c) => {
        const days = lifetime(c);
        const states = days.map((day) => certificateState(c, day));
        // From the back: the next day with another state is known before each day is looked at.
        const changes: (string | null)[] = [];
        let next: string | null = null;
        for (let at = days.length - 1; at >= 0; at -= 1) {
          if (at + 1 < days.length && states[at + 1] !== states[at]) next = days[at + 1] as string;
          changes.unshift(next);
        }
        expect(days.map((day) => nextStateChange(c, day))).toEqual(changes);
        const steps = states.map((state) => ORDER.indexOf(state));
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('is in force only between issue and end, at most 36 months and 180 days', () => {
    fc.assert(
      fc.property(anyCertificate, fc.integer({ min: -100, max: 1800 }), (c, n) => {
        const day = addDays(c.issuedOn, n);
        const inForce = isInForce(certificateState(c, day));
        const withdrawn = c.withdrawnOn !== null && (c.withdrawnOn as string) <= day;
        const begun = day >= c.issuedOn && day >= (c.countedFrom ?? c.issuedOn);
        expect(inForce).toBe(begun && day < certificateEnd(c) && !withdrawn);
        expect(daysBetween(certificateExpiry(c), certificateEnd(c))).toBeLessThanOrEqual(180);
      }),
    );
  });
});

describe('a certificate counted from another day than its signing', () => {
  it('by an earlier day: ends sooner, and is in force only from its signing', () => {
    const c: Certificate = { stars: 5, issuedOn: '2025-01-17', countedFrom: '2024-07-01' };
    expect(certificateExpiry(c)).toBe('2027-07-01');
    expect(certificateState(c, '2024-07-01')).toBe('not-yet');
    expect(certificateState(c, '2025-01-16')).toBe('not-yet');
    expect(certificateState(c, '2025-01-17')).toBe('valid');
    expect(certificateState(c, '2027-06-30')).toBe('expiring');
    expect(certificateState(c, '2027-07-01')).toBe('expired');
    expect(reassessmentWindow(c)).toEqual({ from: '2027-01-02', until: '2027-03-03' });
    expect(nextStateChange(c, '2024-07-01')).toBe('2025-01-17');
  });

  it('by a later day: begins and ends later', () => {
    const c: Certificate = { stars: 4, issuedOn: '2026-01-20', countedFrom: '2026-02-05' };
    expect(certificateState(c, '2026-01-20')).toBe('not-yet');
    expect(certificateState(c, '2026-02-04')).toBe('not-yet');
    expect(certificateState(c, '2026-02-05')).toBe('valid');
    expect(certificateState(c, '2029-02-04')).toBe('expiring');
    expect(certificateState(c, '2029-02-05')).toBe('expired');
    expect(nextStateChange(c, '2026-01-20')).toBe('2026-02-05');
  });

  it('measures an extension and a withdrawal against the right day', () => {
    const c: Certificate = { stars: 5, issuedOn: '2025-01-17', countedFrom: '2024-07-01' };
    expect(certificateProblem({ ...c, extendedUntil: '2027-12-28' })).toBeNull();
    expect(certificateProblem({ ...c, extendedUntil: '2027-12-29' })).toBe('extension-too-long');
    expect(certificateProblem({ ...c, withdrawnOn: '2025-01-16' })).toBe('withdrawn-before-issue');
    expect(certificateProblem({ ...c, withdrawnOn: '2025-01-17' })).toBeNull();
  });
});
