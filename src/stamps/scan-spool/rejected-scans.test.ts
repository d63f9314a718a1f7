import { appendFile, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RejectedScans } from './rejected-scans.ts';

let dir: string;
let file: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'rejected-'));
  file = path.join(dir, 'scans-rejected.jsonl');
});
afterEach(() => rm(dir, { recursive: true }));

const DAY = 86_400_000;
const start = Date.UTC(2026, 10, 21);
const scan = (id: string, time = start) => ({ id, at: new Date(time).toISOString() });
const lines = async () =>
  (await readFile(file, 'utf8'))
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { reason: string; scan?: { id: string } });

test('what is set aside stands in one file with its reason, for its owner alone', async () => {
  const rejected = new RejectedScans(dir, { now: () => start });
  await rejected.add([{ reason: 'not-issued', scan: scan('a') }]);
  await rejected.add([{ reason: 'unreadable', line: '{"torn' }]);
  expect(await lines()).toEqual([
    { rejectedAt: '2026-11-21T00:00:00.000Z', reason: 'not-issued', scan: scan('a') },
    { rejectedAt: '2026-11-21T00:00:00.000Z', reason: 'unreadable', line: '{"torn' },
  ]);
  expect((await stat(file)).mode & 0o077).toBe(0);
});

test('a torn line costs no other', async () => {
  const rejected = new RejectedScans(dir, { now: () => start });
  await rejected.add([{ reason: 'ahead', scan: scan('a') }]);
  await appendFile(file, '{"torn');
  await rejected.add([{ reason: 'ahead', scan: scan('b') }]);
  expect((await lines()).map((line) => line.scan?.id)).toEqual(['a', 'b']);
});

test('nothing stays longer than 90 days, whatever the clock of the scan said', async () => {
  let now = start;
  const rejected = new RejectedScans(dir, { now: () => now });
  await rejected.add([
    { reason: 'not-issued', scan: scan('old', start - 60 * DAY) },
    { reason: 'not-issued', scan: scan('new') },
    { reason: 'ahead', scan: scan('never', start + 9_999 * DAY) },
  ]);
  now += 31 * DAY;
  expect(await rejected.prune()).toBe(0);
  expect((await lines()).map((line) => line.scan?.id)).toEqual(['new', 'never']);
  now += 60 * DAY;
  await rejected.prune();
  expect(await readdir(dir)).toEqual([]);
});

test('the file has an end: the oldest half goes and is counted', async () => {
  const rejected = new RejectedScans(dir, { maxBytes: 1_000, now: () => start });
  let dropped = 0;
  for (let n = 0; n < 20; n += 1) dropped += await rejected.add([{ reason: 'ahead', scan: scan(`s${n}`) }]);
  const left = (await lines()).map((line) => line.scan?.id);
  expect((await stat(file)).size).toBeLessThanOrEqual(1_000);
  expect(left.at(-1)).toBe('s19');
  expect(dropped + left.length).toBe(20);
});
