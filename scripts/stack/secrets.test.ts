import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseEnvironment } from '../../src/config/env.ts';
import { drawSecrets, readSecrets, writeSecrets } from './secrets.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'secrets-test-'));
});

afterEach(() => rm(dataDir, { recursive: true }));

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
  await writeFile(file, content, { mode: 0o600 });
  await expect(readSecrets(dataDir)).rejects.toThrow('damaged');
  expect(await readFile(file, 'utf8')).toBe(content);
});

it('says what may be drawn anew where the stamp keys are whole, and asks for the backup where not', async () => {
  const { siteKey: _siteKey, receiptSecret: _receipt, ...rest } = drawSecrets();
  const file = path.join(dataDir, 'secrets.json');
  await writeFile(file, JSON.stringify(rest), { mode: 0o600 });
  await expect(readSecrets(dataDir)).rejects.toThrow(/siteKey, receiptSecret[^]*openssl rand[^]*leave them/);
  const { stampKeys: _keys, ...noStamps } = drawSecrets();
  await writeFile(file, JSON.stringify(noStamps));
  await expect(readSecrets(dataDir)).rejects.toThrow(/stampKeys[^]*cannot be checked without/);
});

it('refuses a file that others may open, and one that cannot be read, and never says it is damaged', async () => {
  const file = path.join(dataDir, 'secrets.json');
  await writeSecrets(dataDir, drawSecrets());
  await chmod(file, 0o640);
  await expect(readSecrets(dataDir)).rejects.toThrow(`mode 640), and whoever reads it can forge stamps`);
  await rm(file);
  await mkdir(file);
  await expect(readSecrets(dataDir)).rejects.toThrow(/cannot be read \(EISDIR\)[^]*chmod 600/);
});
