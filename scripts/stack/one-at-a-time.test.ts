import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

let dir: string;
let lock: string;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'one-at-a-time-'));
  lock = path.join(dir, 'lock');
});
afterEach(() => rm(dir, { recursive: true }));

test('who comes while another works waits until that one is done', async () => {
  const said: string[] = [];
  const work = (name: string) =>
    oneAtATime(lock, undefined, async () => {
      said.push(`${name} begins`);
      await wait(30);
      said.push(`${name} ends`);
      return name;
    });
  const [first, second] = await Promise.all([work('a'), work('b')]);
  expect([first, second]).toEqual(['a', 'b']);
  expect(said).toHaveLength(4);
  expect(said[1]).toBe(said[0]?.replace('begins', 'ends'));
  expect(await readdir(dir)).toEqual([]);
});

test('work that fails leaves no lock behind', async () => {
  const work = () => Promise.reject(new Error('broken'));
  await expect(oneAtATime(lock, undefined, work)).rejects.toThrow('broken');
  expect(await readdir(dir)).toEqual([]);
});

test('the lock of a killed process ends by itself, a fresh one holds until the wait is broken off', async () => {
  await writeFile(lock, '');
  const signal = AbortSignal.timeout(300);
  await expect(oneAtATime(lock, signal, () => Promise.resolve(1))).rejects.toThrow();
  const long = new Date(Date.now() - 60_000);
  await utimes(lock, long, long);
  expect(await oneAtATime(lock, undefined, () => Promise.resolve(2))).toBe(2);
});
