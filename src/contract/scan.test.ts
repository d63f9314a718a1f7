import { describe, expect, test } from 'vitest';
import { scanBatchSchema, scanReceiptSchema, scanSchema } from './scan.ts';

const scan = {
  id: '7d9c5a58-2b0e-4a4e-9d4d-0f3f5f1f2a11',
  epoch: '1',
  range: 3,
  index: 4,
  device: 'Zr1n0Yw4mXq8c7Vt2b5LkA',
  network: 'Q0f7mXq8c7Vt2b5LkAZr1n',
  province: '24',
  at: '2026-11-21T08:00:00.000Z',
};

describe('a scan', () => {
  test('is taken with and without a network, for sites of both ages', () => {
    const { network, ...older } = scan;
    expect(scanSchema.parse(scan)).toEqual(scan);
    expect(scanSchema.parse(older)).toEqual(older);
    expect(scanSchema.parse({ ...scan, network: null, device: null, province: null }).network).toBeNull();
    expect(network).toBe(scan.network);
  });

  test.each([
    ['a field that may be personal data', { name: 'An' }],
    ['an id too short to be unique', { id: 'a' }],
    ['a character PostgreSQL refuses in JSON', { epoch: '\0' }],
    ['a token with spaces', { device: 'Mozilla 5.0 (X11)' }],
    ['a network that is an address', { network: '203.0.113.7' }],
    ['a range no code can hold', { range: 2 ** 21 }],
    ['a negative index', { index: -1 }],
    ['half a stamp', { index: 0.5 }],
    ['a province by name', { province: 'Hà Nội' }],
    ['a day there is not', { at: '2026-02-30T08:00:00.000Z' }],
  ])('is malformed with %s', (_case, wrong) => {
    expect(scanSchema.safeParse({ ...scan, ...wrong }).success).toBe(false);
  });
});

test('a scan of a clock that was never set, or of one ahead, is still a scan', () => {
  for (const at of ['1970-01-01T00:00:10.000Z', '0000-01-01T00:00:00.000Z', '2999-01-01T00:00:00Z']) {
    expect(scanSchema.safeParse({ ...scan, at }).success, at).toBe(true);
  }
});

test('a batch is a list of something, its scans looked at one by one', () => {
  expect(scanBatchSchema.safeParse({ scans: [scan, null, { nonsense: true }] }).success).toBe(true);
  for (const none of [
    null,
    [],
    'scans',
    {},
    { scans: scan },
    { scans: [] },
    { scans: Array(501).fill(scan) },
  ]) {
    expect(scanBatchSchema.safeParse(none).success).toBe(false);
  }
});

test('a receipt names what was rejected; anything else is no receipt', () => {
  const receipt = { counted: 2, rejected: [{ id: scan.id, reason: 'of a later release', detail: 'x' }] };
  expect(scanReceiptSchema.parse(receipt)).toEqual(receipt);
  expect(scanReceiptSchema.parse({ ...receipt, redated: 1 })).toEqual({ ...receipt, redated: 1 });
  expect(scanReceiptSchema.safeParse({ counted: 2 }).success).toBe(false);
  expect(scanReceiptSchema.safeParse('<html>').success).toBe(false);
});
