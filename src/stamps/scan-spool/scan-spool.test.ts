import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Scan } from '@ocop/contract/scan';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { log } from '../../log/logger.ts';
import { stateLogger } from '../../log/state-logger.ts';
import type { BatchAnswer } from '../../medusa-client/scan-route.ts';
import { ScanSpool } from './scan-spool.ts';

let dir: string;
const spools: ScanSpool[] = [];
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'scan-spool-'));
});
afterEach(async () => {
  for (const spool of spools.splice(0)) spool.stop();
  await rm(dir, { recursive: true });
});

const away: BatchAnswer = { outcome: 'waiting', reason: 'HTTP 503', tooLarge: false, retryAfterMs: null };
const nothing = { count: 0, firstAt: null, lastAt: null, seenLately: false };

function scan(id: string, more: Partial<Scan> = {}): Scan {
  const at = new Date().toISOString();
  return {
    id,
    epoch: '1',
    range: 3,
    index: 4,
    device: `device ${id}`,
    network: null,
    province: null,
    at,
    ...more,
  };
}

function open(post: (scans: readonly Scan[]) => Promise<BatchAnswer>): ScanSpool {
  const spool = new ScanSpool({ dir, post });
  spools.push(spool);
  return spool;
}

/** A Medusa that counts everything it is sent. */
function counting() {
  const counted: Scan[] = [];
  return {
    counted,
    post: (scans: readonly Scan[]): Promise<BatchAnswer> => {
      counted.push(...scans);
      return Promise.resolve({ outcome: 'settled', receipt: { counted: scans.length, rejected: [] } });
    },
  };
}

test('a scan counted before its reader is answered is not pending for ever', async () => {
  const { counted, post } = counting();
  const spool = open(post);
  // The lookup of a slow database comes back long after the scan was delivered and counted.
  const slow = scan('slow');
  await spool.add(slow);
  await expect.poll(() => counted.length).toBe(1);
  await expect.poll(() => spool.status().waiting).toBe(0);
  spool.pending.markRepeat(slow.id);
  expect(spool.pending.countWith({ ...nothing, count: 1, firstAt: slow.at }, slow).count).toBe(2);
  expect(spool.pending.size).toBe(0);
});

test('what an earlier process left is pending and delivered without a scan', async () => {
  const earlier = open(() => Promise.resolve(away));
  await earlier.add(scan('a'));
  earlier.stop();
  const { counted, post } = counting();
  let isUp = false;
  const spool = open((scans) => (isUp ? post(scans) : Promise.resolve(away)));
  spool.start();
  await expect.poll(() => spool.status().deliveryFailingSince).not.toBeNull();
  expect(spool.status()).toMatchObject({ waiting: 1, lostTotal: 0, writeFailingSince: null });
  expect(spool.status().oldestSeconds).toBeLessThan(60);
  expect(spool.pending.size).toBe(1);
  isUp = true;
  await expect.poll(() => counted.map(({ id }) => id)).toEqual(['a']);
  await expect
    .poll(() => spool.status())
    .toEqual({
      waiting: 0,
      oldestSeconds: null,
      rejectedTotal: 0,
      lostTotal: 0,
      redatedTotal: 0,
      lastLostAt: null,
      writeFailure: null,
      writeFailingSince: null,
      deliveryFailingSince: null,
    });
  expect(spool.pending.size).toBe(0);
});

test('only what Medusa names is set aside, and pending no more', async () => {
  const spool = open((scans) =>
    Promise.resolve({
      outcome: 'settled',
      receipt: {
        counted: scans.length,
        rejected: scans.filter(({ index }) => index === 9).map(({ id }) => ({ id, reason: 'not-issued' })),
      },
    }),
  );
  await Promise.all([spool.add(scan('good')), spool.add(scan('bad', { index: 9 }))]);
  await expect.poll(() => spool.status()).toMatchObject({ waiting: 0, rejectedTotal: 1, lostTotal: 0 });
  expect(spool.pending.size).toBe(0);
  const text = await readFile(path.join(dir, 'scans-rejected.jsonl'), 'utf8');
  expect(text.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(text)).toMatchObject({ reason: 'not-issued', scan: { id: 'bad' } });
});

test('a disk that takes nothing is told, and over when it took everything for a while', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const lines = vi.spyOn(log, 'warn');
  let full = true;
  const { open: openNew } = await import('node:fs/promises');
  const spool = new ScanSpool({
    dir,
    post: () => Promise.resolve(away),
    open: (file) => (full ? Promise.reject(new Error('ENOSPC: no space left')) : openNew(file, 'ax')),
  });
  spools.push(spool);
  for (let n = 0; n < 40; n += 1) expect(await spool.add(scan(`lost-${n}`))).toBe(false);
  expect(spool.status()).toMatchObject({
    ...{ waiting: 0, lostTotal: 40, writeFailure: 'ENOSPC: no space left' },
    ...{ writeFailingSince: expect.any(String), lastLostAt: expect.any(String) },
  });
  expect(spool.pending.size).toBe(0);
  full = false;
  expect(await spool.add(scan('c'))).toBe(true);
  expect(spool.status()).toMatchObject({ waiting: 1, lostTotal: 40, writeFailure: 'ENOSPC: no space left' });
  vi.setSystemTime(Date.now() + 6_000);
  expect(await spool.add(scan('d'))).toBe(true);
  expect(spool.status()).toMatchObject({
    waiting: 2,
    lostTotal: 40,
    writeFailingSince: null,
    writeFailure: null,
  });
  const told = lines.mock.calls.filter(
    ([about]) => (about as { component?: string }).component === 'scan-spool',
  );
  expect(told.map(([about]) => about)).toEqual([
    { component: 'scan-spool', reason: 'ENOSPC: no space left' },
    { component: 'scan-spool', count: 40 },
  ]);
  vi.useRealTimers();
});

test('scans of a clock that cannot be right are counted by Medusa, and told of', async () => {
  const spool = open((scans) =>
    Promise.resolve({
      outcome: 'settled',
      receipt: { counted: scans.length, rejected: [], redated: scans.length },
    }),
  );
  await Promise.all([spool.add(scan('a')), spool.add(scan('b'))]);
  await expect.poll(() => spool.status()).toMatchObject({ waiting: 0, redatedTotal: 2, lostTotal: 0 });
  // Said once the delivery is over, a moment after it is counted.
  await expect.poll(() => stateLogger('site-clock').failing).toBe(true);
});
