import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSecrets } from './installation.ts';
import { drawSecrets, readSecrets, writeSecrets } from './secrets.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'installation-test-'));
});

afterEach(() => rm(dataDir, { recursive: true }));

/** What a database that was created looks like from outside. */
async function withCluster() {
  await mkdir(path.join(dataDir, 'postgres'));
  await writeFile(path.join(dataDir, 'postgres', 'PG_VERSION'), '18\n');
}

describe('openSecrets', () => {
  it('draws secrets once, for the owner alone', async () => {
    const first = await openSecrets(dataDir, {}, false);
    expect(first.created).toBe(true);
    expect((await stat(path.join(dataDir, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect(await openSecrets(dataDir, {}, false)).toMatchObject({ secrets: first.secrets, created: false });
  });

  it('goes on where a first start was broken off between the secrets and the database', async () => {
    await openSecrets(dataDir, {}, false);
    expect((await openSecrets(dataDir, {}, false)).created).toBe(false);
  });

  it('draws none beside a database that is there, unless it is told to', async () => {
    await withCluster();
    await expect(openSecrets(dataDir, {}, false)).rejects.toThrow(/secrets are missing[^]*--accept-keys/);
    expect(await readdir(dataDir)).toEqual(['postgres']);
    expect((await openSecrets(dataDir, {}, true)).created).toBe(true);
  });

  it('makes no database for secrets that were used with one, unless it is told to', async () => {
    const { noteUse } = await openSecrets(dataDir, {}, false);
    await noteUse();
    expect((await readSecrets(dataDir))?.inUseSince).toMatch(/^\d{4}-/);
    await expect(openSecrets(dataDir, {}, false)).rejects.toThrow(/there is none in[^]*npm run restore/);
    expect((await openSecrets(dataDir, {}, true)).created).toBe(false);
    await withCluster();
    expect((await openSecrets(dataDir, {}, false)).created).toBe(false);
  });

  it('looks for no database here where it is elsewhere', async () => {
    await writeSecrets(dataDir, { ...drawSecrets(), inUseSince: '2039-01-01T00:00:00.000Z' });
    expect((await openSecrets(dataDir, { DATABASE_URL: 'postgres://a/b' }, false)).created).toBe(false);
    expect((await openSecrets(dataDir, { MEDUSA_URL: 'http://a' }, false)).created).toBe(false);
  });

  it('takes back what it drew and nothing else', async () => {
    const drawn = await openSecrets(dataDir, {}, false);
    const read = await openSecrets(dataDir, {}, false);
    await read.takeBack();
    expect(await readdir(dataDir)).toEqual(['secrets.json']);
    await drawn.takeBack();
    expect(await readdir(dataDir)).toEqual([]);
  });
});
