import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { contentHash } from './built-files.ts';
import { FinishThreads } from './finish-threads.ts';

async function opened() {
  const dir = await mkdtemp(path.join(tmpdir(), 'finish-test-'));
  const threads = new FinishThreads(path.join(dir, 'copies'), { inlineScripts: [], letters: 'ß\r' });
  onTestFinished(async () => {
    await threads.close();
    await rm(dir, { recursive: true });
  });
  const finish = async (name: string, html: string) => {
    await writeFile(path.join(dir, name), html);
    const content = Buffer.from(html);
    return threads.finish(path.join(dir, name), content, contentHash(content), 'page');
  };
  return { dir, threads, finish };
}

const page = (text: string) => `<!DOCTYPE html><p>${text.repeat(100)}</p>`;

it('puts the copies made ahead beside the file, and makes those that were not', async () => {
  const { dir, threads, finish } = await opened();
  threads.handOver(Buffer.from(page('Mật ong ')), 'page');
  // The same content twice: the second file needs copies of its own.
  for (const name of ['a.html', 'b.html']) {
    const finished = await finish(name, page('Mật ong '));
    const [br, gz] = [
      await readFile(path.join(dir, `${name}.br`)),
      await readFile(path.join(dir, `${name}.gz`)),
    ];
    expect(finished).toEqual({ br: br.byteLength, gz: gz.byteLength, faults: [], letters: '' });
    expect(brotliDecompressSync(br).toString()).toBe(page('Mật ong '));
    expect(gunzipSync(gz).toString()).toBe(page('Mật ong '));
  }
});

it('looks anew at a page that is something else in the end', async () => {
  const { threads, finish } = await opened();
  threads.handOver(Buffer.from(page('Gốm ')), 'page');
  const finished = await finish('a.html', `${page('Straße ')}<script>steal()</script>`);
  expect(finished.letters).toBe('ß');
  expect(finished.faults).toEqual(['inline script "steal()"']);
});

it('tells a copy that cannot be written, and leaves no draft behind', async () => {
  const { dir, threads } = await opened();
  const content = Buffer.from(page('Chè '));
  const nowhere = path.join(dir, 'missing', 'a.html');
  await expect(threads.finish(nowhere, content, contentHash(content), 'page')).rejects.toThrow(/ENOENT/);
  await threads.close();
  expect(existsSync(path.join(dir, 'copies'))).toBe(false);
});
