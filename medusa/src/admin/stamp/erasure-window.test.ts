import { expect, it } from 'vitest';
import { readWindow } from './erasure-window.ts';

it("reads minutes by Vietnam's clock, the last one whole", () => {
  expect(readWindow('2026-11-22T09:00', '2026-11-22T09:00')).toEqual({
    ok: true,
    window: { from: '2026-11-22T09:00:00+07:00', until: '2026-11-22T09:00:59.999+07:00' },
  });
});

it.each([
  ['no beginning', '', '2026-11-22T09:00', 'incomplete', null],
  ['no end', '2026-11-22T09:00', '', null, 'incomplete'],
  ['days alone', '2026-11-22', '2026-11-23', 'incomplete', 'incomplete'],
  ['an end before its beginning', '2026-11-22T09:01', '2026-11-22T09:00', null, 'backwards'],
])('is no window with %s', (_case, from, until, ...[ofFrom, ofUntil]) => {
  const problems = { from: ofFrom, until: ofUntil };
  expect(readWindow(from, until)).toEqual({ ok: false, problems });
});
