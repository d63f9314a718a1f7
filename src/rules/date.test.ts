import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, formatDate, isPlainDate, todayInVietnam } from './date.ts';

const anyDay = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays('1900-01-01', n));

describe('isPlainDate', () => {
  it.each(['2026-08-05', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s', (d) => {
    expect(isPlainDate(d)).toBe(true);
  });

  it.each([
    ['2025-02-29', 'not a leap year'],
    ['1900-02-29', 'a century without a leap day'],
    ['2026-04-31', 'April has 30 days'],
    ['2026-13-01', 'no month 13'],
    ['2026-00-10', 'no month 0'],
    ['2026-01-00', 'no day 0'],
    ['2026-1-5', 'digits missing'],
    ['05/08/2026', 'another order'],
    ['2026-08-05T00:00', 'a moment, not a day'],
    [' 2026-08-05', 'a space'],
    ['2026-08-05\n', 'a line end'],
    ['0000-01-01', 'no year 0'],
    ['２０２６-08-05', 'wide digits'],
    ['', 'nothing'],
  ])('refuses %j: %s', (d) => {
    expect(isPlainDate(d)).toBe(false);
  });
});

describe('todayInVietnam', () => {
  it('turns at 17:00 UTC', () => {
    expect(todayInVietnam(new Date('2026-08-04T16:59:59.999Z'))).toBe('2026-08-04');
    expect(todayInVietnam(new Date('2026-08-04T17:00:00.000Z'))).toBe('2026-08-05');
  });

  it('agrees with the time zone data of the machine', () => {
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
    const [min, max] = [new Date('2000-01-01'), new Date('2040-01-01')];
    fc.assert(
      fc.property(fc.date({ min, max, noInvalidDate: true }), (now) => {
        expect(todayInVietnam(now)).toBe(zone.format(now));
      }),
    );
  });

  it('refuses an invalid moment', () => {
    expect(() => todayInVietnam(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('counting', () => {
  it('adds days over months and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('0099-12-31', 1)).toBe('0100-01-01');
  });

  it('adds months, clamped to the end of a shorter month', () => {
    expect(addMonths('2026-08-05', 36)).toBe('2029-08-05');
    expect(addMonths('2024-02-29', 36)).toBe('2027-02-28');
    expect(addMonths('2025-12-31', 2)).toBe('2026-02-28');
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('adds and counts days as inverses, keeping order', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -50_000, max: 50_000 }), (day, n) => {
        const other = addDays(day, n);
        expect(isPlainDate(other)).toBe(true);
        expect(daysBetween(day, other)).toBe(n);
        expect(Math.sign(n)).toBe(other === day ? 0 : other > day ? 1 : -1);
      }),
    );
  });

  it('lands on the same day of the month, or on the last of a shorter one', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, n) => {
        const later = addMonths(day, n);
        const months = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
        expect(months(later) - months(day)).toBe(n);
        const isLast = addDays(later, 1).endsWith('-01');
        expect(later.slice(8) === day.slice(8) || (isLast && later.slice(8) < day.slice(8))).toBe(true);
      }),
    );
  });

  it('refuses what is no day and what is no whole number', () => {
    expect(() => addDays('2025-02-29', 1)).toThrow(RangeError);
    expect(() => addDays('2025-01-01', 0.5)).toThrow(RangeError);
    expect(() => addMonths('2025-01-01', Number.NaN)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => daysBetween('2025-01-01', 'soon')).toThrow(RangeError);
  });
});

describe('formatDate', () => {
  it('writes both languages', () => {
    expect(formatDate('2026-08-05', 'vi')).toBe('05/08/2026');
    expect(formatDate('2026-08-05', 'en')).toBe('5 August 2026');
    expect(formatDate('2025-12-31', 'en')).toBe('31 December 2025');
  });
});
