import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownOrigins, plainPath, refusalOf, UPLOAD_BYTES } from './request-guard.ts';
import { responseHeaders } from './response-headers.ts';

const own = ownOrigins('https://commerce.example.vn');
const json = { 'content-type': 'application/json', 'content-length': '2' };

function asked(headers: Record<string, string>, url = '/admin/traceability/recalls', method = 'POST') {
  const refusal = refusalOf({ method, url, header: (name) => headers[name] ?? '' }, own);
  return refusal?.reason ?? 'passes';
}

describe('a request that changes something and carries a cookie', () => {
  it.each([
    ['from its own page', { origin: 'https://commerce.example.vn' }, 'passes'],
    ['from another port', { origin: 'https://commerce.example.vn:8443' }, 'foreign-origin'],
    ['from a sub-domain', { origin: 'https://shop.commerce.example.vn' }, 'foreign-origin'],
    ['without encryption', { origin: 'http://commerce.example.vn' }, 'foreign-origin'],
    ['from a sandbox', { origin: 'null' }, 'foreign-origin'],
    ['by its referer alone', { referer: 'https://commerce.example.vn/app/orders' }, 'passes'],
    ['by a foreign referer', { referer: 'https://commerce.example.vn.evil.example/' }, 'foreign-origin'],
    ['by a referer that is none', { referer: 'somewhere' }, 'foreign-origin'],
    ['by Sec-Fetch-Site', { 'sec-fetch-site': 'same-origin' }, 'passes'],
    ['of the same site', { 'sec-fetch-site': 'same-site' }, 'foreign-origin'],
    [
      'whose Origin counts more than the rest',
      {
        origin: 'https://evil.example',
        referer: 'https://commerce.example.vn/',
        'sec-fetch-site': 'same-origin',
      },
      'foreign-origin',
    ],
    ['that says nothing of itself', {}, 'foreign-origin'],
    [
      'with a token beside it',
      { authorization: 'Bearer x', origin: 'https://evil.example' },
      'foreign-origin',
    ],
  ] as [string, Record<string, string>, string][])('%s', (_case, headers, expected) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'post', 'MKCOL']) {
      expect(asked({ cookie: 'connect.sid=s', ...json, ...headers }, undefined, method)).toBe(expected);
    }
  });
});

it('a program with a token or a key and no cookie passes, whatever it says of its origin', () => {
  for (const key of ['Bearer x', 'Basic c2tfeA==']) {
    expect(asked({ ...json, authorization: key })).toBe('passes');
    expect(asked({ ...json, authorization: key, origin: 'https://elsewhere.example' })).toBe('passes');
  }
  expect(asked({ ...json, 'x-site-key': 'k' }, '/site/scans')).toBe('passes');
});

it('signing in is not done for somebody by another page', () => {
  expect(asked(json, '/auth/user/emailpass')).toBe('passes');
  expect(asked({ ...json, origin: 'https://evil.example' }, '/auth/user/emailpass')).toBe('foreign-origin');
});

it('what only reads passes', () => {
  for (const method of ['GET', 'HEAD', 'OPTIONS']) {
    expect(asked({ cookie: 'a=b', origin: 'https://evil.example' }, undefined, method)).toBe('passes');
  }
});

describe('a body', () => {
  const staff = { cookie: 'a=b', origin: 'https://commerce.example.vn', 'content-length': '9' };

  it.each([
    ['/admin/traceability/recalls', 'application/json; charset=utf-8', 'passes'],
    ['/admin/traceability/recalls', 'application/x-www-form-urlencoded', 'body-type'],
    ['/admin/traceability/recalls', 'text/plain', 'body-type'],
    ['/admin/traceability/recalls', 'text/plain; application/json', 'body-type'],
    ['/admin/traceability/recalls', 'multipart/form-data; boundary=x', 'body-type'],
    ['/admin/traceability/recalls', '', 'body-type'],
    ['/ADMIN//Uploads/?x=1', 'multipart/form-data; boundary=x', 'passes'],
    ['/admin/uploads', 'application/json', 'body-type'],
    ['/admin/products/imports', 'multipart/form-data; boundary=x', 'body-type'],
    ['/admin/traceability/events', 'application/ld+json', 'passes'],
    ['/admin/traceability/events/table', 'application/octet-stream', 'passes'],
    ['/admin/traceability/events/table', 'text/plain', 'body-type'],
  ])('to %s of type %j: %s', (url, type, expected) => {
    expect(asked({ ...staff, 'content-type': type }, url)).toBe(expected);
  });

  it('of unknown length is a body', () => {
    const { 'content-length': _, ...open } = staff;
    const chunked = { ...open, 'transfer-encoding': 'chunked' };
    expect(asked({ ...chunked, 'content-type': 'text/plain' })).toBe('body-type');
    expect(asked({ ...chunked, 'content-type': 'application/json' })).toBe('passes');
    expect(asked({ ...chunked, 'content-type': 'multipart/form-data' }, '/admin/uploads')).toBe('no-length');
  });

  it('that is uploaded has its bound', () => {
    const upload = (length: number) =>
      asked(
        { ...staff, 'content-type': 'multipart/form-data', 'content-length': String(length) },
        '/admin/uploads',
      );
    expect([upload(UPLOAD_BYTES), upload(UPLOAD_BYTES + 1)]).toEqual(['passes', 'too-large']);
  });

  it('none at all needs no type', () => {
    expect(asked({ cookie: 'a=b', origin: 'https://commerce.example.vn' })).toBe('passes');
    expect(asked({ ...staff, 'content-length': '0' })).toBe('passes');
  });
});

it.each([
  ['/static/private-1-orders.csv', 'not-offered'],
  ['/static/%70rivate-1-orders.csv', 'not-offered'],
  ['/Static//./private-1-orders.csv?x', 'not-offered'],
  ['/static/a/private-1.csv', 'not-offered'],
  ['/static/../static/private-1.csv', 'not-offered'],
  ['/static/a%2f..%2fprivate-1.csv', 'not-offered'],
  ['/admin/Products/import/', 'not-offered'],
  ['/static/%zz', 'no-path'],
  ['http://elsewhere.example/static/a.png', 'no-path'],
  ['/static/1-private-view.png', 'passes'],
])('%s: %s', (url, expected) => {
  expect(asked({}, url, 'GET')).toBe(expected);
});

it('reads every path without throwing', () => {
  fc.assert(fc.property(fc.string(), (text) => void plainPath(`/${text}`)));
});

it('knows this machine under its three names, at its own port alone', () => {
  expect([...ownOrigins('http://localhost:9000')]).toEqual([
    'http://localhost:9000',
    'http://127.0.0.1:9000',
    'http://[::1]:9000',
  ]);
  expect([...ownOrigins('https://commerce.example.vn/')]).toEqual(['https://commerce.example.vn']);
});

describe('the headers of an answer', () => {
  it.each(['/static/a.svg', '/static/a.html', '/static/a.png.svg', '/STATIC/a.csv', '/static/a'])(
    '%s is saved, never shown, and runs nothing',
    (url) => {
      expect(responseHeaders(url, [])).toMatchObject({
        'content-disposition': 'attachment',
        'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
        'x-content-type-options': 'nosniff',
      });
    },
  );

  it('a picture is shown', () => {
    const headers = responseHeaders('/static/1-a.JPG?x', []);
    expect(headers).not.toHaveProperty('content-disposition');
    expect(headers['content-security-policy']).toMatch(/sandbox/);
  });

  it.each(['/app', '/app/orders', '/admin/orders', '/auth/session', '/', '/static/a.png', '/%zz'])(
    'nobody frames %s',
    (url) => {
      const headers = responseHeaders(url, ['https://files.example.vn']);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers['x-frame-options']).toBe('DENY');
    },
  );
});
