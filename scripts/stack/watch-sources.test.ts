import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchSources } from './watch-sources.ts';

let folder: string;
let end: () => void;
let told: string;
const followContent = vi.fn<() => Promise<void>>();
const file = () => path.join(folder, 'products/mam/product.yaml');

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'watch-sources-'));
  await mkdir(path.dirname(file()), { recursive: true });
  await writeFile(file(), 'set: 9');
  told = '';
  followContent.mockReset().mockResolvedValue();
  const unused = () => Promise.reject(new Error('nothing but the content changed'));
  end = watchSources({ followContent, rebuildMedusa: unused, restartSite: unused }, folder, (text) => {
    told += text;
  });
  // The watch does not say when it has begun, and changes that follow each other closely are one: one a second.
  await vi.waitFor(
    async () => {
      await writeFile(path.join(folder, 'probe.yaml'), String(Math.random()));
      expect(followContent).toHaveBeenCalled();
    },
    { timeout: 20_000, interval: 1_000 },
  );
  await quiet();
});

afterEach(async () => {
  end();
  await rm(folder, { recursive: true });
});

/** Saves as editors do: a new file is put in the place of the old one. */
async function save(text: string): Promise<void> {
  await writeFile(`${file()}.tmp~`, text);
  await rename(`${file()}.tmp~`, file());
}

/** Waits until nothing more is seen of what was saved before; from then on sightings are counted anew. */
async function quiet(): Promise<void> {
  const seen = () => followContent.mock.calls.length;
  let before: number;
  do {
    before = seen();
    await pause(700);
  } while (seen() !== before);
  followContent.mockClear();
}

async function seen(): Promise<void> {
  await vi.waitFor(() => expect(followContent).toHaveBeenCalled(), { timeout: 20_000 });
  await quiet();
}

it('sees a file again after an editor has put a new one in its place, and folders that are new', async () => {
  await save('set: 8');
  await seen();
  await save('set: 7');
  await seen();
  await writeFile(file(), 'set: 6');
  await seen();
  await mkdir(path.join(folder, 'products/muoi'));
  await writeFile(path.join(folder, 'products/muoi/product.yaml'), 'set: 9');
  await seen();
  await rm(path.join(folder, 'products/muoi'), { recursive: true });
  await seen();
});

it('tells why a change was not taken, and takes the next', async () => {
  followContent.mockRejectedValueOnce(new Error('products/mam/product.yaml · set: write the number'));
  await save('set: x');
  await vi.waitFor(() => expect(told).toContain('Not done: '), { timeout: 20_000 });
  expect(told).toContain('products/mam/product.yaml · set: write the number');
  told = '';
  await save('set: 9');
  await vi.waitFor(() => expect(told).toContain('The content was read again'), { timeout: 20_000 });
});

it('passes over what editors leave beside a file', async () => {
  await writeFile(`${file()}~`, 'set: 1');
  await writeFile(path.join(folder, 'products/mam/.product.yaml.swp'), 'set: 1');
  await pause(1_000);
  expect(followContent).not.toHaveBeenCalled();
});
