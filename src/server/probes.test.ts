import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSiteServer } from './serve.ts';
import { metricsToken, startTestSite, type TestSite } from './testing/built-site.ts';

let site: TestSite;
const get: TestSite['get'] = (target, init) => site.get(target, init);

beforeAll(async () => {
  site = await startTestSite();
});

afterAll(() => site.close());

/** The value of a series by its name and labels, from `/metrics`; 0 where there is none. */
async function measured(): Promise<(series: string) => number> {
  const answer = await get('/metrics', { headers: { Authorization: `Bearer ${metricsToken}` } });
  expect(answer.headers.get('content-type')).toContain('version=0.0.4');
  const lines = (await answer.text()).split('\n');
  return (series) =>
    Number(lines.find((line) => line.startsWith(`${series} `))?.slice(series.length + 1) ?? 0);
}

describe('probes', () => {
  it('tell metrics to whoever shows the token', async () => {
    expect((await get('/metrics')).status).toBe(404);
    expect((await get('/metrics', { headers: { Authorization: 'Bearer wrong' } })).status).toBe(404);
    await measured();
  });

  it('tell nobody metrics where no token is set', async () => {
    const { server: other } = await createSiteServer({
      distDir: site.distDir,
      siteUrl: 'http://ocop.example',
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    for (const authorization of ['Bearer undefined', 'Bearer ', '']) {
      const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers: { authorization } });
      expect(answer.status).toBe(404);
    }
    other.closeAllConnections();
    other.close();
  });

  it('count requests by pattern and status, never by path', async () => {
    // Other tests of the same process count too.
    const before = await measured();
    await get('/T/1KEPT');
    await get('/khong-co-0912345678');
    await get('/01/09506000134352');
    await wait(1_100);
    const after = await measured();
    for (const series of [
      'http_requests_total{route="/T/{code}",code="404"}',
      'http_requests_total{route="other",code="404"}',
      'http_requests_total{route="/{key}/{value}… (GS1 Digital Link)",code="200"}',
      'http_request_duration_seconds_count{route="/T/{code}"}',
    ]) {
      expect(after(series) - before(series), series).toBe(1);
    }
    const text = await (
      await get('/metrics', { headers: { Authorization: `Bearer ${metricsToken}` } })
    ).text();
    expect(text).not.toMatch(/1KEPT|0912345678/);
  });

  it('count the look-ups in caches', async () => {
    const lookups = async () =>
      (await measured())('ocop_cache_lookups_total{cache="static-file",result="hit"}');
    await get('/robots.txt');
    await wait(1_100);
    const before = await lookups();
    await get('/robots.txt');
    await wait(1_100);
    expect((await lookups()) - before).toBeGreaterThanOrEqual(1);
  });

  it('are made once a second, however often they are asked for', async () => {
    const begun = performance.now();
    const answers = await Promise.all(
      Array.from(
        { length: 50 },
        async () => ((await (await get('/readyz')).json()) as { probes: number }).probes,
      ),
    );
    const seconds = Math.ceil((performance.now() - begun) / 1_000);
    expect(Math.max(...answers) - Math.min(...answers)).toBeLessThanOrEqual(seconds);
  });

  it('say 503 where this process should get no requests, and alive all the same', async () => {
    const known = globalThis as { testReadiness?: string };
    known.testReadiness = 'degraded';
    await wait(1_100);
    expect((await get('/readyz')).status).toBe(200);
    known.testReadiness = 'unable';
    await wait(1_100);
    const unable = await get('/readyz');
    expect([unable.status, unable.headers.get('cache-control')]).toEqual([503, 'no-store']);
    delete known.testReadiness;
    await wait(1_100);
    expect((await get('/readyz')).status).toBe(200);
    expect((await get('/healthz')).status).toBe(200);
  });

  it('can only be read', async () => {
    const answer = await get('/readyz', { method: 'POST', headers: { Origin: 'http://ocop.example' } });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('a site that is about to stop', () => {
  it('asks for no more requests, and answers those that come', async () => {
    site.drain();
    const answer = await get('/readyz');
    expect([answer.status, ((await answer.json()) as { status: string }).status]).toEqual([503, 'stopping']);
    expect((await get('/')).status).toBe(200);
  });
});
