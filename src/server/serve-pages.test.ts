import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSite, type TestSite } from './testing/built-site.ts';

let site: TestSite;
const get: TestSite['get'] = (target, init) => site.get(target, init);
const rawGet: TestSite['rawGet'] = (target, headers) => site.rawGet(target, headers);

beforeAll(async () => {
  site = await startTestSite();
});

afterAll(() => site.close());

describe('on-demand pages', () => {
  it('are answered where they are listed only', async () => {
    expect((await get('/khong-ghi')).status).toBe(404);
    expect((await get('/_image?href=x')).status).toBe(404);
    expect((await get('/en/api/availability')).status).toBe(404);
  });

  it('are answered with the listed methods only', async () => {
    const own = { Origin: 'http://ocop.example' };
    const posted = await get('/api/availability', { method: 'POST', headers: own });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const put = await get('/gio-hang', { method: 'PUT', headers: own });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

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

  it('are sent in no encoding that is refused; nothing is done where none is taken', async () => {
    const { head } = await rawGet('/gio-hang', { 'Accept-Encoding': 'br;q=0, *' });
    expect(head).toMatch(/content-encoding: gzip/i);
    expect((await rawGet('/gio-hang', { 'Accept-Encoding': 'br;q=0' })).head).not.toMatch(
      /content-encoding/i,
    );
    const short = await rawGet('/api/availability', { 'Accept-Encoding': 'br, identity;q=0' });
    const json = await rawGet('/T/1KEPT', { 'Accept-Encoding': '*;q=0' });
    expect(short.head).toMatch(/content-encoding: br/i);
    expect(json.head).toMatch(/^HTTP\/1.1 406/);
    const links = await rawGet('/01/09506000134352', { 'Accept-Encoding': 'br, identity;q=0' });
    expect(links.head).toMatch(/content-encoding: br/i);
  });

  it('that break are answered calmly', async () => {
    const write = process.stderr.write.bind(process.stderr);
    let logged = '';
    process.stderr.write = (text: string | Uint8Array) => Boolean((logged += String(text)));
    const answer = await get('/tim-kiem?q=0912345678').finally(() => (process.stderr.write = write));
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('Hệ thống gặp lỗi');
    expect(JSON.parse(logged)).toMatchObject({
      level: 'error',
      method: 'GET',
      route: '/tim-kiem',
      err: { message: 'broken' },
    });
    expect(logged).not.toContain('0912345678');
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
    const own = { Origin: 'http://ocop.example' };
    expect((await get('/T/1KEPT', { method: 'POST', headers: own })).status).toBe(405);
    expect((await get('/T/1KEPT', { method: 'DELETE', headers: own })).status).toBe(405);
    expect((await get('/T/1KEPT', { method: 'DELETE' })).status).toBe(403);
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
