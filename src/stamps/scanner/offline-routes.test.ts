import { describe, expect, it } from 'vitest';
import { offlineRoute } from './offline-routes.ts';

const origin = 'https://cho.example';
const code = '0123456789ABCDEFGHJK';
const signature = 'A'.repeat(103);
const route = (path: string, { mode = 'navigate', method = 'GET' } = {}) =>
  offlineRoute(
    { method, mode, url: path.startsWith('http') ? path : origin + path },
    ['/_astro/a.js'],
    origin,
  );

describe('the offline worker', () => {
  it.each([
    ['/tem', '/tem'],
    ['/tem?ma=1', '/tem'],
    ['/en/tem', '/en/tem'],
    [`/T/${code}`, '/tem'],
    [`/en/T/${code}`, '/en/tem'],
    [`/01/09506000134352/21/${code}`, '/tem'],
    [`/${signature}/01/09506000134352/21/0123456789`, '/tem'],
    [`/en/${signature}/T/0123456789`, '/en/tem'],
  ])('stands in for %s with the scanner at %s', (path, shell) => {
    expect(route(path)).toEqual({ kind: 'page', shell });
  });

  it('keeps its own files and the public keys', () => {
    expect(route('/_astro/a.js', { mode: 'cors' })).toEqual({ kind: 'asset' });
    expect(route('/.well-known/jwks.json', { mode: 'cors' })).toEqual({ kind: 'keys' });
  });

  it.each([
    '/',
    '/gio-hang',
    '/thanh-toan',
    '/don-hang/order_1.abc',
    '/en/gio-hang',
    '/san-pham/x',
    '/tem/x',
    '/bao-lai',
    '/app/orders',
    '/01/09506000134352',
    '/.well-known/jwks.json',
    'https://evil.example/tem',
  ])('stays out of opening %s', (path) => expect(route(path)).toBeNull());

  it.each(['/api/availability', `/T/${code}`, '/tem', '/_astro/b.js', 'https://evil.example/_astro/a.js'])(
    'stays out of fetching %s',
    (path) => expect(route(path, { mode: 'cors' })).toBeNull(),
  );

  it('stays out of whatever changes something', () => {
    for (const path of ['/tem', `/T/${code}`, '/_astro/a.js'])
      expect(route(path, { method: 'POST' })).toBeNull();
  });
});
