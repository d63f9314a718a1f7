import { plainPath } from './request-guard.ts';

/** Pictures that a browser shows as pictures and never reads as a document. */
const rasterFile = /\.(png|jpe?g|webp|avif)$/;

const policies = {
  /** Answers to programs: nothing in them is to be shown. */
  api: "default-src 'none'; frame-ancestors 'none'",
  /** Uploaded files: whatever one of them is, it runs nothing and belongs to no origin. */
  files: "sandbox; default-src 'none'; frame-ancestors 'none'",
};

/** The staff screens: Medusa's own files alone; styles are also written by its libraries, in the page. */
function screensPolicy(storeOrigins: readonly string[]): string {
  const store = storeOrigins.map((origin) => ` ${origin}`).join('');
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${store}`,
    "font-src 'self' data:",
    `connect-src 'self'${store}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The headers every answer begins with; a route may set its own over them.
 * @param url as it stands in the request line
 * @param storeOrigins of the object store, where pictures are kept in one
 */
export function responseHeaders(url: string, storeOrigins: readonly string[]): Record<string, string> {
  const path = plainPath(url) ?? '/';
  const [, room] = path.split('/');
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // To its own pages the whole address: the invitation page shows its token by it.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'content-security-policy': room === 'app' ? screensPolicy(storeOrigins) : policies.api,
  };
  // Pictures of goods are shown by other sites as well.
  if (room !== 'static') return { ...headers, 'cross-origin-resource-policy': 'same-origin' };
  headers['content-security-policy'] = policies.files;
  // Younger than the list of types in Medusa's file server.
  if (path.endsWith('.avif')) headers['content-type'] = 'image/avif';
  if (!rasterFile.test(path)) headers['content-disposition'] = 'attachment';
  return headers;
}
