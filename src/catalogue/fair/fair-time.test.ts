import { describe, expect, it } from 'vitest';
import { fairsInOrder, fairTime } from './fair-time.ts';

const fair = { startsOn: '2026-12-04', endsOn: '2026-12-08' };

describe('fairTime', () => {
  it('counts the first and the last day as now', () => {
    expect(fairTime(fair, '2026-12-03')).toBe('upcoming');
    expect(fairTime(fair, '2026-12-04')).toBe('now');
    expect(fairTime(fair, '2026-12-08')).toBe('now');
    expect(fairTime(fair, '2026-12-09')).toBe('past');
  });
});

describe('fairsInOrder', () => {
  it('puts the next fair first and old ones last', () => {
    const spring = { startsOn: '2026-01-10', endsOn: '2026-01-15' };
    const later = { startsOn: '2027-01-10', endsOn: '2027-01-12' };
    const older = { startsOn: '2025-01-10', endsOn: '2025-01-12' };
    expect(fairsInOrder([later, older, spring, fair], '2026-11-21')).toEqual([fair, later, spring, older]);
  });
});
