import { appendFile, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSpool } from './spool.ts';
import type { Delivery } from './spool.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'spool-'));
});
afterEach(() => rm(dir, { recursive: true }));

const number = (line: unknown) => (typeof line === 'number' ? line : null);
const open = () => openSpool(dir, 'scans', number);

/** Collects what is handed over; answers `later` from the n-th item on. */
function taker(upTo = Number.POSITIVE_INFINITY) {
  const got: number[] = [];
  const hand = (item: number): Promise<Delivery> => {
    if (got.length >= upTo) return Promise.resolve('later');
    got.push(item);
    return Promise.resolve('sent');
  };
  return { got, hand };
}

describe('things to be sent later', () => {
  test('are handed over in order, then nothing is left on disk', async () => {
    const spool = open();
    for (const item of [1, 2, 3]) await spool.append(item);
    const { got, hand } = taker();
    expect(await spool.deliver(hand)).toBe(0);
    expect(got).toEqual([1, 2, 3]);
    expect(await readdir(dir)).toEqual([]);
  });

  test('wait while the other side is down, and survive a restart', async () => {
    const spool = open();
    await spool.append(1);
    await spool.append(2);
    expect(await spool.deliver(() => Promise.resolve('later'))).toBe(2);
    const { got, hand } = taker();
    expect(await open().deliver(hand)).toBe(0);
    expect(got).toEqual([1, 2]);
  });

  test('go on where they stopped, with what came in between after them', async () => {
    const spool = open();
    for (const item of [1, 2, 3]) await spool.append(item);
    expect(await spool.deliver(taker(2).hand)).toBe(1);
    await spool.append(4);
    const { got, hand } = taker();
    await spool.deliver(hand);
    expect(got).toEqual([3, 4]);
  });

  test('one that will never be taken does not hold up the rest', async () => {
    const spool = open();
    await spool.append(1);
    await spool.append(2);
    const got: number[] = [];
    await spool.deliver((item) => {
      if (item === 1) return Promise.resolve('refused');
      got.push(item);
      return Promise.resolve('sent');
    });
    expect(got).toEqual([2]);
  });

  test('a line torn by a crash is left out, the others are kept', async () => {
    const spool = open();
    await spool.append(1);
    await appendFile(join(dir, 'scans.jsonl'), '{"torn');
    await appendFile(join(dir, 'scans.jsonl'), '\n2\n');
    const { got, hand } = taker();
    await spool.deliver(hand);
    expect(got).toEqual([1, 2]);
  });

  test('two deliveries at once hand each item over once', async () => {
    const spool = open();
    await spool.append(1);
    const { got, hand } = taker();
    await Promise.all([spool.deliver(hand), spool.deliver(hand)]);
    expect(got).toEqual([1]);
  });

  test('nobody else on the machine can read them', async () => {
    await open().append(1);
    expect(await readFile(join(dir, 'scans.jsonl'), 'utf8')).toBe('1\n');
    const { stat } = await import('node:fs/promises');
    expect((await stat(join(dir, 'scans.jsonl'))).mode & 0o077).toBe(0);
  });
});
