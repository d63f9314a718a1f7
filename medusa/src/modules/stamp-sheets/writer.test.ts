import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SheetTask } from './sheet.ts';
import { task } from './testing/task.ts';
import { SheetWriter, type Written } from './writer.ts';

// A thread reads half a megabyte of sources before its first stamp.
vi.setConfig({ testTimeout: 120_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheet-writer-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function write(writer: SheetWriter, name: string, what: SheetTask) {
  const told: number[] = [];
  let begun = 0;
  const ended = new Promise<Written>((onEnd) => {
    writer.write({
      task: what,
      path: join(folder, name),
      onStart: () => (begun += 1),
      onProgress: (done) => told.push(done),
      onEnd,
    });
  });
  return { ended, told, begun: () => begun };
}

test('a file is written whole, for its owner alone, and told of while it is', async () => {
  const { ended, told } = write(new SheetWriter(), 'a.csv', task(5_000));
  expect(await ended).toEqual({ ok: true });
  const rows = (await readFile(join(folder, 'a.csv'), 'utf8')).trim().split('\r\n');
  expect(rows).toHaveLength(5_001);
  expect((await stat(join(folder, 'a.csv'))).mode & 0o777).toBe(0o600);
  expect(told.at(-1)).toBe(5_000);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
});

test('files are written one after another, and more than a few are not taken', async () => {
  const writer = new SheetWriter();
  const first = write(writer, '1.csv', task(1_000));
  const second = write(writer, '2.csv', task(10));
  expect(writer.hasRoom).toBe(true);
  const others = ['3.csv', '4.csv'].map((name) => write(writer, name, task(10)));
  expect(writer.hasRoom).toBe(false);
  expect(second.begun()).toBe(0);
  await first.ended;
  await Promise.all([second.ended, ...others.map(({ ended }) => ended)]);
  expect(writer.hasRoom).toBe(true);
  expect((await readdir(folder)).toSorted()).toEqual(['1.csv', '2.csv', '3.csv', '4.csv']);
});

test('a name that is taken is left alone', async () => {
  await writeFile(join(folder, 'a.csv'), 'somebody else');
  const { ended } = write(new SheetWriter(), 'a.csv', task(10));
  expect(await ended).toMatchObject({ ok: false, problem: 'broken', detail: 'EEXIST' });
  expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('somebody else');
});

test('one that outgrows its memory ends alone, and nothing of it stays', async () => {
  const writer = new SheetWriter({ maxOldGenerationSizeMb: 3 });
  const { ended } = write(writer, 'a.zip', task(20_000, 'svg'));
  expect(await ended).toMatchObject({ ok: false, problem: 'out-of-memory' });
  expect(await readdir(folder)).toEqual([]);
});

test('a stop ends what is written and what waits, and nothing of it stays', async () => {
  const writer = new SheetWriter();
  const running = write(writer, '1.csv', task(5_000_000));
  const waiting = write(writer, '2.csv', task(10));
  await expect.poll(() => running.told.length, { timeout: 60_000 }).toBeGreaterThan(0);
  await writer.stop();
  expect(await running.ended).toMatchObject({ ok: false, problem: 'interrupted' });
  expect(await waiting.ended).toMatchObject({ ok: false, problem: 'interrupted' });
  expect(await readdir(folder)).toEqual([]);
  expect(writer.hasRoom).toBe(false);
});
