import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSiteServer } from './serve.ts';
import { readableSearch, readTarget } from './target.ts';
import { product, startTestSite, type TestSite } from './testing/built-site.ts';

let site: TestSite;
const get: TestSite['get'] = (target, init) => site.get(target, init);
const rawGet: TestSite['rawGet'] = (target, headers) => site.rawGet(target, headers);

beforeAll(async () => {
  site = await startTestSite();
});

afterAll(() => site.close());

it('delivers scans from the moment it listens', () => {
  expect(process.env.SCAN_DELIVERY).toBe('started');
});

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

  it('are found under a former address, in one step and with what was asked', async () => {
    for (const [from, to] of [
      ['/san-pham/gom-cu', '/san-pham/gom'],
      ['/en/san-pham/gom-cu', '/en/san-pham/gom'],
      ['/san-pham/gom-cu/?utm_source=zalo', '/san-pham/gom?utm_source=zalo'],
    ]) {
      const answer = await get(from ?? '');
      expect([answer.status, answer.headers.get('location')], from).toEqual([301, to]);
    }
    expect((await get('/san-pham/gom-cu', { method: 'HEAD' })).status).toBe(301);
    expect((await get('/san-pham/gom')).status, 'a page that is there goes first').toBe(200);
    expect((await get('/san-pham/gom-la')).status).toBe(404);
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

  it('are sent in no encoding that is refused, and as they are only where that is taken', async () => {
    const sentAs = async (accepted: string, target = '/san-pham/gom') => {
      const { head } = await rawGet(target, { 'Accept-Encoding': accepted });
      return /^HTTP\/1.1 200/.test(head)
        ? (/content-encoding: (\w+)/i.exec(head)?.[1] ?? 'identity')
        : head.slice(9, 12);
    };
    expect(await sentAs('br')).toBe('br');
    expect(await sentAs('*')).toBe('br');
    expect(await sentAs('br;q=0')).toBe('identity');
    expect(await sentAs('br;q=0, *')).toBe('gzip');
    expect(await sentAs('identity;q=0, gzip')).toBe('gzip');
    expect(await sentAs('identity;q=0')).toBe('406');
    // Too short for a compressed copy to be kept.
    expect(await sentAs('br', '/robots.txt')).toBe('identity');
    expect(await sentAs('br, identity;q=0', '/robots.txt')).toBe('br');
  });

  it('are sent in part to whoever asks for a part of what they are now', async () => {
    const whole = Buffer.from(product);
    const part = await rawGet('/san-pham/gom', { Range: 'bytes=10-19', 'Accept-Encoding': 'gzip, br' });
    expect(part.head).toMatch(/^HTTP\/1.1 206/);
    expect(part.head).toContain(`Content-Range: bytes 10-19/${whole.length}`);
    expect(part.head).toContain('Content-Length: 10');
    expect(part.head).not.toMatch(/content-encoding/i);
    expect(part.body).toEqual(whole.subarray(10, 20));
    const etag = /etag: (\S+)/i.exec(part.head)?.[1] ?? '';
    const rest = await rawGet('/san-pham/gom', { Range: 'bytes=20-', 'If-Range': etag });
    expect(rest.body).toEqual(whole.subarray(20));
    const changed = await rawGet('/san-pham/gom', { Range: 'bytes=20-', 'If-Range': '"older"' });
    expect(changed.head).toMatch(/^HTTP\/1.1 200/);
    expect(changed.body).toEqual(whole);
    const behind = await rawGet('/san-pham/gom', { Range: 'bytes=999999-' });
    expect(behind.head).toMatch(/^HTTP\/1.1 416/);
    expect(behind.head).toContain(`Content-Range: bytes */${whole.length}`);
    const several = await rawGet('/san-pham/gom', { Range: 'bytes=0-1,4-5' });
    expect(several.body).toEqual(whole);
    const encoded = await rawGet('/san-pham/gom', {
      Range: 'bytes=0-',
      'Accept-Encoding': 'br, identity;q=0',
    });
    expect(encoded.head).toMatch(/^HTTP\/1.1 206[^]*content-encoding: br/i);
    expect(brotliDecompressSync(encoded.body).toString()).toBe(product);
    expect((await rawGet('/san-pham/gom')).head).toMatch(/accept-ranges: bytes/i);
    expect((await rawGet('/khong-co', { Range: 'bytes=0-1' })).head).toMatch(/^HTTP\/1.1 404/);
    const known = await rawGet('/san-pham/gom', { Range: 'bytes=0-1', 'If-None-Match': etag });
    expect(known.head).toMatch(/^HTTP\/1.1 304/);
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
    ['/SAN-PHAM/Gom?q=A', '/san-pham/gom?q=A'],
    ['/EN', '/en'],
    ['/vi', '/'],
    ['/vi/', '/vi'],
    ['/vi/san-pham/gom', '/san-pham/gom'],
    ['/Gio-Hang', '/gio-hang'],
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
    expect(readTarget('/T/%EF%BF%BD')).toBeNull();
  });
});

it.each([
  ['?q=g%E1%BB%91m&sao=3', '?q=g%E1%BB%91m&sao=3'],
  ['?q=a+%E0%A4+b&sao=3', '?q=a++b&sao=3'],
  ['?ma=1%002&%FF=x', '?ma=12&=x'],
  ['?q=%EF%BF%BD', '?q='],
  ['', ''],
])('what cannot be read as text is taken out of %j', (sent, kept) => {
  expect(readableSearch(sent)).toBe(kept);
});

describe('a form sent to an address with a slash too many', () => {
  it.each(['/gio-hang/', '//gio-hang', '/gio-hang//?x=1'])(
    '%s is sent on with its fields',
    async (target) => {
      const own = { Origin: 'http://ocop.example' };
      const answer = await get(target, { method: 'POST', headers: own, body: 'sku=1' });
      expect(answer.status).toBe(308);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const followed = await get(target, { method: 'POST', headers: own, body: 'sku=1', redirect: 'follow' });
      expect(await followed.text()).toContain('cart sku=1');
      expect(followed.headers.get('x-method')).toBe('POST');
    },
  );

  it('is refused afterwards where it is a foreign one', async () => {
    const foreign = { Origin: 'http://evil.example' };
    const answer = await get('/gio-hang/', {
      method: 'POST',
      headers: foreign,
      body: 'sku=1',
      redirect: 'follow',
    });
    expect(answer.status).toBe(403);
  });
});

describe('a folder without a finished build', () => {
  it('is refused with a way on', async () => {
    await expect(
      createSiteServer({ distDir: path.join(site.distDir, 'client'), siteUrl: site.origin }),
    ).rejects.toThrow('npm run build');
  });
});
