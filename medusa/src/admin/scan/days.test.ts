import { expect, it } from 'vitest';
import { everyDay, scansPerDay } from './days.ts';

it('shows days without a scan too', () => {
  expect(everyDay([{ day: '2026-11-30', count: 4 }], '2026-11-29', '2026-12-01')).toEqual([
    { key: '2026-11-29', count: 0 },
    { key: '2026-11-30', count: 4 },
    { key: '2026-12-01', count: 0 },
  ]);
});

it('counts scans by the Vietnamese day they fall on', () => {
  const scans = ['2026-11-21T16:59:00Z', '2026-11-21T17:01:00Z', '2026-11-23T01:00:00Z'];
  expect(scansPerDay(scans.map((at) => ({ at })))).toEqual([
    { key: '2026-11-21', count: 1 },
    { key: '2026-11-22', count: 1 },
    { key: '2026-11-23', count: 1 },
  ]);
  expect(scansPerDay([])).toEqual([]);
});
