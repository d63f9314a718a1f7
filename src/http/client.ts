import { createHmac } from 'node:crypto';
import { isIP, isIPv6 } from 'node:net';
import type { StampPosition } from '@ocop/rules/stamps/stamp-code';

/** What a request tells of the one who asks; used at once and never kept. */
export interface Visitor {
  method: string;
  address: string;
  userAgent: string;
  language: string;
  /** `Sec-Purpose`, `Purpose`, `X-Purpose` or `X-Moz`, where the browser loads ahead of the person. */
  purpose: string;
}

// Programs that fetch an address to draw a preview of it, to index it or to watch it.
// In-app browsers (Zalo, Facebook, Messenger) carry their app's name too and are people, and so are
// the owners of Cubot phones.
const programs =
  /(?<!cu)bots?(?:[/;)-]|\s*\(|$)|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|meta-external|whatsapp\/|skypeuri|embedly|vkshare|pinterest\/|telegram|viber\/|monitor|uptime|curl\/|wget\/|python|okhttp|axios|node-fetch|undici|go-http|java\/|libwww/i;

/** What is looked at of a request, from whichever side of Astro it comes. */
export interface Asking {
  method: string;
  /** A request header by its name in small letters; '' where it was not sent. */
  header(name: string): string;
}

/** A web request as {@link Asking}. */
export function askingOf(request: Request): Asking {
  return { method: request.method, header: (name) => request.headers.get(name) ?? '' };
}

/** Takes what is needed out of a request. `address` is the peer's, as the server saw it. */
export function visitorOf({ method, header }: Asking, address: string): Visitor {
  return {
    method,
    address: nearestForeignAddress(address, header('x-forwarded-for')),
    userAgent: header('user-agent'),
    language: header('accept-language'),
    purpose: [header('sec-purpose'), header('purpose'), header('x-purpose'), header('x-moz')].join(' '),
  };
}

/** Whether nobody is looking: a HEAD request, a page loaded ahead, a preview or an indexing program. */
export function isAutomated(visitor: Visitor): boolean {
  return (
    visitor.method !== 'GET' ||
    /prefetch|preview|prerender/i.test(visitor.purpose) ||
    visitor.userAgent.trim() === '' ||
    programs.test(visitor.userAgent)
  );
}

/**
 * An opaque token that is the same for the same device at the same stamp, and differs between
 * stamps, so that nobody can be followed from product to product. Made from coarse things only: the
 * network's neighbourhood, the browser without its version, the first language.
 * @param key a secret of this site
 * @returns 22 characters
 */
export function deviceToken(key: string, epoch: string, position: StampPosition, visitor: Visitor): string {
  const coarse = [
    neighbourhood(visitor.address),
    visitor.userAgent.replace(/[\d._]+/g, ''),
    /^[a-z]{2,3}/i.exec(visitor.language.trim())?.[0]?.toLowerCase() ?? '',
  ];
  return createHmac('sha256', key)
    .update(['scan device', epoch, position.range, position.index, ...coarse].join('\0'))
    .digest('base64url')
    .slice(0, 22);
}

/** The network an address lies in: /24 of IPv4, /48 of IPv6; '' for anything else. */
export function neighbourhood(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(plain) === 4) return plain.split('.').slice(0, 3).join('.');
  if (!isIPv6(plain)) return '';
  const [head = '', tail = ''] = plain.split('%')[0]?.split('::') ?? [];
  const heads = head === '' ? [] : head.split(':');
  const tails = tail === '' ? [] : tail.split(':');
  const zeros = plain.includes('::') ? Array<string>(8 - heads.length - tails.length).fill('0') : [];
  return [...heads, ...zeros, ...tails]
    .slice(0, 3)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}

/**
 * Behind a reverse proxy the peer is the proxy itself, on this machine or a private network: then the
 * address that proxy added last to `X-Forwarded-For` is the visitor's. From a public peer the header
 * is the visitor's own invention and is not read.
 */
function nearestForeignAddress(peer: string, forwarded: string): string {
  const ours = /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/i;
  const last = forwarded.split(',').at(-1)?.trim() ?? '';
  return ours.test(peer) && isIP(last) !== 0 ? last : peer;
}
