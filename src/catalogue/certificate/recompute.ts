import { formatDate, todayInVietnam } from '@ocop/rules/date';
import type { PlainDate } from '@ocop/rules/date';

/**
 * The stage that holds on a day: the last one that has begun. Stages come in order of time.
 * Before the first of them (a phone's clock set back) the first holds.
 */
export function stageOn<T extends { from: PlainDate }>(
  stages: readonly T[],
  today: PlainDate,
): T | undefined {
  return stages.filter((stage, index) => index === 0 || stage.from <= today).at(-1);
}

/**
 * Brings everything of a built page that hangs on the day up to the day it is read: shows the stage that holds now
 * and takes away stars, and whole entries of star lists, whose day has come. The stages were
 * computed by the one rule (`standingSchedule`); here is only the calendar.
 */
export function recomputeStanding(page: Document, now: Date): void {
  const today = todayInVietnam(now);
  for (const mark of page.querySelectorAll<HTMLElement>('[data-until]')) {
    if ((mark.dataset.until ?? '') <= today) mark.remove();
  }
  for (const standing of page.querySelectorAll('[data-by-date]')) {
    const stages = [...standing.querySelectorAll<HTMLElement>('[data-from]')].map((element) => ({
      element,
      from: element.dataset.from ?? '',
    }));
    const shown = stageOn(stages, today);
    for (const { element } of stages) element.hidden = element !== shown?.element;
    for (const date of standing.querySelectorAll('[data-today]')) {
      date.textContent = formatDate(today, page.documentElement.lang === 'en' ? 'en' : 'vi');
    }
  }
}
