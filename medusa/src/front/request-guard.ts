/**
 * What a request has to show before Medusa sees it. A browser sends a staff member's cookie with any
 * request to this server that a page of the same site makes, and `SameSite=Lax` takes another port or
 * sub-domain for the same site; and Medusa reads bodies that every form may send. So two things are asked
 * of whatever changes something:
 *
 * - with a cookie it comes from this server's own pages: Origin, else Referer, else Sec-Fetch-Site say so
 * - its body is of a type the route reads, JSON unless the table below says otherwise; no form of another
 *   site can send those without asking first (CORS), which is refused
 *
 * A program with a bearer token or a secret key carries no cookie and is asked for the second alone.
 */

/** A request as the guard reads it. */
export interface GuardedRequest {
  method: string;
  /** As it stands in the request line. */
  url: string;
  /** A request header by its name in lower case; '' where it was not sent. */
  header(name: string): string;
}

/** Why a request is turned away; `message` says what to do next. */
export interface Refusal {
  status: 400 | 403 | 404 | 411 | 413 | 415;
  reason: string;
  message: string;
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const json = ['application/json'];
const multipart = ['multipart/form-data'];

/** Routes that read something else than JSON: an address in lower case, and the types it reads. */
const otherBodies: Readonly<Record<string, readonly string[]>> = {
  '/admin/uploads': multipart,
  '/admin/traceability/events': [...json, 'application/ld+json', 'application/octet-stream'],
  '/admin/traceability/events/table': [
    'application/octet-stream',
    'text/csv',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
};

/** Replaced by `/admin/products/imports`, which reads its table by the piece and not at one go. */
const closed = new Set(['/admin/products/import']);

/** The largest upload in bytes: Medusa holds the whole of it in memory, several times over. */
export const UPLOAD_BYTES = 16 * 1024 * 1024;

/**
 * The path of a request as Medusa's routes and its file server understand it: decoded, in lower case,
 * without doubled or trailing slashes; null for what is no path.
 */
export function plainPath(url: string): string | null {
  if (!url.startsWith('/')) return null;
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
    const segments = path.split(/[/\\]+/).filter((segment) => segment !== '' && segment !== '.');
    return `/${segments.join('/')}`.toLowerCase();
  } catch {
    return null;
  }
}

/** The origins this server is reached at by browsers: its own, and where that is this machine, its other names. */
export function ownOrigins(medusaUrl: string): ReadonlySet<string> {
  const url = new URL(medusaUrl);
  const loopback = ['localhost', '127.0.0.1', '[::1]'];
  const names = loopback.includes(url.hostname) ? loopback : [url.hostname];
  const port = url.port === '' ? '' : `:${url.port}`;
  return new Set(names.map((name) => `${url.protocol}//${name}${port}`));
}

/** Null where a request may pass. */
export function refusalOf(request: GuardedRequest, own: ReadonlySet<string>): Refusal | null {
  const path = plainPath(request.url);
  if (path === null) {
    return { status: 400, reason: 'no-path', message: 'The address is no path of this server.' };
  }
  const segments = path.split('/');
  const isPrivate = segments[1] === 'static' && segments.some((name) => name.startsWith('private-'));
  if (segments.includes('..') || isPrivate || closed.has(path)) {
    return { status: 404, reason: 'not-offered', message: 'This server has no such address.' };
  }
  if (safeMethods.has(request.method)) return null;
  return fromElsewhere(request, own) ?? unreadable(request, path);
}

function fromElsewhere({ header }: GuardedRequest, own: ReadonlySet<string>): Refusal | null {
  const credentials = /^(bearer|basic) /i.test(header('authorization')) || header('x-site-key') !== '';
  const cookie = header('cookie') !== '';
  if (!cookie && credentials) return null;
  const from = origin(header);
  if (from === 'none' ? !cookie : from === 'own' || own.has(from)) return null;
  const [named] = own;
  return {
    status: 403,
    reason: 'foreign-origin',
    message:
      `Nothing was changed. This request did not come from a page of ${named}: open the staff screens ` +
      'at that address (MEDUSA_URL). A program sends a token or a key instead of a cookie.',
  };
}

/** Where a request came from: an origin, 'own', 'foreign', or 'none' where nothing says so. */
function origin(header: GuardedRequest['header']): string {
  const sent = header('origin');
  if (sent !== '') return sent === 'null' ? 'foreign' : sent;
  const referer = header('referer');
  if (referer !== '') return URL.canParse(referer) ? new URL(referer).origin : 'foreign';
  const site = header('sec-fetch-site');
  if (site === '') return 'none';
  return site === 'same-origin' ? 'own' : 'foreign';
}

function unreadable({ header }: GuardedRequest, path: string): Refusal | null {
  const length = header('content-length');
  const hasBody = header('transfer-encoding') !== '' || (length !== '' && Number(length) !== 0);
  if (!hasBody) return null;
  const type = header('content-type').replace(/;.*$/s, '').trim().toLowerCase();
  const types = otherBodies[path] ?? json;
  if (!types.includes(type)) {
    return {
      status: 415,
      reason: 'body-type',
      message: `Nothing was changed. Send the body as ${types.join(' or ')}, and say so in Content-Type.`,
    };
  }
  if (types !== multipart) return null;
  if (length === '') {
    return { status: 411, reason: 'no-length', message: 'Say the length of an upload in Content-Length.' };
  }
  if (Number(length) <= UPLOAD_BYTES) return null;
  const most = UPLOAD_BYTES / 1024 / 1024;
  return {
    status: 413,
    reason: 'too-large',
    message: `Nothing was saved. An upload may be ${most} MB at most: make the picture smaller, or send fewer at once.`,
  };
}
