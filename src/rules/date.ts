/**
 * A calendar day in Vietnam, 'YYYY-MM-DD'. Days compare correctly as text, so `a < b` means
 * "a is the earlier day".
 */
export type PlainDate = string;

/** Vietnam has kept UTC+7 all year round since 1975. */
const VIETNAM_OFFSET_MS = 7 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

interface Parts {
  year: number;
  month: number;
  day: number;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
    return leap ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function readParts(text: string): Parts | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12) return null;
  return day >= 1 && day <= daysInMonth(year, month) ? { year, month, day } : null;
}

function parts(date: PlainDate): Parts {
  const read = readParts(date);
  if (!read) throw new RangeError(`Not a calendar day written YYYY-MM-DD: '${date}'`);
  return read;
}

function plainDate({ year, month, day }: Parts): PlainDate {
  if (year < 1 || year > 9999) throw new RangeError(`Year ${year} does not fit YYYY-MM-DD`);
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Days since 1970-01-01. `Date.UTC` would read the years 1–99 as 1901–1999. */
function dayNumber(date: PlainDate): number {
  const { year, month, day } = parts(date);
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, day);
  return moment.getTime() / DAY_MS;
}

function fromDayNumber(days: number): PlainDate {
  const moment = new Date(days * DAY_MS);
  return plainDate({
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
  });
}

/** True for a day that exists, written exactly 'YYYY-MM-DD' ('2025-02-29' is refused). */
export function isPlainDate(text: string): boolean {
  return readParts(text) !== null;
}

/** The day it is in Vietnam at the given moment. RangeError for an invalid `Date`. */
export function todayInVietnam(now: Date): PlainDate {
  const time = now.getTime();
  if (Number.isNaN(time)) throw new RangeError('Not a moment in time');
  return fromDayNumber(Math.floor((time + VIETNAM_OFFSET_MS) / DAY_MS));
}

/** The day `n` days later (earlier when negative). RangeError for a day or count that is none. */
export function addDays(d: PlainDate, n: number): PlainDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not a whole number of days: ${n}`);
  return fromDayNumber(dayNumber(d) + n);
}

/**
 * The same day of the month `n` months later; where that month is shorter, its last day
 * (Civil Code 91/2015/QH13, Article 148.3). RangeError for a day or count that is none.
 */
export function addMonths(d: PlainDate, n: number): PlainDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`Not a whole number of months: ${n}`);
  const { year, month, day } = parts(d);
  const months = year * 12 + (month - 1) + n;
  const [newYear, newMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return plainDate({
    year: newYear,
    month: newMonth,
    day: Math.min(day, daysInMonth(newYear, newMonth)),
  });
}

/** Whole days from one day to another; negative when `to` is the earlier one. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** '05/08/2026' in Vietnamese, '5 August 2026' in English. */
export function formatDate(d: PlainDate, lang: 'vi' | 'en'): string {
  const { year, month, day } = parts(d);
  if (lang === 'en') return `${day} ${ENGLISH_MONTHS[month - 1]} ${year}`;
  return `${d.slice(8, 10)}/${d.slice(5, 7)}/${d.slice(0, 4)}`;
}
