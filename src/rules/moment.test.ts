import { expect, test } from 'vitest';
import { formatMoment } from './moment.ts';

test('a moment is told in Vietnamese time, whatever the machine’s zone', () => {
  expect(formatMoment('2026-11-21T07:05:09.123Z', 'vi')).toBe('21/11/2026, 14:05');
  expect(formatMoment('2026-11-21T17:30:00+00:00', 'vi')).toBe('22/11/2026, 00:30');
  expect(formatMoment('2026-11-21T07:05:00Z', 'en')).toBe('21 November 2026, 14:05');
  expect(formatMoment('hôm nay', 'vi')).toBe('hôm nay');
});
