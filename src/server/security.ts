import type { IncomingMessage } from 'node:http';

/** What decides the security headers: fixed for one running site. */
export interface SecuritySettings {
  siteUrl: string;
  /** CSP sources of the inline scripts in the built pages. */
  inlineScripts: readonly string[];
  /** Public address of uploaded pictures, where they live elsewhere. */
  picturesUrl?: string | undefined;
}

/** Headers every answer carries. */
export function securityHeaders(settings: SecuritySettings): Record<string, string> {
  const secure = settings.siteUrl.startsWith('https:');
  return {
    'Content-Security-Policy': contentSecurityPolicy(settings),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy':
      'camera=(self), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  };
}

/**
 * Scripts run from our own files or by hash only; WebAssembly, which the stamp reader is made of, may be
 * compiled by such a script, and its bytes too come from our own files only (connect-src). Text is
 * never made into code; style attributes stay allowed because generated
 * illustrations and charts set custom properties on elements.
 */
export function contentSecurityPolicy(settings: SecuritySettings): string {
  const pictures = settings.picturesUrl ? [new URL(settings.picturesUrl).origin] : [];
  const directives: [string, ...string[]][] = [
    ['default-src', "'self'"],
    ['script-src', "'self'", "'wasm-unsafe-eval'", ...settings.inlineScripts],
    ['style-src', "'self'", "'unsafe-inline'"],
    ['img-src', "'self'", 'data:', 'blob:', ...pictures],
    ['font-src', "'self'"],
    ['connect-src', "'self'"],
    ['media-src', "'self'", 'blob:'],
    ['worker-src', "'self'", 'blob:'],
    ['manifest-src', "'self'"],
    ['form-action', "'self'"],
    ['base-uri', "'none'"],
    ['object-src', "'none'"],
    ['frame-ancestors', "'none'"],
  ];
  if (settings.siteUrl.startsWith('https:')) directives.push(['upgrade-insecure-requests']);
  return directives.map((directive) => directive.join(' ')).join('; ');
}

const safeMethods: readonly (string | undefined)[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request that changes something comes from our own pages. Hosts are compared without
 * their scheme: behind a proxy that ends TLS this server sees http while the page was https.
 */
export function isFromOwnPages(
  request: Pick<IncomingMessage, 'method' | 'headers'>,
  siteUrl: string,
): boolean {
  if (safeMethods.includes(request.method)) return true;
  const { origin, host, referer } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site') return false;
  const source = origin !== undefined && origin !== 'null' ? origin : referer;
  // In-app browsers that hide the origin still say where the request came from.
  if (source === undefined) return site === 'same-origin';
  if (!URL.canParse(source)) return false;
  const sourceHost = new URL(source).host;
  return sourceHost === new URL(siteUrl).host || sourceHost === host;
}
