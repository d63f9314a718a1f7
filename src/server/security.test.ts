import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, isFromOwnPages, securityHeaders } from './security.ts';

const site = 'https://ocop.example';

function post(headers: Record<string, string>) {
  return isFromOwnPages({ method: 'POST', headers }, site);
}

describe('isFromOwnPages', () => {
  it('lets reading through whatever it comes from', () => {
    expect(isFromOwnPages({ method: 'GET', headers: { origin: 'https://evil.example' } }, site)).toBe(true);
    expect(isFromOwnPages({ method: 'HEAD', headers: {} }, site)).toBe(true);
  });

  it('accepts a form of the public site, also behind a proxy that ends TLS', () => {
    expect(post({ origin: site, host: 'ocop.example' })).toBe(true);
    expect(post({ origin: site, host: '10.0.0.7:4321' })).toBe(true);
  });

  it('accepts a form of the address it is reached under', () => {
    expect(post({ origin: 'http://192.168.1.20:4321', host: '192.168.1.20:4321' })).toBe(true);
  });

  it.each([
    ['another site', { origin: 'https://evil.example', host: 'ocop.example' }],
    ['another port', { origin: 'https://ocop.example:8443', host: 'ocop.example' }],
    [
      'a site whose name begins like ours',
      { origin: 'https://ocop.example.evil.example', host: 'ocop.example' },
    ],
    ['a hidden origin', { origin: 'null', host: 'ocop.example' }],
    ['nothing at all', { host: 'ocop.example' }],
    ['a sibling, as the browser says', { origin: site, host: 'ocop.example', 'sec-fetch-site': 'same-site' }],
    ['nonsense', { origin: '%%%', host: 'ocop.example' }],
  ])('refuses a form of %s', (_case, headers) => expect(post(headers)).toBe(false));

  it('accepts a hidden origin where the browser itself vouches for it', () => {
    expect(post({ origin: 'null', host: 'ocop.example', 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(post({ host: 'ocop.example', referer: `${site}/gio-hang` })).toBe(true);
  });
});

describe('securityHeaders', () => {
  it('allows scripts only from our files and by hash', () => {
    const policy = contentSecurityPolicy({ siteUrl: site, inlineScripts: ["'sha256-abc'"] });
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' 'sha256-abc';");
    expect(policy.match(/script-src[^;]*/)?.[0]).not.toMatch(/'unsafe-(inline|eval|hashes)'/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('insists on https only where the site is served over it', () => {
    expect(securityHeaders({ siteUrl: site, inlineScripts: [] })).toHaveProperty('Strict-Transport-Security');
    const local = securityHeaders({ siteUrl: 'http://localhost:4321', inlineScripts: [] });
    expect(local).not.toHaveProperty('Strict-Transport-Security');
    expect(local['Content-Security-Policy']).not.toContain('upgrade-insecure-requests');
  });

  it('lets pictures come from the object store', () => {
    const policy = contentSecurityPolicy({
      siteUrl: site,
      inlineScripts: [],
      picturesUrl: 'https://files.example/bucket',
    });
    expect(policy).toContain("img-src 'self' data: blob: https://files.example;");
  });
});
