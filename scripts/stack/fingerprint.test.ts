import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fingerprint-test-'));
  await mkdir(path.join(folder, 'content'));
  await writeFile(path.join(folder, 'content', 'a.yaml'), 'price: 1');
});

afterEach(() => rm(folder, { recursive: true }));

it('stays while nothing changes, wherever the folder lies', async () => {
  const before = await fingerprint([path.join(folder, 'content')], ['on']);
  expect(await fingerprint([path.join(folder, 'content')], ['on'])).toBe(before);
  await rename(path.join(folder, 'content'), path.join(folder, 'moved'));
  expect(await fingerprint([path.join(folder, 'moved')], ['on'])).toBe(before);
});

it('changes with content, names, files that appear and facts', async () => {
  const root = path.join(folder, 'content');
  const seen = new Set([await fingerprint([root], ['on'])]);
  await writeFile(path.join(root, 'a.yaml'), 'price: 2');
  seen.add(await fingerprint([root], ['on']));
  await rename(path.join(root, 'a.yaml'), path.join(root, 'b.yaml'));
  seen.add(await fingerprint([root], ['on']));
  await writeFile(path.join(root, 'c.yaml'), '');
  seen.add(await fingerprint([root], ['on']));
  seen.add(await fingerprint([root], ['off']));
  expect(seen.size).toBe(5);
});

it('leaves out what is built, installed or not counted', async () => {
  const root = path.join(folder, 'content');
  const counts = (name: string) => !name.endsWith('.test.ts');
  const before = await fingerprint([root], [], counts);
  await mkdir(path.join(root, 'node_modules'));
  await writeFile(path.join(root, 'node_modules', 'x.js'), 'x');
  await writeFile(path.join(root, 'a.test.ts'), 'x');
  expect(await fingerprint([root], [], counts)).toBe(before);
});

it('takes a missing folder as missing', async () => {
  const nowhere = path.join(folder, 'nowhere');
  const before = await fingerprint([nowhere]);
  await mkdir(nowhere);
  await writeFile(path.join(nowhere, 'a'), '');
  expect(await fingerprint([nowhere])).not.toBe(before);
});

it('counts a link as what it leads to, and follows none behind it', async () => {
  const root = path.join(folder, 'content');
  const elsewhere = path.join(folder, 'elsewhere.yaml');
  await writeFile(elsewhere, 'price: 1');
  await symlink(elsewhere, path.join(root, 'linked.yaml'));
  await symlink(root, path.join(root, 'round'));
  const before = await fingerprint([root]);
  await writeFile(elsewhere, 'price: 2');
  expect(await fingerprint([root])).not.toBe(before);
});
