import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawSecrets } from '../../scripts/stack/secrets.ts';
import { anyPort } from '../../scripts/stack/ports.ts';
import { readEnv } from '../../src/config/env.ts';
import { connectMedusa, type MedusaConnection } from '../../src/medusa-client/connection.ts';
import { fetchReceipt } from '../../src/medusa-client/site-routes.ts';
import { completeCart } from '../support/store-ordering.ts';
import { putOnSale, testAdmin, type Goods } from '../support/goods.ts';
import { stampsOf } from '../support/issued-stamps.ts';
import { noted, npmStart, pidOf, ready, runCommand, type Run } from '../support/npm-start.ts';
import { cartOf, orderOf, prepareOrder, value } from '../support/orders.ts';
import { scanOf } from '../support/scans.ts';
import { testStack } from '../support/stack.ts';
import { stampedLot } from '../support/stamped-lot.ts';

// A running shop is backed up, put back elsewhere and started there: with its orders, stamps and scans. What
// runs there then is killed, part by part.
const stack = testStack();
const folders: string[] = [];
const runs: Run[] = [];
let into: string;
let backup: string;
let goods: Goods;
let order: string;
let range: Awaited<ReturnType<typeof stampedLot>>;
let stampPath: string;

async function newFolder(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `${name}-`));
  // PostgreSQL runs as another user when this is root, and must be able to enter.
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

const connection = (env: Record<string, string>): MedusaConnection =>
  connectMedusa({
    url: env.MEDUSA_URL ?? '',
    publishableKey: env.MEDUSA_PUBLISHABLE_KEY ?? '',
    siteKey: env.SITE_KEY ?? '',
  });

async function command(script: string, args: string[], settings: Record<string, string>) {
  const run = runCommand([`scripts/${script}.ts`, ...args], settings);
  return { code: await run.exit, said: run.output() };
}

const backUp = (...args: string[]) => command('backup', args, { DATA_DIR: stack.dataDir });
const putBack = (dataDir: string, ...args: string[]) => command('restore', args, { DATA_DIR: dataDir });

function start(dataDir: string, settings: Record<string, string> = {}, args: string[] = []): Run {
  const run = npmStart({ DATA_DIR: dataDir, ...settings }, args);
  runs.push(run);
  return run;
}

/** What a phone nobody had before is told of the stamp. */
async function verdictAt(siteUrl: string): Promise<string | null> {
  const headers = { 'user-agent': `Mozilla/5.0 (Linux; ${randomUUID()}) Zalo android` };
  const answer = await fetch(siteUrl + stampPath, { headers });
  await answer.arrayBuffer();
  return answer.headers.get('x-stamp-verdict');
}

/** How many scans of the second stamp a database has counted. */
async function scansIn(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ scans: number }>(
    'select count(*)::int as scans from trace_stamp_scan where range = $1 and index = 1',
    [range.range],
  );
  await client.end();
  return rows[0]?.scans ?? -1;
}

beforeAll(async () => {
  const medusa = connection(stack.env);
  goods = await putOnSale(testAdmin(stack), { price: 50_000, stock: 50 });
  const cart = await cartOf(medusa, goods.sku, 2);
  await prepareOrder(medusa, cart);
  order = value(await completeCart(medusa, cart)).orderId;
  range = await stampedLot(3);
  const keyring = readEnv(stack.env).STAMP_KEYS;
  if (!keyring) throw new Error('The stack has no stamp keys.');
  const [first] = stampsOf(range, keyring, stack.siteUrl);
  stampPath = new URL(first?.url ?? '').pathname;
  into = await newFolder('backup-test');
  // A scan that waits, in a file of a site that is not there to deliver it.
  const waiting = `scan-spool-${String(Date.now()).padStart(15, '0')}-00000000-1.jsonl`;
  await mkdir(path.join(stack.dataDir, 'scans'), { recursive: true });
  const file = path.join(stack.dataDir, 'scans', waiting);
  await writeFile(file, `${JSON.stringify(scanOf(range, 1, `device-${randomUUID()}`))}\n`);
  const { code, said } = await backUp(into);
  await rm(file);
  expect(said).toMatch(/Backed up and read back: .*ocop-2039\d{4}T\d{6}Z \(\d/);
  expect(code).toBe(0);
  const [name = ''] = (await readdir(into)).filter((entry) => !entry.endsWith('.json'));
  backup = path.join(into, name);
}, 240_000);

afterAll(async () => {
  for (const { child, exit } of runs) {
    child.kill('SIGTERM');
    await exit;
  }
  for (const folder of folders) {
    await rm(folder, { recursive: true, force: true });
    const dist = createHash('sha256').update(folder).digest('hex').slice(0, 12);
    await rm(path.resolve('.astro', `site-${dist}`), { recursive: true, force: true });
  }
}, 60_000);

describe('a backup', () => {
  it('keeps the keys in a file of their own, for the owner alone, and nothing private in the rest', async () => {
    const keys = `${backup}-keys.json`;
    expect((await stat(keys)).mode & 0o777).toBe(0o600);
    const secrets = JSON.parse(await readFile(path.join(stack.dataDir, 'secrets.json'), 'utf8')) as object;
    expect(JSON.parse(await readFile(keys, 'utf8'))).toMatchObject({ secrets });
    const names = await readdir(backup, { recursive: true });
    expect(names.filter((name) => /secrets|keys\.json|private|logs/.test(name))).toEqual([]);
  });

  it('says where nothing can be backed up, and leaves no half of one where the disk takes no more', async () => {
    const nowhere = await command('backup', [into], { DATA_DIR: await newFolder('backup-none') });
    expect(nowhere).toMatchObject({
      code: 1,
      said: expect.stringContaining('nothing to back up') as unknown,
    });
    const small = await newFolder('backup-small');
    // A limit of 128 kB a file stands in for a disk that is full in the middle of one.
    const limit = ['-c', 'ulimit -f 128; exec "$0" scripts/backup.ts "$1"', process.execPath, small];
    const limited = runCommand(limit, { DATA_DIR: stack.dataDir }, '/bin/bash');
    expect(await limited.exit).toBe(1);
    expect(limited.output()).toMatch(/is full \(EFBIG\): no backup was made/);
    expect(await readdir(small)).toEqual([]);
  });

  it('that is stopped leaves nothing', async () => {
    const stopped = await newFolder('backup-stopped');
    const run = runCommand(['scripts/backup.ts', stopped], { DATA_DIR: stack.dataDir });
    await expect.poll(() => readdir(stopped), { interval: 20 }).toHaveLength(1);
    run.child.kill('SIGINT');
    expect(await run.exit).toBe(1);
    expect(run.output()).toContain('The backup was stopped; nothing of it was left.');
    expect(await readdir(stopped)).toEqual([]);
  });

  it('keeps so many and leaves the keys out where it is told to', async () => {
    const many = await newFolder('backup-many');
    expect((await backUp(many)).code).toBe(0);
    expect((await backUp(many, '--without-keys', '--keep', '1')).said).toMatch(/Removed: ocop-/);
    expect(await readdir(many)).toEqual([expect.stringMatching(/^ocop-\d{8}T\d{6}Z$/)]);
  }, 120_000);
});

describe('a restore', () => {
  it('refuses a damaged backup, missing keys and those of another installation, and leaves nothing', async () => {
    const dataDir = await newFolder('restore-bad');
    const damaged = path.join(await newFolder('backup-bad'), path.basename(backup));
    await cp(backup, damaged, { recursive: true });
    await writeFile(path.join(damaged, 'database', 'PG_VERSION.gz'), 'x');
    expect((await putBack(dataDir, damaged)).said).toContain('cannot be read from');
    const keys = `${backup}-keys.json`;
    expect((await putBack(dataDir, damaged, '--keys', keys)).said).toMatch(
      /PG_VERSION .*Nothing was put back/,
    );
    const others = path.join(path.dirname(damaged), 'other.json');
    await writeFile(others, JSON.stringify(drawSecrets()));
    expect((await putBack(dataDir, backup, '--keys', others)).said).toContain('of another installation');
    await rm(path.join(damaged, 'backup.json'));
    expect((await putBack(dataDir, damaged, '--keys', keys)).said).toContain('no whole backup');
    expect(await readdir(dataDir)).toEqual([]);
  });

  it(
    'brings orders, stamps and waiting scans back, and what dies there comes back by itself',
    { timeout: 600_000 },
    async () => {
      const dataDir = await newFolder('restore-test');
      expect(await putBack(dataDir, backup)).toMatchObject({ code: 0 });
      expect((await putBack(dataDir, backup)).said).toMatch(
        /holds an installation already[^]*Nothing was put back/,
      );

      const run = start(dataDir, { PORT: String(await anyPort()) });
      await ready(run, 240_000);
      const { siteUrl, env } = await noted(dataDir);
      const medusa = connection(env);
      expect(value(await fetchReceipt(medusa, order))).toBeTruthy();
      expect(await verdictAt(siteUrl)).toBe('active');
      // The scan that waited in the backup is counted here, and never was in the shop it was taken of.
      await expect.poll(() => scansIn(env.DATABASE_URL ?? '')).toBe(1);
      expect(await scansIn(stack.databaseUrl)).toBe(0);

      // Medusa dies: pages and stamps go on, an order can be placed some seconds later.
      process.kill(await pidOf(dataDir, 'medusa'), 'SIGKILL');
      expect((await fetch(`${siteUrl}/san-pham`)).status).toBe(200);
      expect(await verdictAt(siteUrl)).toBe('active');
      await expect.poll(() => ordered(medusa), { interval: 500 }).toBe(true);

      // PostgreSQL dies: pages go on, a stamp is still told to be ours; then all is as before.
      process.kill(await pidOf(dataDir, 'postgresql'), 'SIGKILL');
      expect((await fetch(`${siteUrl}/san-pham`)).status).toBe(200);
      expect((await fetch(siteUrl + stampPath)).status).toBe(200);
      await expect.poll(() => ordered(medusa), { interval: 500 }).toBe(true);
      await expect.poll(() => verdictAt(siteUrl)).toBe('active');

      run.child.kill('SIGTERM');
      expect(await run.exit).toBe(0);
      expect(run.output()).toMatch(/Medusa was ended by SIGKILL[^]*PostgreSQL was ended by SIGKILL/);
    },
  );

  it(
    'is not started in halves: without its keys, with others, as a torn copy',
    { timeout: 600_000 },
    async () => {
      const dataDir = await newFolder('halves-test');
      expect(await putBack(dataDir, backup)).toMatchObject({ code: 0 });
      const secrets = path.join(dataDir, 'secrets.json');
      const own = await readFile(secrets, 'utf8');
      const write = (content: object) => writeFile(secrets, JSON.stringify(content), { mode: 0o600 });
      const refused = async (folder = dataDir) => {
        const run = start(folder, { PORT: String(await anyPort()) });
        expect(await run.exit).toBe(1);
        return run.output();
      };

      await rm(secrets);
      expect(await refused()).toMatch(/secrets are missing[^]*false[^]*npm run restore[^]*--accept-keys/);
      expect(existsSync(secrets)).toBe(false);

      const others = drawSecrets();
      const begun = performance.now();
      await write(others);
      expect(await refused()).toMatch(/refuses the password[^]*another installation/);
      expect(performance.now() - begun).toBeLessThan(30_000);

      const { postgresPassword } = JSON.parse(own) as { postgresPassword: string };
      await write({ ...others, postgresPassword });
      expect(await refused()).toMatch(/the key of epoch 1 is another one[^]*newest backup of the keys/);

      // PostgreSQL runs from the folder while it is copied.
      await writeFile(secrets, own);
      const running = start(dataDir, { PORT: String(await anyPort()) });
      await expect.poll(running.output).toContain('PostgreSQL: running');
      const copied = await newFolder('copied-test');
      await cp(dataDir, copied, { recursive: true, preserveTimestamps: true });
      expect(await refused(copied)).toMatch(
        /is a copy that was made of .*halves-test.* while PostgreSQL ran/,
      );
      // The folder it was copied from is none of its business.
      process.kill(await pidOf(dataDir, 'postgresql'), 0);
      running.child.kill('SIGTERM');
      await running.exit;

      // Lost for good: the orders stay, and whoever says so gets new keys.
      await rm(secrets);
      const accepted = start(dataDir, { PORT: String(await anyPort()) }, ['--accept-keys']);
      await expect.poll(accepted.output).toContain('Medusa, build');
      accepted.child.kill('SIGTERM');
      await accepted.exit;
      expect(accepted.output()).toContain('Secrets: drawn');
    },
  );

  async function ordered(medusa: MedusaConnection): Promise<boolean> {
    return orderOf(medusa, goods.sku, 1).then(
      () => true,
      () => false,
    );
  }
});
