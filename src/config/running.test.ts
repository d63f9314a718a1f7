import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRunning, runningEnv, runningFile } from './running.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'running-test-'));
});

afterEach(() => rm(dataDir, { recursive: true }));

function note(env: Record<string, string>) {
  const running = {
    pid: 1,
    startedAt: '2026-08-05T00:00:00Z',
    siteUrl: 'http://localhost:4321',
    env,
  };
  return writeFile(runningFile(dataDir), JSON.stringify(running));
}

it('takes the addresses of the running stack, unless they are set', async () => {
  await note({
    MEDUSA_URL: 'http://127.0.0.1:9000',
    MEILI_URL: 'http://127.0.0.1:7700',
    MEILI_API_KEY: 'k',
  });
  const env = await runningEnv({
    DATA_DIR: dataDir,
    MEDUSA_URL: 'http://other:9000',
    MEILI_URL: '',
  });
  expect(env.MEDUSA_URL).toBe('http://other:9000');
  expect(env.MEILI_URL).toBe('http://127.0.0.1:7700');
});

it('goes without where nothing runs or the note is damaged', async () => {
  expect(await readRunning(dataDir)).toBeNull();
  await writeFile(runningFile(dataDir), '{');
  expect((await runningEnv({ DATA_DIR: dataDir })).MEDUSA_URL).toBeUndefined();
});

it('takes stamp keys from one place only', async () => {
  const keys = (byte: number) =>
    JSON.stringify({ current: '1', epochs: { '1': Buffer.alloc(32, byte).toString('base64') } });
  const file = path.join(dataDir, 'keys.json');
  await writeFile(file, keys(2), { mode: 0o600 });
  const secretOf = async (source: Record<string, string>) =>
    (await runningEnv({ DATA_DIR: dataDir, ...source })).STAMP_KEYS?.epochs['1']?.secret[0];

  await note({ STAMP_KEYS: keys(1) });
  expect(await secretOf({})).toBe(1);
  expect(await secretOf({ STAMP_KEYS_FILE: file })).toBe(2);
  await note({ STAMP_KEYS_FILE: file });
  expect(await secretOf({})).toBe(2);
  expect(await secretOf({ STAMP_KEYS: keys(3) })).toBe(3);
});
