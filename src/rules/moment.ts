import { formatDate } from './date.ts';

const SEVEN_HOURS_MS = 7 * 60 * 60 * 1_000;

/**
 * A moment as people in Vietnam read it (UTC+7, no daylight saving): '21/11/2026, 14:05'.
 * @param iso ISO 8601
 * @returns the text as given when it is not a moment
 */
export function formatMoment(iso: string, lang: 'vi' | 'en'): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const here = new Date(time + SEVEN_HOURS_MS).toISOString();
  return `${formatDate(here.slice(0, 10), lang)}, ${here.slice(11, 16)}`;
}
