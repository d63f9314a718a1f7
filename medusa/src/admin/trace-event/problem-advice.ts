import { HEADINGS } from '@ocop/rules/epcis/event-table';
import { ENTRY_FIELDS } from '@ocop/rules/epcis/step-entry';
import type { Messages } from '../i18n/messages.ts';
import type { Problem } from '../server/ask.ts';

/**
 * What to write instead, by the field of a form, the column of a table or the rule an event broke;
 * null where only the server's own words say it.
 */
export function problemAdvice(problem: Problem, { advice, rules }: Messages['events']): string | null {
  const { rule, field, column } = problem;
  const broken = Object.entries(rules).find(([name]) => name === rule);
  if (broken) return broken[1];
  const entry = ENTRY_FIELDS.find((one) => one === field || HEADINGS[one] === column);
  return entry ? advice[entry] : null;
}
