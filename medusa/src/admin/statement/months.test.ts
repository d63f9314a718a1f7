import { expect, test } from 'vitest';
import { lastMonths } from './months.ts';

test('months go back over the turn of a year, by Vietnam’s day', () => {
  expect(lastMonths(new Date('2026-01-31T18:00:00Z'), 3)).toEqual(['2026-02', '2026-01', '2025-12']);
  expect(lastMonths(new Date('2026-01-31T16:00:00Z'), 1)).toEqual(['2026-01']);
});
