import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { connectMedusa } from './connection.ts';

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

/** A server that answers as told; closed after the test. */
async function serve(answer: (req: IncomingMessage, res: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const connect = (url: string) => connectMedusa({ url, publishableKey: 'pk_test', siteKey: 'site-key' });
const schema = z.object({ n: z.number() });

function json(status: number, body: unknown) {
  return (_req: IncomingMessage, res: ServerResponse) => {
    res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

describe('the way to Medusa', () => {
  test('carries the publishable key to the store and the site key to the site’s own routes only', async () => {
    const seen: { url: string | undefined; publishable: unknown; site: unknown }[] = [];
    const url = await serve((req, res) => {
      seen.push({
        url: req.url,
        publishable: req.headers['x-publishable-api-key'],
        site: req.headers['x-site-key'],
      });
      json(200, { n: 1 })(req, res);
    });
    expect(await connect(url).store(schema, 'carts/1')).toEqual({ ok: true, data: { n: 1 } });
    await connect(url).site(schema, 'availability');
    expect(seen).toEqual([
      { url: '/store/carts/1', publishable: 'pk_test', site: undefined },
      { url: '/site/availability', publishable: 'pk_test', site: 'site-key' },
    ]);
  });

  test.each([
    [400, 'refused'],
    [401, 'unauthorised'],
    [404, 'not-found'],
    [409, 'conflict'],
    [500, 'server'],
  ])('status %i comes back as %s, not as an exception', async (status, type) => {
    const url = await serve(json(status, { message: 'no' }));
    expect(await connect(url).store(schema, 'x')).toMatchObject({ ok: false, error: { type } });
  });

  test('an answer of another shape, or none in JSON, is a bad answer', async () => {
    const other = await serve(json(200, { n: 'one' }));
    expect(await connect(other).store(schema, 'x')).toMatchObject({ error: { type: 'bad-answer' } });
    const html = await serve((_req, res) => {
      res.writeHead(200, { 'content-type': 'text/html' }).end('<p>hello');
    });
    expect(await connect(html).store(schema, 'x')).toMatchObject({ error: { type: 'bad-answer' } });
  });

  test('silence ends at the deadline, a dropped line at once; both leave the outcome open', async () => {
    const silent = await serve(() => {});
    expect(await connect(silent).store(schema, 'x', { deadlineMs: 50 })).toMatchObject({
      error: { type: 'timeout' },
    });
    const dropping = await serve((req) => req.socket.destroy());
    expect(await connect(dropping).store(schema, 'x', { method: 'POST', body: {} })).toMatchObject({
      error: { type: 'interrupted' },
    });
  });

  test('nobody there; no address at all', async () => {
    const url = await serve(json(200, {}));
    for (const close of opened.splice(0)) close();
    expect(await connect(url).store(schema, 'x')).toMatchObject({ error: { type: 'unreachable' } });
    expect(await connectMedusa(null).site(schema, 'x')).toMatchObject({
      error: { type: 'not-configured' },
    });
  });
});
