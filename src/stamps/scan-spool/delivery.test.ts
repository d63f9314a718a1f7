import type { Scan } from '@ocop/contract/scan';
import { describe, expect, test } from 'vitest';
import type { BatchAnswer } from '../../medusa-client/scan-route.ts';
import { Delivery } from './delivery.ts';
import type { SetAside } from './rejected-scans.ts';

const scans = Array.from({ length: 12 }, (_, n): Scan => ({
  id: `scan-${n}`,
  epoch: '1',
  range: 3,
  index: n,
  device: null,
  network: null,
  province: null,
  at: '2026-11-21T08:00:00.000Z',
}));
const settled: BatchAnswer = { outcome: 'settled', receipt: { counted: 1, rejected: [] } };
const waiting = (more: Partial<Extract<BatchAnswer, { outcome: 'waiting' }>> = {}): BatchAnswer => ({
  outcome: 'waiting',
  reason: 'HTTP 503',
  tooLarge: false,
  retryAfterMs: null,
  ...more,
});

function delivery(answer: (batch: readonly Scan[]) => BatchAnswer) {
  const sizes: number[] = [];
  const aside: SetAside[] = [];
  const brings = new Delivery({
    post: (batch) => {
      sizes.push(batch.length);
      return Promise.resolve(answer(batch));
    },
    setAside: (entries) => {
      aside.push(...entries);
      return Promise.resolve();
    },
    now: () => 1_000,
  });
  return { brings, sizes, aside };
}

describe('delivery', () => {
  test('settles a batch, and sets aside what was rejected by its id', async () => {
    const rejected = [
      { id: 'scan-3', reason: 'not-issued' },
      { id: null, reason: 'malformed' },
      { id: 'a scan of somebody else', reason: 'malformed' },
    ];
    const { brings, aside } = delivery(() => ({
      outcome: 'settled',
      receipt: { counted: 11, rejected },
    }));
    expect(await brings.send(scans)).toBe(12);
    expect(aside).toEqual([{ reason: 'not-issued', detail: undefined, scan: scans[3] }]);
    expect(brings).toMatchObject({ rejected: 1, restMs: 0, failingSince: null });
  });

  test('rests ever longer, up to half a minute, and not at all once it works again', async () => {
    let answer = waiting();
    const { brings } = delivery(() => answer);
    const rests: number[] = [];
    for (let n = 0; n < 7; n += 1) {
      expect(await brings.send(scans)).toBe(0);
      rests.push(brings.restMs);
    }
    expect(rests).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(brings).toMatchObject({ failingSince: 1_000, reason: 'HTTP 503' });
    answer = settled;
    expect(await brings.send(scans)).toBe(12);
    expect(brings).toMatchObject({ restMs: 0, failingSince: null, reason: null });
  });

  test('rests as long as it is asked to, within bounds', async () => {
    let retryAfterMs: number | null = 120_000;
    const { brings } = delivery(() => waiting({ retryAfterMs }));
    await brings.send(scans);
    expect(brings.restMs).toBe(120_000);
    retryAfterMs = 86_400_000;
    await brings.send(scans);
    expect(brings.restMs).toBe(15 * 60_000);
    retryAfterMs = null;
    await brings.send(scans);
    expect(brings.restMs).toBe(4_000);
  });

  test('halves a batch that is too large, stays there, and begins anew when all is delivered', async () => {
    const { brings, sizes } = delivery((batch) => (batch.length > 3 ? waiting({ tooLarge: true }) : settled));
    expect(await brings.send(scans)).toBe(3);
    expect(await brings.send(scans.slice(3))).toBe(3);
    expect(sizes).toEqual([12, 6, 3, 3]);
    expect(brings.restMs).toBe(0);
    brings.drained();
    await brings.send(scans);
    expect(sizes.slice(4)).toEqual([12, 6, 3]);
  });

  test('a single scan that is too large waits like any other', async () => {
    const { brings, sizes } = delivery(() => waiting({ tooLarge: true }));
    expect(await brings.send(scans)).toBe(0);
    expect(sizes).toEqual([12, 6, 3, 2, 1]);
    expect(brings.restMs).toBe(1_000);
  });

  test('a batch whose rejected scans cannot be set aside is not settled', async () => {
    const brings = new Delivery({
      post: () =>
        Promise.resolve({
          outcome: 'settled',
          receipt: { counted: 0, rejected: [{ id: 'scan-0', reason: 'ahead' }] },
        }),
      setAside: () => Promise.reject(new Error('ENOSPC')),
    });
    await expect(brings.send(scans)).rejects.toThrow('ENOSPC');
    expect(brings.rejected).toBe(0);
  });
});
