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
    expect(scans).toEqual([{ ...scan, redated: false }]);
    expect(rejected).toMatchObject([
      { id: bad.id, reason: 'malformed' },
      { id: null, reason: 'malformed' },
      { id: null, reason: 'malformed' },
    ]);
    expect(rejected[0]?.detail).toBe('province: expected two digits; Unrecognized key: "name"');
    expect(JSON.stringify(rejected)).not.toContain('Huế');
  });

  test('a wrong clock costs none: its scans count as of now, and are marked', () => {
    const dated = (at: string) => {
      const { scans, rejected } = checkScans([{ ...scan, at }], now);
      expect(rejected).toEqual([]);
      return [scans[0]?.at, scans[0]?.redated];
    };
    expect(dated(hours(-24 * 200))).toEqual([hours(-24 * 200), false]);
    expect(dated(hours(4 / 60))).toEqual([hours(4 / 60), false]);
    for (const at of [hours(6 / 60), hours(48), hours(49), '2999-01-01T00:00:00Z', '9999-12-31T23:59:59Z']) {
      expect(dated(at), at).toEqual([now.toISOString(), true]);
    }
    for (const at of ['1970-01-01T00:00:10.000Z', '2019-12-31T23:59:59Z', '0000-01-01T00:00:00.000Z']) {
      expect(dated(at), at).toEqual([now.toISOString(), true]);
    }
  });
});
