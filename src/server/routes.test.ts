import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { routesDocument } from './routes-table.ts';
import { builtPages, fileRoutes, onDemandRoute, onDemandRoutes, unlistedRoutes } from './routes.ts';
import { cacheRule } from './static-files.ts';

describe('onDemandRoute', () => {
  it.each([
    ['/gio-hang', '/gio-hang'],
    ['/en/gio-hang', '/gio-hang'],
    ['/01/09506000134352/21/1ABCDEF', '/01/{gtin}/21/{code}'],
    ['/en/01/09506000134352/21/1ABCDEF', '/01/{gtin}/21/{code}'],
    [`/${'A'.repeat(103)}/01/09506000134352/21/1ABCDEF`, '/01/{gtin}/21/{code}'],
    [`/en/${'A'.repeat(103)}/01/09506000134352/21/1ABCDEF`, '/01/{gtin}/21/{code}'],
    ['/tem/2026/01/09506000134352/21/1ABCDEF', '/01/{gtin}/21/{code}'],
    ['/T/1ABCDEF', '/T/{code}'],
    ['/a/b/T/1ABCDEF', '/T/{code}'],
    ['/don-hang', '/don-hang'],
    ['/don-hang/order_1.abc', '/don-hang/{token}'],
    ['/don-hang/order_1.abc/vietqr.png', '/don-hang/{token}/vietqr.png'],
    ['/dang-nhap/abc', '/dang-nhap/{token}'],
    ['/en/loi-moi/2222', '/loi-moi/{invitation}'],
    ['/nha-san-xuat/order_1', '/nha-san-xuat/{order}'],
    ['/nha-san-xuat/order_1/phieu', '/nha-san-xuat/{order}/phieu'],
    ['/hooks/payment/sepay', '/hooks/payment/{service}'],
    ['/api/epcis/lots/L-1', '/api/epcis/lots/{lot}'],
    ['/.well-known/jwks.json', '/.well-known/jwks.json'],
  ])('%s is %s', (pathname, pattern) => expect(onDemandRoute(pathname)?.pattern).toBe(pattern));

  it.each([
    '/',
    '/en',
    '/san-pham/gom',
    '/_image',
    '/_server-islands/x',
    '/en/api/search',
    '/api/searching',
    '/gio-hang/x',
    '/don-hang/a/b',
    '/a/b/tem',
    '/a/b/T',
    '/fr/gio-hang',
  ])('%s is none', (pathname) => expect(onDemandRoute(pathname)).toBeNull());
});

describe('a build', () => {
  const listed = [
    ...onDemandRoutes.map(({ built }) => ({ pattern: built ?? '', isPrerendered: false })),
    ...builtPages.map((pattern) => ({ pattern, isPrerendered: true })),
    { pattern: '/_image', isPrerendered: false },
  ];

  it('of listed routes passes', () => expect(unlistedRoutes(listed)).toEqual([]));

  it('with a route nobody listed does not', () => {
    expect(unlistedRoutes([...listed, { pattern: '/api/new', isPrerendered: false }])).toEqual(['/api/new']);
  });

  it('with a page that was built and now is made on demand does not', () => {
    const [page = ''] = builtPages;
    expect(unlistedRoutes([{ pattern: page, isPrerendered: false }])).toEqual([page]);
  });
});

it('files are cached as the list says', () => {
  expect(cacheRule('san-pham/gom.html')).toBe(fileRoutes.page.cacheControl);
  expect(cacheRule('_astro/a.123.js')).toBe(fileRoutes.asset.cacheControl);
  expect(cacheRule('favicon.ico')).toBe(fileRoutes.file.cacheControl);
});

it('docs/routes.md is in step: if not, run npm run docs:routes', async () => {
  expect(await readFile('docs/routes.md', 'utf8')).toBe(routesDocument());
});
