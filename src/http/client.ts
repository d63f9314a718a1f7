import { createHmac } from 'node:crypto';
import { networkOf } from '@ocop/rules/network/client-address';
import type { StampPosition } from '@ocop/rules/stamps/stamp-position';
import { clientAddress } from './client-address.ts';
import type { ClientRequest } from './client-address.ts';

/** What a request tells of its sender; used at once and never stored. */
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

/** Takes what is needed out of a request. */
export function visitorOf(request: ClientRequest): Visitor {
  const { method, header } = request;
  return {
    method,
    address: clientAddress(request),
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
 * client's network, the browser without its version, the first language.
 * @param key a secret of this site
 * @returns 22 characters
 */
export function deviceToken(key: string, epoch: string, position: StampPosition, visitor: Visitor): string {
  const coarse = [
    networkOf(visitor.address),
    visitor.userAgent.replace(/[\d._]+/g, ''),
    /^[a-z]{2,3}/i.exec(visitor.language.trim())?.[0]?.toLowerCase() ?? '',
  ];
  return createHmac('sha256', key)
    .update(['scan device', epoch, position.range, position.index, ...coarse].join('\0'))
    .digest('base64url')
    .slice(0, 22);
}
