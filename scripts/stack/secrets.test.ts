import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseEnvironment } from '../../src/config/env.ts';
import { drawSecrets, ensureSecrets } from './secrets.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'secrets-test-'));
});

afterEach(() => rm(dataDir, { recursive: true }));

it('draws secrets once, for the owner alone', async () => {
  const first = await ensureSecrets(dataDir);
  expect(first.created).toBe(true);
  expect((await stat(path.join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
  expect(await ensureSecrets(dataDir)).toEqual({ secrets: first.secrets, created: false });
});

it('draws others every time, of the shape the environment asks for', () => {
  const secrets = drawSecrets();
  expect(secrets).not.toEqual(drawSecrets());
  const parsed = parseEnvironment({
    SITE_KEY: secrets.siteKey,
    RECEIPT_SECRET: secrets.receiptSecret,
    STAMP_KEYS: secrets.stampKeys,
    MEDUSA_JWT_SECRET: secrets.medusaJwtSecret,
    MEDUSA_COOKIE_SECRET: secrets.medusaCookieSecret,
  });
  expect(parsed.ok).toBe(true);
});

it.each(['', 'not json', '{"siteKey":"short"}'])('never replaces a damaged file (%s)', async (content) => {
  const file = path.join(dataDir, 'secrets.json');
  await writeFile(file, content);
  await expect(ensureSecrets(dataDir)).rejects.toThrow('damaged');
  expect(await readFile(file, 'utf8')).toBe(content);
});
