import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSiteServer } from '../serve.ts';
import { writeBuiltIndex } from '../write-built-index.ts';

export const product = `<!doctype html><title>Gốm</title><p>${'Bình hoa sen Phù Lãng. '.repeat(80)}</p>`;
export const metricsToken = 'a token of the metrics, long enough';
/** Stands for the build's entry: the real metrics, and pages that are easy to tell apart. */
const entry = `
export { countCacheLookup, httpDuration, httpRequests, measureProcess, metrics } from '${path.resolve('src/log/metrics.ts')}';
let probes = 0;
export async function readiness() {
  probes += 1;
  return { status: globalThis.testReadiness ?? 'ok', checks: {}, probes };
}
export async function resolveDigitalLink({ url }) {
  if (new URL(url).pathname !== '/01/09506000134352') return null;
  return new Response('links', { status: 200, headers: { 'cache-control': 'public, max-age=300' } });
}
export function startScanDelivery() {
  process.env.SCAN_DELIVERY = 'started';
}
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
  if (url.pathname === '/tim-kiem') throw new Error('broken');
  if (url.pathname === '/khong-ghi') return response.end('not listed');
  return next();
}`;

/** A small built site, served on a free port. */
export interface TestSite {
  distDir: string;
  origin: string;
  /** Asks as a browser does that follows no redirect. */
  get(target: string, init?: RequestInit): Promise<Response>;
  /** Bytes as sent, which fetch would unpack; and targets that fetch would tidy up. */
  rawGet(target: string, headers?: Record<string, string>): Promise<{ head: string; body: Buffer }>;
  drain(): void;
  close(): Promise<void>;
}

export async function startTestSite(): Promise<TestSite> {
  const distDir = await mkdtemp(path.join(tmpdir(), 'serve-test-'));
  const files: Record<string, string> = {
    'client/index.html': '<h1>Trang chủ</h1>',
    'client/en.html': '<h1>Home</h1>',
    'client/404.html': `<h1>Không có trang này</h1>`,
    'client/en/404.html': '<h1>No such page</h1>',
    'client/san-pham/gom.html': product,
    'client/_astro/site.abc123.css': 'body{color:#321}'.repeat(50),
    'client/robots.txt': 'User-agent: *',
    'server/entry.mjs': entry,
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(distDir, name)), { recursive: true });
    await writeFile(path.join(distDir, name), content);
  }
  const redirects = {
    '/san-pham/gom-cu': '/san-pham/gom',
    '/en/san-pham/gom-cu': '/en/san-pham/gom',
    '/san-pham/gom': '/khong-bao-gio',
  };
  await writeBuiltIndex(distDir, { redirects });
  const { server, drain } = await createSiteServer({ distDir, siteUrl: 'http://ocop.example', metricsToken });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    distDir,
    origin,
    drain,
    get: (target, init = {}) => fetch(origin + target, { redirect: 'manual', ...init }),
    rawGet: (target, headers) => rawGet(port, target, headers),
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(distDir, { recursive: true });
    },
  };
}

function rawGet(
  port: number,
  target: string,
  headers: Record<string, string> = {},
): Promise<{ head: string; body: Buffer }> {
  const lines = Object.entries({ Host: 'x', Connection: 'close', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
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
