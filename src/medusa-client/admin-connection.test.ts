import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { connectAdmin } from './admin-connection.ts';

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

async function serve(answer: (req: IncomingMessage, res: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const schema = z.object({ products: z.array(z.object({ id: z.string() })) });

test('a command shows its key, a member of staff their log-in, and no other key goes along', async () => {
  const seen: IncomingMessage['headers'][] = [];
  const url = await serve((req, res) => {
    seen.push(req.headers);
    res.writeHead(200, { 'content-type': 'application/json' }).end('{"products":[]}');
  });
  await connectAdmin(url, { key: 'sk_1' }).get(schema, '/admin/products');
  await connectAdmin(url, { token: 'jwt' }).get(schema, '/admin/products');
  await connectAdmin(url, null).post(schema, '/auth/user/emailpass', {});
  expect(seen.map(({ authorization }) => authorization)).toEqual([
    `Basic ${Buffer.from('sk_1:').toString('base64')}`,
    'Bearer jwt',
    undefined,
  ]);
  for (const headers of seen) {
    expect(headers).not.toHaveProperty('x-site-key');
    expect(headers).not.toHaveProperty('x-publishable-api-key');
  }
});

test('a list of values and a nested name reach the query as Medusa reads them', async () => {
  let asked = '';
  const url = await serve((req, res) => {
    asked = decodeURIComponent(req.url ?? '');
    res.writeHead(200, { 'content-type': 'application/json' }).end('{"products":[]}');
  });
  const query = { sku: ['A', 'B'], 'location_levels[location_id]': 'sloc_1', limit: 2, q: undefined };
  await connectAdmin(url, { key: 'sk' }).get(schema, '/admin/products', query);
  expect(asked).toBe('/admin/products?sku[0]=A&sku[1]=B&location_levels[location_id]=sloc_1&limit=2');
});

test('a refusal keeps its status and its words, a strange answer names the field', async () => {
  const refusing = await serve((_req, res) => {
    res.writeHead(409, { 'content-type': 'application/json' }).end('{"message":"Lot X is recalled."}');
  });
  expect(await connectAdmin(refusing, { key: 'sk' }).post(schema, '/admin/x', {})).toEqual({
    ok: false,
    error: { type: 'conflict', isRetryable: true, status: 409, detail: 'Lot X is recalled.' },
  });
  const strange = await serve((_req, res) => {
    res.writeHead(200, { 'content-type': 'application/json' }).end('{"products":[{"id":7}]}');
  });
  expect(await connectAdmin(strange, { key: 'sk' }).get(schema, '/admin/x')).toMatchObject({
    error: { type: 'bad-answer', detail: 'products.0.id' },
  });
});

test('nobody there is told with the network’s own code', async () => {
  const url = await serve(() => undefined);
  for (const close of opened.splice(0)) close();
  expect(await connectAdmin(url, { key: 'sk' }).get(schema, '/admin/x')).toMatchObject({
    error: { type: 'unreachable', detail: 'ECONNREFUSED' },
  });
});

test('a file comes as it is, JSON or not, and a refused one as a refusal', async () => {
  const url = await serve((req, res) => {
    if (req.url === '/file') res.writeHead(200, { 'content-type': 'text/csv' }).end('code,url\r\n');
    else res.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"No such file."}');
  });
  const admin = connectAdmin(url, { key: 'sk' });
  const file = await admin.download('/file');
  expect(file.ok && (await file.data.text())).toBe('code,url\r\n');
  expect(await admin.download('/other')).toMatchObject({
    error: { type: 'not-found', status: 404, detail: 'No such file.' },
  });
});
