import { addMonths, todayInVietnam } from '@ocop/rules/date';

/** This month in Vietnam and those before it, `2026-11`, the newest first. */
export function lastMonths(now: Date, count: number): string[] {
  const first = `${todayInVietnam(now).slice(0, 7)}-01`;
  return Array.from({ length: count }, (_, back) => addMonths(first, -back).slice(0, 7));
}
