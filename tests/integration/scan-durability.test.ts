import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stampsOfRange } from '@ocop/rules/stamps/stamp-range';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readEnv } from '../../src/config/env.ts';
import { dictionary } from '../../src/i18n/index.ts';
import { anyPort } from '../../scripts/stack/ports.ts';
import { startBrokenProxy } from '../support/broken-proxy.ts';
import { startOwnSite, type OwnSite } from '../support/own-site.ts';
import { startSecondMedusa, type SecondMedusa } from '../support/second-medusa.ts';
import { testStack } from '../support/stack.ts';

const stack = testStack();
const keyring = readEnv(stack.env).STAMP_KEYS;
const GTIN = '09506000010915';
const STAMPS = 1_000;

let medusa: SecondMedusa;
let database: pg.Client;
let range = 0;
let dataDir: string;
let site: OwnSite;

beforeAll(async () => {
  medusa = await startSecondMedusa(stack);
  database = await connect();
  await database.query(
    `insert into trace_lot (id, code, product, gtin, made_on, quantity, raw_material)
     values ('lot_1', 'L-1', 'mam-nem-thu', $1, '2026-01-01', 10, '{"vi": "Cá", "en": "Fish"}')`,
    [GTIN],
  );
}, 300_000);

afterAll(async () => {
  await database.end();
  await medusa.stop();
});

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ocop-scans-'));
  const { rows } = await database.query<{ number: number }>(
    `insert into trace_stamp_range (id, epoch, count, product, lot_code, gtin, state, ordered_at)
     values (gen_random_uuid(), $1, $2, 'mam-nem-thu', 'L-1', $3, 'printed', now()) returning number`,
    [keyring?.current, STAMPS, GTIN],
  );
  range = rows[0]?.number ?? 0;
  await database.query(
    `insert into trace_stamp_span (id, range, first, last, kind, lot_code, at)
     values (gen_random_uuid(), $1, 0, $2, 'activated', 'L-1', now())`,
    [range, STAMPS - 1],
  );
  return async () => {
    await site.kill();
    await rm(dataDir, { recursive: true });
  };
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: medusa.databaseUrl });
  // The database is taken away in here; the loss of this connection is then no news.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** A site whose scans wait in `dataDir`. */
const startSite = (medusaUrl: string) =>
  startOwnSite({
    DATA_DIR: dataDir,
    MEDUSA_URL: medusaUrl,
    SITE_KEY: medusa.siteKey,
    STAMPS_DATABASE_URL: medusa.stampsDatabaseUrl,
  });

/** Opens a stamp's page on a phone nobody had before, and tells the verdict. */
async function scan(index: number): Promise<string | null> {
  const answer = await openStamp(index);
  await answer.arrayBuffer();
  return answer.headers.get('x-stamp-verdict');
}

function newPhone(): string {
  const letter = () => String.fromCharCode(97 + Math.floor(Math.random() * 26));
  return Array.from({ length: 12 }, letter).join('');
}

async function openStamp(index: number, phone = newPhone()): Promise<Response> {
  if (!keyring) throw new Error('The stack has no stamp keys');
  const at = { number: range, first: index, count: 1, epoch: keyring.current, gtin: GTIN };
  const [stamp] = stampsOfRange({ ...at, form: 'tagged' }, keyring, site.url);
  return fetch(`${site.url}${new URL(stamp?.url ?? '').pathname}`, {
    headers: { 'user-agent': `Mozilla/5.0 (Linux; ${phone}) Zalo android`, 'accept-language': 'vi' },
  });
}

async function counts(): Promise<{ scans: number; tallied: number }> {
  const { rows } = await database.query<{ scans: number; tallied: number }>(
    `select (select count(*)::int from trace_stamp_scan where range = $1) as scans,
            (select coalesce(sum(count), 0)::int from trace_stamp_tally where range = $1) as tallied`,
    [range],
  );
  return rows[0] ?? { scans: -1, tallied: -1 };
}

const waiting = async () => (await readdir(join(dataDir, 'scans'))).length;

async function allRecorded(number: number): Promise<void> {
  await expect.poll(counts, { interval: 200 }).toEqual({ scans: number, tallied: number });
}

test('scans answered while Medusa was away survive the end of the site and are counted once', async () => {
  site = await startSite(`http://127.0.0.1:${await anyPort()}`);
  const verdicts = await Promise.all(Array.from({ length: 40 }, (_, n) => scan(n % 4)));
  expect(new Set(verdicts)).toEqual(new Set(['active']));
  // Nothing is recorded, and the next reader hears of the ten before all the same.
  const { count } = dictionary('vi').stamp.scans;
  expect(await (await openStamp(0)).text()).toMatch(new RegExp(`${count}</dt>\\s*<dd[^>]*>11<`));
  await site.kill();
  expect(await waiting()).toBeGreaterThan(0);

  // Its successor delivers them at its start: nobody scans anything here.
  site = await startSite(medusa.url);
  await allRecorded(41);
  await expect.poll(waiting).toBe(0);
});

test('a second look of a phone is not kept while the first counts, and is counted after ten minutes', async () => {
  site = await startSite(medusa.url);
  const phone = newPhone();
  const look = async (by: string) => (await openStamp(0, by)).text();
  const first = await look(phone);
  await allRecorded(1);
  await expect.poll(waiting).toBe(0);
  expect(await look(phone)).toBe(first);
  expect(await waiting()).toBe(0);
  await look(newPhone());
  expect(await waiting()).toBe(1);
  await allRecorded(2);
  await expect.poll(waiting).toBe(0);

  await database.query(`update trace_stamp_scan set at = at - interval '11 minutes' where range = $1`, [
    range,
  ]);
  await look(phone);
  expect(await waiting()).toBe(1);
  await allRecorded(3);
});

test('scans survive whatever stands between the site and Medusa', async () => {
  const proxy = await startBrokenProxy(medusa.url);
  const page = '<html><title>Attention required</title></html>';
  try {
    site = await startSite(proxy.url);
    const faults = [
      { status: 400, body: '{"message":"Unrecognized key"}' },
      { status: 429, body: page, headers: { 'retry-after': '1' } },
      { status: 200, body: page },
      { status: 200, body: '{"counted":1}' },
    ];
    for (const [index, fault] of faults.entries()) {
      proxy.answers(fault);
      expect(await scan(index)).toBe('active');
      await expect.poll(proxy.refused, { interval: 100 }).toBeGreaterThan(0);
      expect(await counts()).toEqual({ scans: 0, tallied: 0 });
    }
    // A limit that lets two scans through at once. The four come while the site rests: one batch.
    proxy.answers({ status: 413, body: page, above: 700 });
    for (const index of [4, 5, 6, 7]) expect(await scan(index)).toBe('active');
    await expect.poll(counts, { interval: 200 }).toEqual({ scans: 8, tallied: 8 });
    expect(proxy.refused()).toBeGreaterThan(0);
    await expect.poll(waiting).toBe(0);
  } finally {
    await proxy.close();
  }
});

test('a site killed in the middle of a crowd loses no scan it answered', async () => {
  site = await startSite(medusa.url);
  let answered = 0;
  let stopped = false;
  const reader = async () => {
    while (!stopped) {
      const verdict = await scan(Math.floor(Math.random() * STAMPS)).catch(() => null);
      if (verdict === 'active') answered += 1;
    }
  };
  const crowd = Array.from({ length: 10 }, reader);
  await expect.poll(() => answered).toBeGreaterThan(50);
  // From here on no further answer counts: what was answered is on the disk already.
  const killed = site.kill();
  stopped = true;
  await killed;
  await Promise.all(crowd);

  site = await startSite(medusa.url);
  expect(await scan(0)).toBe('active');
  await expect.poll(waiting).toBe(0);
  const { scans, tallied } = await counts();
  expect(scans).toBe(tallied);
  // A scan may be kept whose answer the kill cut off, one for each reader at most.
  expect(scans).toBeGreaterThanOrEqual(answered + 1);
  expect(scans).toBeLessThanOrEqual(answered + 1 + crowd.length);
});

test('with the database away the page still knows the code; back again, everything is counted', async () => {
  site = await startSite(medusa.url);
  expect(await scan(0)).toBe('active');
  const name = new URL(medusa.databaseUrl).pathname.slice(1);
  const other = new pg.Client({ connectionString: stack.databaseUrl });
  await other.connect();
  try {
    await allRecorded(1);
    await other.query(`alter database ${name} with allow_connections false`);
    await other.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    for (const index of [1, 2, 3]) expect(await scan(index)).toBe('unknown');
  } finally {
    await other.query(`alter database ${name} with allow_connections true`);
    await other.end();
  }
  database = await connect();
  await expect.poll(() => scan(5), { interval: 500 }).toBe('active');
  await expect.poll(waiting, { interval: 500 }).toBe(0);
  const { scans, tallied } = await counts();
  expect(scans).toBe(tallied);
  expect(scans).toBeGreaterThanOrEqual(5);
});
