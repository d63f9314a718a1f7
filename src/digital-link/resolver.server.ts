/**
 * The site as a GS1-conformant resolver (standard 1.2): whoever opens the GS1 Digital Link of a
 * thing held here is led to what there is to know about it.
 */
import { applicationIdentifiers } from '@ocop/rules/digital-link/application-identifiers';
import { parseDigitalLink, type DigitalLink } from '@ocop/rules/digital-link/digital-link';
import type { Refusal } from '@ocop/rules/digital-link/fault';
import { parseStampLink, stampPath, type StampLink } from '@ocop/rules/stamps/stamp-link';
import { siteEnv } from '../config/env.ts';
import { cacheControl } from '../http/cache-control.ts';
import type { ClientRequest } from '../http/client-address.ts';
import type { Lang } from '../i18n/lang.ts';
import { inLanguage } from '../i18n/paths.ts';
import { failureBody, failureStatus, type Failure } from './failure.ts';
import { levelsFor } from './held.server.ts';
import { readLinkType } from './link-types.ts';
import { chooseLink, type LinkLevel } from './links.ts';
import { contextHeader, linkset, linksetHeader, linksetJsonLd, linksetPage } from './linkset.ts';
import { isData, wantedLanguage, wantedType, type Wanted } from './preferences.ts';

/** What is looked at of a request. */
export interface ResolverRequest {
  /** Its address with the origin. */
  url: string;
  /** Its method and headers, and who asks, for the rate limits. */
  client: ClientRequest;
}

/**
 * An answer; or headers to be sent with the stamp page, which answers at its own link; or null for
 * an address that is no Digital Link.
 */
export type Resolution = Response | Map<string, string> | null;

const METHODS = 'GET, HEAD, OPTIONS';

const keys = applicationIdentifiers()
  .filter(({ keyQualifiers }) => keyQualifiers !== null)
  .map(({ ai }) => ai);
/** An address with a primary key and something behind it claims to be a Digital Link. */
const CLAIM = new RegExp(`/(?:${keys.join('|')})/[^?#]`);

const everywhere = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Link, Location',
  vary: 'Accept, Accept-Language',
};
const onEveryPage = Object.entries(everywhere);

/**
 * Answers the GS1 Digital Links of this site. Bad syntax 400, nothing held 404, else 307 to the
 * main link, to the link of the requested type, or all links as data. Never an error with 200.
 */
export async function resolveDigitalLink(request: ResolverRequest): Promise<Resolution> {
  const { method } = request.client;
  const plain = plainPath(request.url);
  if (plain !== null && !SMALL_T.test(plain)) {
    if (!CLAIM.test(plain)) return null;
    if (isStampPage(plain, request.client)) return stampPage(plain);
  }
  const url = new URL(request.url);
  // Slashes at the end are tolerated (2.13).
  url.pathname = url.pathname.replace(/\/$/, '');
  if (SMALL_T.test(url.pathname)) return toCapital(url);
  if (!CLAIM.test(url.pathname)) return null;
  if (method === 'OPTIONS') return preflight();
  const requested = readRequested(request.client, url);
  if (!isReading(method)) {
    return refused('read-only', null, requested, { allow: METHODS });
  }
  const stamp = requestsPage(requested) ? stampHere(url.pathname) : null;
  const link = parseDigitalLink(url.href, { shortGtin: true });
  if (stamp && isAnsweredByPage(link.ok ? link.value : link)) return stampPage(url.pathname);
  if (!link.ok) return refused('bad-syntax', link.message, requested);
  const named = serialOf(url);
  if (named !== null && requestsPage(requested)) return toStampPage(named, url);
  // One in the stem is no part of the item that is resolved, and may speak for it as little.
  if (named !== null && parseStampLink(url.pathname) === null) return noSuchSerial(named, requested, url);
  return resolved(link.value, requested, url, request.client);
}

function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/**
 * The path of an address that is nothing but words: a URL parser would change nothing in it, and takes
 * longer than all that is done with it. Null for any other, or one of another origin.
 */
function plainPath(url: string): string | null {
  const { SITE_URL } = siteEnv();
  const path = url.startsWith(SITE_URL) ? url.slice(SITE_URL.length) : '';
  return PLAIN_PATH.test(path) ? path : null;
}

const PLAIN_PATH = /^(?:\/[\w-]+)+$/;

/**
 * Whether this is a right stamp's address and no more, asked for to be read, which is what nearly every
 * reader has. Parsing it as a Digital Link with all its attributes would cost more than the rest of the answer.
 */
function isStampPage(path: string, { method, header }: ClientRequest): boolean {
  if (!isReading(method) || isData(wantedType(header('accept')))) return false;
  const stamp = stampHere(path);
  return stamp !== null && stamp.form !== 'malformed';
}

/** A stamp's address without a GTIN, retyped in small letters: its page is at the capital one. */
const SMALL_T = /\/t\/(?=[^/]+$)/;

function toCapital({ pathname, search }: URL): Response {
  // Two slashes at the start would name another host.
  const location = pathname.replace(SMALL_T, '/T/').replace(/^\/+/, '/');
  return new Response(null, {
    status: 308,
    headers: { location: location + search, 'cache-control': cacheControl.movedForGood },
  });
}

interface Requested {
  linkType: ReturnType<typeof readLinkType>;
  wanted: Wanted;
  lang: Lang;
}

function readRequested({ header }: ClientRequest, url: URL): Requested {
  const english = /^\/en(?=\/)/.test(url.pathname);
  return {
    linkType: readLinkType(url.searchParams.get('linkType')),
    wanted: wantedType(header('accept')),
    lang: english ? 'en' : wantedLanguage(header('accept-language')),
  };
}

function requestsPage({ linkType, wanted }: Requested): boolean {
  return linkType === 'default' && !isData(wanted);
}

function stampPage(path: string): Map<string, string> {
  return new Map([...onEveryPage, ['link', linksetHeader(siteEnv().SITE_URL, path)]]);
}

/**
 * The stamp whose page this is; null below a foreign stem and beside other qualifiers, from where a redirect
 * leads to the page.
 */
function stampHere(path: string): StampLink | null {
  const stamp = parseStampLink(path);
  return stamp?.stem === '' && stamp.isDirect ? stamp : null;
}

/** A link with a serial, also one that the link's stem names: its stamp is what somebody has in hand. */
function serialOf(url: URL): StampLink | null {
  const { pathname } = url;
  return (
    parseStampLink(pathname) ?? parseStampLink(pathname.slice(0, Math.max(0, pathname.lastIndexOf('/01/'))))
  );
}

/**
 * To the page of the serial, which gives the verdict, a false one's too: not to the product, whose page says
 * nothing of the thing in hand. Nothing is verified here, so nothing is told here.
 */
function toStampPage(stamp: StampLink, url: URL): Response {
  const { opened, lang, gtin, code, signature } = stamp;
  const path = stampPath({
    code: code ?? encodeURIComponent(opened.code),
    gtin: gtin ?? (opened.gtin === null ? null : encodeURIComponent(opened.gtin)),
    signature,
  });
  const target = inLanguage(path, lang);
  const headers = { ...everywhere, 'cache-control': cacheControl.digitalLink };
  return new Response(null, {
    status: 307,
    headers: { ...headers, location: siteEnv().SITE_URL + target + passedOn(target, url) },
  });
}

/**
 * Whether the stamp page answers what stands at a stamp's address. It also forgives what people
 * mistype in the code, so a serial no GS1 value may hold is left to it; a wrong GTIN is not.
 */
function isAnsweredByPage(link: DigitalLink | Refusal): boolean {
  return 'key' in link || link.ai === '21';
}

async function resolved(
  link: DigitalLink,
  requested: Requested,
  url: URL,
  client: ClientRequest,
): Promise<Response> {
  const origin = siteEnv().SITE_URL;
  const held = await levelsFor(link, client);
  if (!held.ok) {
    const { retryAfterSeconds } = held;
    if (retryAfterSeconds === null) return noSuchSerial(serialOf(url), requested, url);
    return refused('too-many', null, requested, { 'retry-after': String(retryAfterSeconds) });
  }
  const { levels } = held;
  const [first] = levels;
  if (!first) return refused('unknown-item', null, requested);
  const headers = new Headers({
    ...everywhere,
    'cache-control': cacheControl.digitalLink,
    link: linksetHeader(origin, first.path),
  });
  if (requested.linkType === 'linkset' || (requested.linkType === 'default' && isData(requested.wanted))) {
    return allLinks(origin, levels, requested, headers);
  }
  const target = requested.linkType && chooseLink(levels, requested.linkType, requested.lang);
  if (!target) return refused('no-such-link', null, requested);
  headers.set('location', origin + target.path + passedOn(target.path, url));
  return new Response(null, { status: 307, headers });
}

/** No link of the trade item is one of a serial that is no stamp's: people are shown why, programs told. */
function noSuchSerial(stamp: StampLink | null, { linkType, ...asked }: Requested, url: URL): Response {
  const asksLinks = linkType === 'linkset' || isData(asked.wanted);
  return stamp === null || asksLinks ? refused('unknown-serial', null, asked) : toStampPage(stamp, url);
}

function allLinks(
  origin: string,
  levels: readonly LinkLevel[],
  { wanted, lang }: Requested,
  headers: Headers,
): Response {
  if (wanted === 'page') {
    headers.set('content-type', 'text/html; charset=utf-8');
    return new Response(linksetPage(origin, levels, lang), { headers });
  }
  headers.set('content-type', isData(wanted) ? wanted : 'application/linkset+json');
  headers.append('link', contextHeader);
  const inOne = wanted === 'application/ld+json';
  const data = inOne ? linksetJsonLd(origin, levels) : linkset(origin, levels);
  return new Response(JSON.stringify(data), { headers });
}

/**
 * The query goes with the reader, as it came (2.12). Only where the target is a Digital Link of
 * this site itself `linkType` stays behind: it would be asked for again and again.
 */
function passedOn(target: string, url: URL): string {
  if (!CLAIM.test(target)) return url.search;
  const passed = url.search
    .slice(1)
    .split('&')
    .filter((part) => !/^linkType(=|$)/.test(part));
  const query = passed.join('&');
  return query === '' ? '' : `?${query}`;
}

function refused(
  failure: Failure,
  detail: string | null,
  { wanted, lang }: Pick<Requested, 'wanted' | 'lang'>,
  more: Record<string, string> = {},
): Response {
  const { type, body } = failureBody(failure, detail, wanted, lang);
  return new Response(body, {
    status: failureStatus[failure],
    headers: {
      ...everywhere,
      'cache-control': cacheControl.never,
      'content-type': type,
      'content-language': lang,
      ...more,
    },
  });
}

function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...everywhere,
      allow: METHODS,
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': 'Accept, Accept-Language',
      'access-control-max-age': '86400',
    },
  });
}
