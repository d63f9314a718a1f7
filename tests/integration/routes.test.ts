/** Every address of the built site, against the list of routes. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  builtPages,
  closedRoutes,
  digitalLinkRoute,
  fileRoutes,
  onDemandRoutes,
  serverRoutes,
  smallLetterRoute,
} from '../../src/server/routes.ts';
import { receiptToken } from '../../src/rules/receipt-token.ts';
import { routeExamples as examples } from '../support/route-examples.ts';
import { startOwnSite } from '../support/own-site.ts';
import { testStack } from '../support/stack.ts';
import { someNetwork } from '../support/stamps-of-every-verdict.ts';

const { siteUrl, distDir, env } = testStack();

function ask(target: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
  return fetch(siteUrl + target, {
    redirect: 'manual',
    ...init,
    headers: { ...someNetwork(), ...init.headers },
  });
}

it('the build holds the listed routes and no others', () => {
  const server = path.join(distDir, 'server');
  const code = globSync('**/*.mjs', { cwd: server }).map((file) =>
    readFileSync(path.join(server, file), 'utf8'),
  );
  const inManifest = new Set(
    code.flatMap((text) => [...text.matchAll(/"route":"([^"]+)"/g)].map(([, route]) => route)),
  );
  expect(inManifest.size).toBeGreaterThan(30);
  const listed = [...builtPages, ...closedRoutes, ...onDemandRoutes.map(({ built }) => built)];
  expect([...inManifest].filter((route) => !listed.includes(route ?? ''))).toEqual([]);
  // Nothing is listed that is gone, either.
  expect(onDemandRoutes.filter(({ built }) => !inManifest.has(built ?? ''))).toEqual([]);
});

const elsewhere = '/don-hang/{token}';
/** What an order and a signature are needed for: answered as they should be in the tests of transfers and cards. */
const withOrder = ['/don-hang/{token}/vietqr.png', '/hooks/payment/{service}', '/thanh-toan/the/{token}'];

const here = onDemandRoutes.filter(({ pattern }) => pattern !== elsewhere && !withOrder.includes(pattern));

describe.each(here)('$pattern', (route) => {
  const example = examples[route.pattern];

  it('says in Cache-Control what is listed', async () => {
    const answer = await ask(example?.target ?? '');
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([
      example?.status,
      // Whoever has no cart is sent back from the checkout, and who is not signed in from an account: no cache
      // may remember it.
      answer.status === 303 && ['own-pages', 'signed-in'].includes(route.callers)
        ? expect.stringMatching(/no-store|private/)
        : route.cacheControl,
    ]);
  });

  it('is answered with its methods only', async () => {
    const put = await ask(example?.target ?? '', { method: 'PUT', headers: { origin: siteUrl } });
    expect(put.status).toBe(405);
    const posted = await ask(example?.target ?? '', { method: 'POST', headers: { origin: siteUrl } });
    if (route.methods.includes('POST')) expect(posted.status).not.toBe(405);
    else expect(posted.status).toBe(405);
  });

  it('takes changes from our own pages only', async () => {
    const foreign = await ask(example?.target ?? '', {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });
    expect([403, 405]).toContain(foreign.status);
  });
});

it('a receipt is never cached, whoever asks', async () => {
  const site = await startOwnSite({ MEDUSA_URL: 'http://127.0.0.1:9' });
  const token = receiptToken(env.RECEIPT_SECRET ?? '', 'order_01TEST');
  const answer = await fetch(`${site.url}/don-hang/${token}`).finally(() => site.kill());
  const route = onDemandRoutes.find(({ pattern }) => pattern === elsewhere);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, route?.cacheControl]);
});

it('whoever comes back from the page of a card while Medusa is away is told not to pay again', async () => {
  const site = await startOwnSite({ MEDUSA_URL: 'http://127.0.0.1:9' });
  const token = receiptToken(env.RECEIPT_SECRET ?? '', `cart_${'0'.repeat(26)}`);
  const answer = await fetch(`${site.url}/thanh-toan/the/${token}`);
  const text = await answer.text().finally(() => site.kill());
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'private, no-store']);
  expect(text).toContain('đừng trả lần nữa');
});

it('a stamp in small letters is led on as listed', async () => {
  const answer = await ask('/t/1abcdefgh?a=1');
  expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([
    308,
    '/T/1abcdefgh?a=1',
    smallLetterRoute.cacheControl,
  ]);
});

it('GS1 links are cached as listed', async () => {
  const answer = await ask('/01/09506000011332');
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([307, digitalLinkRoute.cacheControl]);
});

it('files are cached as listed', async () => {
  const page = await ask('/san-pham');
  expect(page.headers.get('cache-control')).toBe(fileRoutes.page.cacheControl);
  const asset = /"(\/_astro\/[^"]+)"/.exec(await page.text())?.[1] ?? '';
  expect((await ask(asset)).headers.get('cache-control')).toBe(fileRoutes.asset.cacheControl);
  expect((await ask('/robots.txt')).headers.get('cache-control')).toBe(fileRoutes.file.cacheControl);
});

it.each(serverRoutes)('$pattern is for $callers and never cached', async (route) => {
  const known = await ask(route.pattern, { headers: { authorization: `Bearer ${env.METRICS_TOKEN}` } });
  expect([known.status, known.headers.get('cache-control')]).toEqual([200, route.cacheControl]);
  const stranger = await ask(route.pattern);
  expect(stranger.status).toBe(route.callers === 'metrics-token' ? 404 : 200);
});

it.each(['/_image?href=%2Ffavicon.svg', '/_server-islands/x', '/khong-co', '/en/api/search'])(
  '%s is not answered',
  async (target) => expect((await ask(target)).status).toBe(404),
);
