import { appendFile, mkdtemp, open, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSpool } from './spool.ts';
import type { SpoolOptions } from './spool.ts';
import { openNewFile } from './spool-file.ts';
import type { OpenFile } from './spool-file.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'spool-'));
});
afterEach(() => rm(dir, { recursive: true }));

const files = async () => (await readdir(dir)).sort().map((name) => path.join(dir, name));
const nothing = () => Promise.resolve(0);

/** A process with the spool open; `held` are the items it says are in it. */
function start(options: Partial<SpoolOptions<number>> = {}) {
  const held = new Set<number>();
  const lost: number[] = [];
  const reasons: (string | null)[] = [];
  const unreadable: string[] = [];
  const spool = openSpool<number>(dir, {
    read: (line) => (typeof line === 'number' ? line : null),
    events: {
      added: (item) => held.add(item),
      removed: (items) => items.forEach((item) => held.delete(item)),
      flushed: (count, reason) => {
        lost.push(count);
        reasons.push(reason);
      },
      unreadable: (lines) => {
        unreadable.push(...lines);
        return Promise.resolve();
      },
    },
    ...options,
  });
  return { ...spool, held, lost, reasons, unreadable };
}

/** Collects what is sent; settles nothing once it has `upTo` items. */
function receiver(upTo = Number.POSITIVE_INFINITY) {
  const got: number[] = [];
  const send = (items: number[]): Promise<number> => {
    if (got.length >= upTo) return Promise.resolve(0);
    got.push(...items);
    return Promise.resolve(items.length);
  };
  return { got, send };
}

/** Items left on the disk by a process that is gone. */
async function leave(...items: number[]): Promise<string> {
  const spool = start();
  for (const item of items) await spool.append(item);
  return (await files()).at(-1) ?? '';
}

describe('items to be sent later', () => {
  test('are sent in order and in batches, then nothing is left on disk', async () => {
    const spool = start();
    for (const item of [1, 2, 3, 4, 5]) await spool.append(item);
    expect(spool.backlog().waiting).toBe(5);
    const batches: number[][] = [];
    const all = await spool.deliver((items) => {
      batches.push(items);
      return Promise.resolve(items.length);
    }, 2);
    expect(all).toBe(true);
    expect(batches).toEqual([[1, 2], [3, 4], [5]]);
    expect(await files()).toEqual([]);
    expect(spool.backlog()).toEqual({ waiting: 0, since: null });
  });

  test('a thousand at once are all written, whoever delivers meanwhile', async () => {
    const spool = start();
    const { got, send } = receiver();
    const items = Array.from({ length: 1_000 }, (_, n) => n);
    const written = items.map(async (item) => {
      if (item % 100 === 0) await spool.deliver(send, 50);
      return spool.append(item);
    });
    expect(new Set(await Promise.all(written))).toEqual(new Set([true]));
    await spool.deliver(send, 50);
    expect([...got].sort((a, b) => a - b)).toEqual(items);
    expect(spool.held.size).toBe(0);
  });

  test('wait while the other side is down, and survive a crash of this one', async () => {
    const spool = start();
    await spool.append(1);
    await spool.append(2);
    expect(await spool.deliver(nothing, 10)).toBe(false);
    await spool.append(3);
    await spool.deliver(nothing, 10);
    expect(spool.backlog()).toMatchObject({ waiting: 3 });
    const { got, send } = receiver();
    const next = start();
    expect(await next.deliver(send, 10)).toBe(true);
    expect(got).toEqual([1, 2, 3]);
  });

  test('go on where they stopped, within a batch too, with what came in between after them', async () => {
    const spool = start();
    for (const item of [1, 2, 3, 4]) await spool.append(item);
    const { got, send } = receiver();
    let calls = 0;
    const one = (items: number[]) => ((calls += 1) > 3 ? nothing() : send(items.slice(0, 1)));
    expect(await spool.deliver(one, 3)).toBe(false);
    expect(got).toEqual([1, 2, 3]);
    expect([...spool.held]).toEqual([4]);
    await spool.append(5);
    expect(await spool.deliver(send, 3)).toBe(true);
    expect(got).toEqual([1, 2, 3, 4, 5]);
  });

  test('two deliveries at once send each item once', async () => {
    const spool = start();
    await spool.append(1);
    const { got, send } = receiver();
    await Promise.all([spool.deliver(send, 10), spool.deliver(send, 10)]);
    expect(got).toEqual([1]);
  });

  test('nobody else on the machine can read them', async () => {
    expect((await stat(await leave(1))).mode & 0o077).toBe(0);
  });

  test('are held from before they are on the disk until they are settled, not a moment longer', async () => {
    const spool = start();
    const written = spool.append(1);
    expect([...spool.held]).toEqual([1]);
    await written;
    await spool.deliver((items) => {
      expect([...spool.held]).toEqual([1]);
      return Promise.resolve(items.length);
    }, 10);
    expect([...spool.held]).toEqual([]);
  });

  test('of an earlier process are held as soon as this one delivers', async () => {
    await leave(1, 2);
    const spool = start();
    await spool.deliver(nothing, 10);
    expect([...spool.held]).toEqual([1, 2]);
    expect(spool.backlog().waiting).toBe(2);
  });
});

describe('a torn line', () => {
  test('of a crash costs only itself, and is told', async () => {
    const file = await leave(1);
    await appendFile(file, '{"torn');
    await appendFile(file, '\n2\n"no item"\n');
    const { got, send } = receiver();
    const spool = start();
    await spool.deliver(send, 10);
    expect(got).toEqual([1, 2]);
    expect(spool.unreadable).toEqual(['{"torn', '"no item"']);
  });

  /** A disk that takes `bytes` of the next write, then nothing until there is room again. */
  function failingDisk() {
    const disk = { room: Number.POSITIVE_INFINITY, canTruncate: true };
    const openFailing: OpenFile = async (file) => {
      if (disk.room === 0) throw new Error('ENOSPC: no space left on device, open');
      const handle = await openNewFile(file);
      return {
        async appendFile(data) {
          const bytes = Buffer.from(data as Uint8Array);
          if (bytes.length <= disk.room) return handle.appendFile(bytes);
          await handle.appendFile(bytes.subarray(0, disk.room));
          disk.room = 0;
          throw new Error('ENOSPC: no space left on device, write');
        },
        datasync: () => handle.datasync(),
        stat: (options) => handle.stat(options),
        truncate: async (length) => {
          if (!disk.canTruncate) throw new Error('EIO: i/o error, ftruncate');
          await handle.truncate(length);
        },
        close: () => handle.close(),
      } as Awaited<ReturnType<OpenFile>>;
    };
    return { disk, openFailing };
  }

  test.each([true, false])(
    'of a full disk is not glued to the next one (can cut it off: %s)',
    async (can) => {
      const { disk, openFailing } = failingDisk();
      const spool = start({ open: openFailing });
      expect(await spool.append(11)).toBe(true);
      disk.room = 5;
      disk.canTruncate = can;
      // "22\n" fits into the five bytes, "1e-7\n" does not.
      const two = await Promise.all([spool.append(22), spool.append(1e-7)]);
      expect(two).toEqual([can, false]);
      expect(await spool.append(4)).toBe(false);
      disk.room = Number.POSITIVE_INFINITY;
      expect(await spool.append(55)).toBe(true);
      expect(spool.reasons.map((reason) => reason?.slice(0, 6) ?? null)).toEqual([
        null,
        'ENOSPC',
        'ENOSPC',
        null,
      ]);
      expect(spool.lost).toEqual([0, can ? 1 : 2, 1, 0]);

      const { got, send } = receiver();
      expect(await start().deliver(send, 10)).toBe(true);
      expect(got).toEqual([11, 22, 55]);
    },
  );

  test('of a disk that fails to flush ends its file, and the reader is told', async () => {
    let fails = true;
    const spool = start({
      open: async (file) => {
        const handle = await open(file, 'ax');
        return Object.assign(handle, {
          datasync: () => (fails ? Promise.reject(new Error('EIO: i/o error')) : handle.sync()),
        });
      },
    });
    expect(await spool.append(1)).toBe(false);
    expect([...spool.held]).toEqual([]);
    fails = false;
    expect(await spool.append(2)).toBe(true);
    const { got, send } = receiver();
    await spool.deliver(send, 10);
    expect(got).toEqual([2]);
  });

  test('a spool that is full takes nothing until something was delivered', async () => {
    const spool = start({ maxBytes: 3 });
    expect(await Promise.all([spool.append(1), spool.append(2)])).toEqual([true, true]);
    expect(await spool.append(3)).toBe(false);
    expect(spool.reasons.at(-1)).toContain('3 bytes');
    await spool.deliver(receiver().send, 10);
    expect(await spool.append(4)).toBe(true);
  });
});

describe('processes that follow each other', () => {
  test('one that is still writing loses nothing to the next, which takes over at its start', async () => {
    const old = start();
    await old.append(1);
    const next = start();
    const { got, send } = receiver();
    await next.deliver(send, 10);
    expect(got).toEqual([1]);
    expect(await old.append(2)).toBe(true);
    await old.deliver(send, 10);
    expect(got).toEqual([1, 2]);
    expect(await files()).toEqual([]);
  });

  test('what one of them leaves later is taken over when it lies quiet', async () => {
    const next = start();
    const { got, send } = receiver();
    await next.deliver(send, 10);
    const file = await leave(7);
    await next.deliver(send, 10);
    expect(got).toEqual([]);
    const before = new Date(Date.now() - 3 * 60_000);
    await utimes(file, before, before);
    expect(await next.deliver(send, 10)).toBe(true);
    expect(got).toEqual([7]);
  });

  test('files of releases that named them after a key are delivered, once nobody writes to them', async () => {
    const file = path.join(dir, 'scans-0a1b2c3d-001764000000000.jsonl');
    await appendFile(file, '1\n2\n');
    const { got, send } = receiver();
    const spool = start();
    await spool.deliver(send, 10);
    expect(got).toEqual([]);
    expect(await readFile(file, 'utf8')).toBe('1\n2\n');
    const before = new Date(Date.now() - 3 * 60_000);
    await utimes(file, before, before);
    await spool.deliver(send, 10);
    expect(got).toEqual([1, 2]);
    expect(await files()).toEqual([]);
  });

  test('other files in the folder are left alone', async () => {
    const other = path.join(dir, 'scans-rejected.jsonl');
    await appendFile(other, '1\n');
    await utimes(other, new Date(0), new Date(0));
    const { got, send } = receiver();
    await start().deliver(send, 10);
    expect(got).toEqual([]);
    expect(await files()).toEqual([other]);
  });
});
