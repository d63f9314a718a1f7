import { expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { vi } from '../i18n/vi.ts';
import { problemAdvice } from './problem-advice.ts';

it.each([
  ['a field of the form', { field: 'gln', message: '…' }, vi.events.advice.gln],
  ['a column of a table', { row: 2, column: 'Lúc', message: '…' }, vi.events.advice.at],
  ['a rule', { event: 1, field: 'epcList[0]', rule: 'ai-order', message: '…' }, vi.events.rules['ai-order']],
  ['nothing it knows', { event: null, field: 'x', message: '…' }, null],
])('says what to write instead for %s', (_case, problem, said) => {
  expect(problemAdvice(problem, vi.events)).toBe(said);
});

it('says it in English too', () => {
  expect(problemAdvice({ field: 'at', message: '…' }, en.events)).toBe(en.events.advice.at);
});
