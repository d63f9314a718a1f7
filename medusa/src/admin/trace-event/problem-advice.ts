import { HEADINGS } from '@ocop/rules/epcis/event-table';
import { ENTRY_FIELDS } from '@ocop/rules/epcis/step-entry';
import type { Messages } from '../i18n/messages.ts';
import type { Problem } from '../server/ask.ts';

/**
 * What is wrong and what to write instead, by the rule an event broke, the field of a form or the column of a
 * table; null where only the server's own words say it.
 */
export function problemAdvice(problem: Problem, { events, figures }: Messages): string | null {
  const { rule, field, column, times, packs } = problem;
  if (rule === 'shipped-before-commissioned' && times) {
    return events.shippedBeforeMade(figures.moment(times.shipped), figures.moment(times.made));
  }
  if (rule === 'more-than-lot' && packs) {
    return events.moreThanLot(figures.number(packs.shipped), figures.number(packs.quantity));
  }
  const ownWords = Object.entries(events.entryRules).find(([name]) => name === rule);
  if (ownWords) return ownWords[1];
  const broken = Object.entries(events.rules).find(([name]) => name === rule);
  if (broken) return broken[1];
  const entry = ENTRY_FIELDS.find((one) => one === field || HEADINGS[one] === column);
  return entry ? events.advice[entry] : null;
}
