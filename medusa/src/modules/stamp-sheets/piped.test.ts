import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { pipedSheet } from './piped.ts';
import { sheetStream } from './sheet.ts';
import { task } from './testing/task.ts';

// A thread reads half a megabyte of sources before its first stamp.
vi.setConfig({ testTimeout: 120_000 });

async function whole(stream: AsyncIterable<Uint8Array | string> | null): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream ?? []) pieces.push(Buffer.from(piece as string));
  return Buffer.concat(pieces).toString('latin1');
}

test.each(['csv', 'pdf'] as const)('a %s from the thread is the same, byte for byte', async (format) => {
  const piped = await whole(pipedSheet(task(600, format)));
  expect(piped.length).toBeGreaterThan(10_000);
  expect(piped).toBe(await whole(sheetStream(task(600, format))));
});

test('nothing is made ahead of its reader, and closing the stream ends the thread', async () => {
  const stream = pipedSheet(task(2 ** 24));
  const first = await new Promise<Buffer>((resolve) => stream?.once('data', resolve));
  stream?.pause();
  await wait(1_000);
  expect(first.length).toBeLessThan(200_000);
  // What was asked for before the pause, and no more: some kilobytes of gigabytes.
  expect(stream?.readableLength).toBeLessThan(500_000);
  stream?.destroy();
  await new Promise((resolve) => stream?.once('close', resolve));
});

test('four are made at once; one more waits for a place', async () => {
  const open = Array.from({ length: 4 }, () => pipedSheet(task(2 ** 24)));
  expect(open.every(Boolean)).toBe(true);
  expect(pipedSheet(task(1))).toBeNull();
  for (const stream of open) {
    stream?.destroy();
    await new Promise((resolve) => stream?.once('close', resolve));
  }
  await vi.waitFor(async () => expect(await whole(pipedSheet(task(1)))).toContain('L1'), { timeout: 60_000 });
});
