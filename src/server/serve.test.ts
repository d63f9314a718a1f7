import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSiteServer, readTarget } from './serve.ts';
import { writeBuiltIndex } from './write-built-index.ts';

const product = `<!doctype html><title>Gốm</title><p>${'Bình hoa sen Phù Lãng. '.repeat(80)}</p>`;
const handler = `
import { setTimeout as wait } from 'node:timers/promises';
export async function answerStamp(request) {
  if (request.url === '/T/1KEPT') return { status: 404, headers: { 'x-stamp-verdict': 'not-issued' }, body: 'stamp' };
  if (request.url === '/T/1NEW') return { view: 'to be laid out' };
  return null;
}
export async function handler(request, response, next, locals) {
  const url = new URL(request.url, 'http://x');
  if (url.pathname === '/gio-hang') {
    let body = '';
    for await (const chunk of request) body += chunk;
    response.writeHead(200, { 'content-type': 'text/html', 'x-method': request.method });
    return response.end('cart ' + body + ' ' + 'words '.repeat(500));
  }
  if (url.pathname === '/api/availability') {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'public, max-age=5' });
    return response.end('{}');
  }
  if (locals.stampPage) return response.end('laid out: ' + locals.stampPage.view);
  if (url.pathname === '/vo') throw new Error('broken');
  return next();
}`;

let distDir: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  distDir = await mkdtemp(path.join(tmpdir(), 'serve-test-'));
  const files: Record<string, string> = {
    'client/index.html': '<h1>Trang chủ</h1>',
    'client/en.html': '<h1>Home</h1>',
    'client/404.html': `<h1>Không có trang này</h1>`,
    'client/en/404.html': '<h1>No such page</h1>',
    'client/san-pham/gom.html': product,
    'client/_astro/site.abc123.css': 'body{color:#321}'.repeat(50),
    'client/robots.txt': 'User-agent: *',
    'server/entry.mjs': handler,
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(distDir, name)), { recursive: true });
    await writeFile(path.join(distDir, name), content);
  }
  await writeBuiltIndex(distDir);
  server = await createSiteServer({ distDir, siteUrl: 'http://ocop.example' });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(distDir, { recursive: true });
});

function get(target: string, init: RequestInit = {}) {
  return fetch(origin + target, { redirect: 'manual', ...init });
}

/** Bytes as sent, which fetch would unpack. */
function rawGet(
  target: string,
  headers: Record<string, string> = {},
): Promise<{ head: string; body: Buffer }> {
  const { hostname, port } = new URL(origin);
  const lines = Object.entries({ Host: 'x', Connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`),
    );
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('end', () => {
      const answer = Buffer.concat(chunks);
      const end = answer.indexOf('\r\n\r\n');
      resolve({ head: answer.subarray(0, end).toString(), body: answer.subarray(end + 4) });
    });
  });
}

describe('built pages', () => {
  it('are served under their clean address, in both languages', async () => {
    expect(await (await get('/')).text()).toContain('Trang chủ');
    expect(await (await get('/en')).text()).toContain('Home');
    const page = await get('/san-pham/gom');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('public, max-age=60');
    expect(await page.text()).toBe(product);
  });

  it('are sent compressed as the reader likes', async () => {
    const br = await rawGet('/san-pham/gom', { 'Accept-Encoding': 'gzip, br' });
    expect(br.head).toMatch(/content-encoding: br/i);
    expect(brotliDecompressSync(br.body).toString()).toBe(product);
    const gz = await rawGet('/san-pham/gom', { 'Accept-Encoding': 'gzip, br;q=0' });
    expect(gz.head).toMatch(/content-encoding: gzip/i);
    expect(gunzipSync(gz.body).toString()).toBe(product);
    const plain = await rawGet('/san-pham/gom');
    expect(plain.head).not.toMatch(/content-encoding/i);
    expect(plain.body.toString()).toBe(product);
  });

  it('answer 304 to whoever has them already', async () => {
    const etag = (await get('/san-pham/gom')).headers.get('etag') ?? '';
    const again = await get('/san-pham/gom', { headers: { 'If-None-Match': `W/"x", ${etag}` } });
    expect(again.status).toBe(304);
    expect(etag).toMatch(/^"|^W\/"/);
    expect(again.headers.get('etag')).toBe(etag);
    expect((await get('/san-pham/gom', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
  });

  it('answer HEAD without a body', async () => {
    const head = await get('/san-pham/gom', {
      method: 'HEAD',
      headers: { 'Accept-Encoding': 'identity' },
    });
    expect(head.status).toBe(200);
    expect(Number(head.headers.get('content-length'))).toBe(Buffer.byteLength(product));
    expect(await head.text()).toBe('');
  });

  it('cannot be posted to', async () => {
    const answer = await get('/san-pham/gom', {
      method: 'POST',
      headers: { Origin: 'http://ocop.example' },
      body: 'a=1',
    });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });

  it('keep hashed assets for good', async () => {
    expect((await get('/_astro/site.abc123.css')).headers.get('cache-control')).toContain('immutable');
  });
});

describe('addresses', () => {
  it.each([
    ['/san-pham/gom/', '/san-pham/gom'],
    ['/san-pham/gom/?q=1', '/san-pham/gom?q=1'],
    ['/san-pham/gom.html?q=1', '/san-pham/gom?q=1'],
    ['/index.html', '/'],
    ['//evil.example/x', '/evil.example/x'],
    ['/\\evil.example', '/evil.example'],
  ])('%s goes to %s', async (target, location) => {
    const { head } = await rawGet(target);
    expect(head).toMatch(/^HTTP\/1.1 301/);
    expect(head).toContain(`Location: ${location}\r\n`);
  });

  it.each([
    '/khong-co',
    '/404',
    '/../built.json',
    '/%2e%2e/built.json',
    '/server/entry.mjs',
    '/.well-known/x',
  ])('%s is answered with the 404 page', async (target) => {
    const { head, body } = await rawGet(target);
    expect(head).toMatch(/^HTTP\/1.1 404/);
    expect(head).toMatch(/cache-control: no-store/i);
    expect(body.toString()).toContain('Không có trang này');
  });

  it('tells unknown English pages in English', async () => {
    const answer = await get('/en/nothing');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('No such page');
  });

  it('refuses what cannot be decoded', async () => {
    expect((await get('/%E0%A4%A')).status).toBe(400);
  });

  it('keeps reading targets apart from hosts', () => {
    expect(readTarget('http://evil.example/')).toBeNull();
    expect(readTarget('/a?b=1?c')).toEqual({ pathname: '/a', search: '?b=1?c', redirect: null });
    expect(readTarget('/m%C3%A3?x')?.pathname).toBe('/mã');
  });
});

describe('on-demand pages', () => {
  it('take forms of our own pages only', async () => {
    const own = await get('/gio-hang', {
      method: 'POST',
      headers: { Origin: 'http://ocop.example' },
      body: 'sku=1',
    });
    expect(own.status).toBe(200);
    expect(await own.text()).toContain('cart sku=1');
    const foreign = await get('/gio-hang', {
      method: 'POST',
      headers: { Origin: 'http://evil.example' },
      body: 'sku=1',
    });
    expect(foreign.status).toBe(403);
    expect(await foreign.text()).toContain('not sent from our own page');
  });

  it('are private unless they say otherwise, and compressed', async () => {
    const { head } = await rawGet('/gio-hang', { 'Accept-Encoding': 'br' });
    expect(head).toMatch(/cache-control: private, no-cache/i);
    expect(head).toMatch(/content-encoding: br/i);
    expect((await get('/api/availability')).headers.get('cache-control')).toBe('public, max-age=5');
  });

  it('that break are answered calmly', async () => {
    const write = process.stderr.write.bind(process.stderr);
    let logged = '';
    process.stderr.write = (text: string | Uint8Array) => Boolean((logged += String(text)));
    const answer = await get('/vo').finally(() => (process.stderr.write = write));
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('Hệ thống gặp lỗi');
    expect(JSON.parse(logged)).toMatchObject({ level: 'error', method: 'GET', err: { message: 'broken' } });
  });
});

describe('stamps', () => {
  it('whose page is complete never come to Astro', async () => {
    const answer = await get('/T/1KEPT');
    expect([answer.status, answer.headers.get('x-stamp-verdict')]).toEqual([404, 'not-issued']);
    expect(await answer.text()).toBe('stamp');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(await (await get('/T/1KEPT', { method: 'HEAD' })).text()).toBe('');
  });

  it('whose page has to be laid out come to Astro with what was found', async () => {
    expect(await (await get('/T/1NEW')).text()).toBe('laid out: to be laid out');
  });

  it('are looked at by readers only', async () => {
    expect(
      (await get('/T/1KEPT', { method: 'POST', headers: { Origin: 'http://ocop.example' } })).status,
    ).toBe(404);
    expect(await (await get('/T/1KEPT', { method: 'DELETE' })).text()).not.toBe('stamp');
  });
});

describe('every answer', () => {
  it.each(['/', '/gio-hang', '/khong-co', '/healthz', '/san-pham/gom/'])(
    '%s carries the security headers',
    async (target) => {
      const { headers } = await get(target);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-/);
      expect(headers.get('permissions-policy')).toContain('camera=(self)');
    },
  );
});

describe('a folder without a finished build', () => {
  it('is refused with a way on', async () => {
    await expect(
      createSiteServer({ distDir: path.join(distDir, 'client'), siteUrl: origin }),
    ).rejects.toThrow('npm run build');
  });
});
