/** What the running site tells of itself: readiness, metrics, log lines. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nodeEnvironment } from '../../scripts/stack/node-environment.ts';
import { anyPort } from '../../scripts/stack/ports.ts';
import { readEnv } from '../../src/config/env.ts';
import { stampsOf } from '../support/issued-stamps.ts';
import { startOwnSite } from '../support/own-site.ts';
import { testStack } from '../support/stack.ts';
import { stampedLot } from '../support/stamped-lot.ts';
import { someNetwork } from '../support/stamps-of-every-verdict.ts';

const { siteUrl, dataDir, env } = testStack();

interface Ready {
  status: string;
  checks: Record<string, string>;
  reasons: Record<string, string>;
  scans: Record<string, number>;
}

async function ready(url: string): Promise<{ code: number; body: Ready }> {
  const answer = await fetch(`${url}/readyz`);
  return { code: answer.status, body: (await answer.json()) as Ready };
}

describe('/readyz', () => {
  it('is ok where every part answers', async () => {
    const checks = { database: 'ok', medusa: 'ok', search: 'ok', disk: 'ok', scans: 'ok', settings: 'ok' };
    const { code, body } = await ready(siteUrl);
    expect([code, body]).toMatchObject([200, { status: 'ok', checks, reasons: {}, scans: { lost: 0 } }]);
  });

  it('goes on without what all processes share, and says what is missing', async () => {
    const away = 'http://127.0.0.1:9';
    const database = 'postgres://x:y@127.0.0.1:9/x';
    const site = await startOwnSite({ MEDUSA_URL: away, MEILI_URL: away, STAMPS_DATABASE_URL: database });
    onTestFinished(() => site.kill());
    const failing = { database: 'failing', medusa: 'failing', search: 'failing' };
    const { code, body } = await ready(site.url);
    expect([code, body]).toMatchObject([
      200,
      { status: 'degraded', checks: { ...failing, disk: 'ok', scans: 'ok' } },
    ]);
    expect((await fetch(`${site.url}/san-pham`)).status).toBe(200);
  });

  it('says what a site was not given: it looks whole from outside and can check no stamp', async () => {
    const site = await startOwnSite({ STAMP_KEYS: '', RECEIPT_SECRET: '' });
    onTestFinished(() => site.kill());
    const { code, body } = await ready(site.url);
    expect([code, body.status, body.checks.settings]).toEqual([200, 'degraded', 'failing']);
    expect(body.reasons.settings).toMatch(
      /STAMP_KEYS or STAMP_KEYS_FILE is not set: no stamp.*RECEIPT_SECRET is/,
    );
  });

  it('ends in order when npm is told to, and leaves nothing on its port', async () => {
    const port = await anyPort();
    const npm = spawn('npm', ['run', '--silent', 'serve', '--', testStack().distDir], {
      env: { ...env, ...nodeEnvironment(), PORT: String(port), SITE_URL: siteUrl },
      stdio: 'ignore',
    });
    const exit = once(npm, 'exit');
    const url = `http://localhost:${port}/healthz`;
    const answers = () =>
      fetch(url).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(answers).toBe(true);
    npm.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(await answers()).toBe(false);
  });

  it('is 503 where scans cannot be written, while the process is alive', async () => {
    const dir = await mkdtemp(path.join(tmpdir(), 'ready-test-'));
    onTestFinished(() => rm(dir, { recursive: true }));
    await writeFile(path.join(dir, 'file'), '');
    const site = await startOwnSite({ DATA_DIR: path.join(dir, 'file') });
    onTestFinished(() => site.kill());
    const { code, body } = await ready(site.url);
    expect([code, body.status, body.checks.disk]).toEqual([503, 'unable', 'failing']);
    expect(body.reasons.disk).toMatch(/cannot be written to/);
    // A scan nobody can store is lost, and told of: here, in the metrics and in one line of the log.
    const headers = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/131.0 Mobile Safari/537.36' };
    const order = await stampedLot(1);
    const { STAMP_KEYS: keyring } = readEnv(testStack().env);
    const stamp = keyring && [...stampsOf(order, keyring, site.url)][0];
    expect((await fetch(site.url + new URL(stamp?.url ?? '').pathname, { headers })).status).toBe(200);
    await wait(1_100);
    const after = await ready(site.url);
    expect(after.body).toMatchObject({ status: 'unable', scans: { lost: 1, waiting: 0 } });
    expect(after.body.reasons.disk).toMatch(/does not take scans \(ENOTDIR\)/);
    expect(after.body.reasons.scans).toMatch(/1 scans were lost/);
    expect(JSON.stringify(after.body)).not.toContain(dir);
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
  });
});

/** A reader of the values in `/metrics`; a series that is not there is 0. */
async function metrics(): Promise<(series: string) => number> {
  // Metrics are made once a second.
  await wait(1_100);
  const answer = await fetch(`${siteUrl}/metrics`, {
    headers: { authorization: `Bearer ${env.METRICS_TOKEN}` },
  });
  const lines = (await answer.text()).split('\n');
  return (series) =>
    Number(lines.find((line) => line.startsWith(`${series} `))?.slice(series.length + 1) ?? 0);
}

describe('/metrics', () => {
  it('counts what happens', async () => {
    const series = [
      'http_requests_total{route="/api/search",code="200"}',
      'http_request_duration_seconds_count{route="/api/search"}',
      'ocop_searches_total{source="meilisearch"}',
      'http_requests_total{route="/T/{code}",code="404"}',
      'http_requests_total{route="built page",code="200"}',
    ];
    const before = await metrics();
    await fetch(`${siteUrl}/api/search?q=mam`);
    await fetch(`${siteUrl}/T/1ABCDEFGH`, { headers: someNetwork() });
    await fetch(`${siteUrl}/san-pham`);
    const after = await metrics();
    for (const name of series) expect([name, after(name) - before(name)]).toEqual([name, 1]);
    expect(after('ocop_scans_lost_total')).toBe(0);
    expect(after('ocop_scans_waiting')).toBeGreaterThanOrEqual(0);
    expect(after('ocop_dependency_failing{dependency="search"}')).toBe(0);
    expect(after('process_resident_memory_bytes')).toBeGreaterThan(0);
  });
});

it('searches that newer keystrokes took the place of leave no line in the log', async () => {
  const log = path.join(dataDir, 'logs', 'site.log');
  const before = (await readFile(log, 'utf8')).length;
  for (let at = 0; at < 40; at += 1) {
    const typing = new AbortController();
    const answer = fetch(`${siteUrl}/api/search?q=nuoc%20mam%20${at}`, { signal: typing.signal });
    await wait(at % 8);
    typing.abort();
    await answer.catch(() => undefined);
  }
  const page = new AbortController();
  const opened = fetch(`${siteUrl}/tim-kiem?q=nuoc`, { signal: page.signal });
  await wait(2);
  page.abort();
  await opened.catch(() => undefined);
  await wait(500);
  const lines = (await readFile(log, 'utf8')).slice(before).split('\n');
  // Others may scan and order meanwhile.
  expect(lines.filter((line) => /search|tim-kiem|abort|Meili/i.test(line))).toEqual([]);
  expect((await fetch(`${siteUrl}/api/search?q=nuoc`)).status).toBe(200);
});

it('Medusa logs, and no line says from where it was asked', async () => {
  const log = await readFile(path.join(dataDir, 'logs', 'medusa.log'), 'utf8');
  expect(log).toContain('Server is ready');
  expect(log).not.toMatch(/client_ip|user_agent/);
});

describe('/api/availability', () => {
  it('tells of the packs a page asks about, in one spelling', async () => {
    const ask = (query: string) => fetch(`${siteUrl}/api/availability${query}`, { redirect: 'manual' });
    const answer = await ask('?sku=CA-PHE-500,MAT-ONG-500');
    const body = (await answer.json()) as { soldOut: string[] };
    expect(body.soldOut).toEqual(['MAT-ONG-500']);
    const etag = answer.headers.get('etag') ?? '';
    const other = await ask('?sku=CA-PHE-500');
    expect(((await other.json()) as { soldOut: string[] }).soldOut).toEqual([]);
    const again = await fetch(`${siteUrl}/api/availability?sku=CA-PHE-500,MAT-ONG-500`, {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
    const spelt = await ask('?sku=MAT-ONG-500&sku=CA-PHE-500');
    expect([spelt.status, spelt.headers.get('location')]).toEqual([
      301,
      '/api/availability?sku=CA-PHE-500,MAT-ONG-500',
    ]);
    expect((await ask('')).status).toBe(400);
  });
});

it('a form sent to an address with a slash too many arrives with its fields', async () => {
  const answer = await fetch(`${siteUrl}/gio-hang/`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: siteUrl, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'action=add',
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([308, '/gio-hang']);
});
