import { describe, expect, test } from 'vitest';
import { checkScans } from './intake.ts';

const now = new Date('2026-11-21T08:00:00.000Z');
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000).toISOString();
const scan = {
  id: 'scan-0000000000000001',
  epoch: '1',
  range: 3,
  index: 4,
  device: null,
  province: null,
  at: hours(-1),
};

describe('scans looked at one by one', () => {
  test('a bad one costs no other, and is named with the field that is wrong', () => {
    const bad = { ...scan, id: 'scan-0000000000000002', province: 'Huế', name: 'An' };
    const { scans, rejected } = checkScans([bad, scan, null, { ...scan, id: 7 }], now);
    expect(scans).toEqual([scan]);
    expect(rejected).toMatchObject([
      { id: bad.id, reason: 'malformed' },
      { id: null, reason: 'malformed' },
      { id: null, reason: 'malformed' },
    ]);
    expect(rejected[0]?.detail).toBe('province: expected two digits; Unrecognized key: "name"');
    expect(JSON.stringify(rejected)).not.toContain('Huế');
  });

  test('a clock that runs ahead costs none: its scans count as of now', () => {
    const at = (n: number) => checkScans([{ ...scan, at: hours(n) }], now).scans[0]?.at;
    expect(at(-24 * 200)).toBe(hours(-24 * 200));
    expect(at(4 / 60)).toBe(hours(4 / 60));
    expect(at(6 / 60)).toBe(now.toISOString());
    expect(at(48)).toBe(now.toISOString());
  });

  test('a clock further ahead than two days is no clock', () => {
    expect(checkScans([{ ...scan, at: hours(49) }], now)).toEqual({
      scans: [],
      rejected: [{ id: scan.id, reason: 'ahead' }],
    });
  });
});
