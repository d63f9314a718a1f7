import { expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { vi } from '../i18n/vi.ts';
import { problemAdvice } from './problem-advice.ts';

it.each([
  ['a field of the form', { field: 'gln', message: '…' }, vi.events.advice.gln],
  ['a column of a table', { row: 2, column: 'Lúc', message: '…' }, vi.events.advice.at],
  ['a rule', { event: 1, field: 'epcList[0]', rule: 'ai-order', message: '…' }, vi.events.rules['ai-order']],
  [
    'a heading of a table',
    { row: 1, column: 'Màu', rule: 'column-unknown', message: '…' },
    vi.events.entryRules['column-unknown'],
  ],
  ['nothing it knows', { event: null, field: 'x', message: '…' }, null],
])('says what to write instead for %s', (_case, problem, said) => {
  expect(problemAdvice(problem, vi)).toBe(said);
});

it('says it in English too', () => {
  expect(problemAdvice({ field: 'at', message: '…' }, en)).toBe(en.events.advice.at);
});

it('names both days of goods that were shipped before they were made, whatever the field', () => {
  const times = { made: '2026-06-10T00:00:00+07:00', shipped: '2026-06-01T09:30:00+07:00' };
  const problem = { field: 'at', rule: 'shipped-before-commissioned', times, message: '…' };
  expect(problemAdvice(problem, vi)).toContain('01/06/2026 09:30');
  expect(problemAdvice(problem, vi)).toContain('10/06/2026 00:00');
  expect(problemAdvice(problem, en)).toContain('10 June 2026');
});

it('says how many packs were shipped of how many', () => {
  const packs = { quantity: 99, shipped: 5_000 };
  const problem = { row: 2, column: 'Số lượng', rule: 'more-than-lot', packs, message: '…' };
  expect(problemAdvice(problem, vi)).toMatch(/5\.000 .* 99/);
});
