import { chmod, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rotateStampKeys } from '@ocop/rules/stamps/stamp-keys';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runningFile } from '../../src/config/running.ts';
import { parseStampKeys } from '../../src/config/stamp-keys.ts';
import { openSecrets } from './installation.ts';
import { readSecrets } from './secrets.ts';
import { findStampKeys } from './stamp-key-store.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'stamp-key-store-test-'));
});

afterEach(() => rm(dataDir, { recursive: true }));

const keys = (byte: number) =>
  JSON.stringify({ current: '1', epochs: { '1': Buffer.alloc(32, byte).toString('base64') } });

async function find(source: Record<string, string> = {}) {
  return findStampKeys({ DATA_DIR: dataDir, ...source });
}

async function rotateIn(source: Record<string, string> = {}) {
  const found = await find(source);
  if (!found.ok) throw new Error(found.reason);
  const rotated = rotateStampKeys(
    found.store.keyring,
    new Uint8Array(32).fill(9),
    '2026-08-05T00:00:00.000Z',
  );
  if (!rotated.ok) throw new Error(rotated.reason);
  await found.store.write(rotated.keyring);
  return rotated.keyring;
}

const noteRunning = (env: Record<string, string>) =>
  writeFile(runningFile(dataDir), JSON.stringify({ pid: 1, startedAt: '', siteUrl: '', env }));

it('changes the drawn keys and none of the other secrets', async () => {
  const { secrets } = await openSecrets(dataDir, {}, false);
  const keyring = await rotateIn();
  const after = await readSecrets(dataDir);
  expect(after && { ...after, stampKeys: '' }).toEqual({ ...secrets, stampKeys: '' });
  expect(parseStampKeys(after?.stampKeys ?? '')).toEqual(keyring);
  expect((await stat(path.join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
});

it('changes the file STAMP_KEYS_FILE names, through a link too, and keeps it private', async () => {
  const file = path.join(dataDir, 'keys.json');
  const link = path.join(dataDir, 'link.json');
  await writeFile(file, keys(1), { mode: 0o600 });
  await symlink(file, link);
  const keyring = await rotateIn({ STAMP_KEYS_FILE: link });
  expect(keyring.current).toBe('2');
  expect(parseStampKeys(await readFile(file, 'utf8'))).toEqual(keyring);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

it('leaves keys in the environment alone, also those a stack was started with', async () => {
  await openSecrets(dataDir, {}, false);
  expect(await find({ STAMP_KEYS: keys(1) })).toEqual({ ok: false, reason: 'environment' });
  await noteRunning({ STAMP_KEYS: keys(1) });
  expect(await find()).toEqual({ ok: false, reason: 'environment' });
});

it('goes on with the file of a stack that runs, before and after a change', async () => {
  const { secrets } = await openSecrets(dataDir, {}, false);
  await noteRunning({ STAMP_KEYS: secrets.stampKeys });
  await rotateIn();
  expect((await rotateIn()).current).toBe('3');

  const file = path.join(dataDir, 'keys.json');
  await writeFile(file, keys(1), { mode: 0o600 });
  await noteRunning({ STAMP_KEYS_FILE: file });
  expect(await find()).toMatchObject({ ok: true, store: { location: file } });
});

it('says when there are none, and when they cannot be used', async () => {
  expect(await find()).toEqual({ ok: false, reason: 'nowhere' });
  const file = path.join(dataDir, 'keys.json');
  await writeFile(file, keys(1));
  await chmod(file, 0o644);
  expect(await find({ STAMP_KEYS_FILE: file })).toMatchObject({
    ok: false,
    reason: 'unusable',
    location: file,
    expected: expect.stringContaining('chmod 600'),
  });
});
