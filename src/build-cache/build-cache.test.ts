import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { cachedFile } from './build-cache.ts';

async function folder(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'build-cache-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  return path.join(dir, 'below');
}

it('makes a file once for the same input and anew for another', async () => {
  const dir = await folder();
  const made: string[] = [];
  const file = (input: string) =>
    cachedFile({ dir, extension: 'txt', input: [input, '1.0'] }, async () => {
      made.push(input);
      return Buffer.from(`made of ${input}`);
    });
  const [first, again, other] = [await file('a'), await file('a'), await file('b')];
  expect(made).toEqual(['a', 'b']);
  expect(again).toBe(first);
  expect(await readFile(other, 'utf8')).toBe('made of b');
});

it('leaves nothing behind where making fails, so the next build tries again', async () => {
  const dir = await folder();
  const file = { dir, extension: 'txt', input: ['a'] };
  await expect(cachedFile(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await readdir(dir)).toEqual([]);
  expect(await readFile(await cachedFile(file, async () => Buffer.from('b')), 'utf8')).toBe('b');
});
