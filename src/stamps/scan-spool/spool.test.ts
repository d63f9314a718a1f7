import { appendFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openJournal } from './spool.ts';
import type { Delivery } from './spool.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'journal-'));
});
afterEach(() => rm(dir, { recursive: true }));

const number = (line: unknown) => (typeof line === 'number' ? line : null);
const open = () => openJournal(dir, 'scans', number);
const files = async () => (await readdir(dir)).map((name) => join(dir, name));

/** Collects what is handed over; answers `later` once it has `upTo` items. */
function taker(upTo = Number.POSITIVE_INFINITY) {
  const got: number[] = [];
  const hand = (items: number[]): Promise<Delivery> => {
    if (got.length >= upTo) return Promise.resolve('later');
    got.push(...items);
    return Promise.resolve('sent');
  };
  return { got, hand };
}
const later = (): Promise<Delivery> => Promise.resolve('later');

/** One item on disk, its file closed as the end of the process would. */
async function keptOne(): Promise<void> {
  const journal = open();
  await journal.append(1);
  await journal.deliver(later, 10);
}

describe('things to be sent later', () => {
  test('are handed over in order and in batches, then nothing is left on disk', async () => {
    const journal = open();
    for (const item of [1, 2, 3, 4, 5]) await journal.append(item);
    const batches: number[][] = [];
    const all = await journal.deliver((items) => {
      batches.push(items);
      return Promise.resolve('sent');
    }, 2);
    expect(all).toBe(true);
    expect(batches).toEqual([[1, 2], [3, 4], [5]]);
    expect(await files()).toEqual([]);
  });

  test('a thousand at once are all kept, whoever hands over meanwhile', async () => {
    const journal = open();
    const { got, hand } = taker();
    const items = Array.from({ length: 1_000 }, (_, n) => n);
    const kept = items.map(async (item) => {
      if (item % 100 === 0) await journal.deliver(hand, 50);
      return journal.append(item);
    });
    expect(new Set(await Promise.all(kept))).toEqual(new Set([true]));
    await journal.deliver(hand, 50);
    expect([...got].sort((a, b) => a - b)).toEqual(items);
  });

  test('wait while the other side is down, and survive a crash of this one', async () => {
    const journal = open();
    await journal.append(1);
    await journal.append(2);
    expect(await journal.deliver(later, 10)).toBe(false);
    await journal.append(3);
    await journal.deliver(later, 10);
    const { got, hand } = taker();
    expect(await open().deliver(hand, 10)).toBe(true);
    expect(got).toEqual([1, 2, 3]);
  });

  test('go on where they stopped, with what came in between after them', async () => {
    const journal = open();
    for (const item of [1, 2, 3]) await journal.append(item);
    expect(await journal.deliver(taker(2).hand, 2)).toBe(false);
    await journal.append(4);
    const { got, hand } = taker();
    expect(await journal.deliver(hand, 2)).toBe(true);
    expect(got).toEqual([3, 4]);
  });

  test('one that will never be taken costs no other', async () => {
    const journal = open();
    for (const item of [1, 2, 3]) await journal.append(item);
    const got: number[] = [];
    await journal.deliver((items) => {
      if (items.includes(2)) return Promise.resolve('refused');
      got.push(...items);
      return Promise.resolve('sent');
    }, 10);
    expect(got).toEqual([1, 3]);
    expect(await files()).toEqual([]);
  });

  test('a line torn by a crash is left out, the others are kept', async () => {
    await keptOne();
    const [file = ''] = await files();
    await appendFile(file, '{"torn');
    await appendFile(file, '\n2\n');
    const { got, hand } = taker();
    await open().deliver(hand, 10);
    expect(got).toEqual([1, 2]);
  });

  test('two deliveries at once hand each item over once', async () => {
    const journal = open();
    await journal.append(1);
    const { got, hand } = taker();
    await Promise.all([journal.deliver(hand, 10), journal.deliver(hand, 10)]);
    expect(got).toEqual([1]);
  });

  test('nobody else on the machine can read them', async () => {
    await keptOne();
    const [file = ''] = await files();
    expect((await stat(file)).mode & 0o077).toBe(0);
  });
});
