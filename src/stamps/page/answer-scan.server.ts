import { todayInVietnam } from '@ocop/rules/date';
import { parseStampLink } from '@ocop/rules/stamps/stamp-link';
import type { StampLink } from '@ocop/rules/stamps/stamp-link';
import { siteEnv } from '../../config/env.ts';
import type { Lang } from '../../i18n/lang.ts';
import { fetchLotJourney } from '../../medusa-client/lot-routes.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { contentVersion } from './content-version.ts';
import { journeyCache } from './journey-cache.ts';
import { pageKey, slotTexts, stampFacts } from './stamp-facts.ts';
import { cachedPage } from './stamp-page-cache.server.ts';
import type { CacheEntry } from './stamp-page-cache.server.ts';
import { stampProduct } from './stamp-product.server.ts';
import type { StampPicture } from './stamp-product.server.ts';
import { stampView } from './stamp-view.ts';
import type { StampView } from './stamp-view.ts';
import { verifyStamp } from '../verify/verify-stamp.server.ts';
import { tooManyHeaders, tooManyPage } from './too-many.ts';
import { isIssued, statusOf } from '../verify/verdict.ts';
import type { ClientRequest } from '../../http/client-address.ts';
import { cacheControl } from '../../http/cache-control.ts';
import { countRequest } from '../../http/rate-limits.ts';

/** A stamp page to be laid out, what to send it with, and its place in the page cache. */
export interface StampPageData {
  status: number;
  headers: Record<string, string>;
  view: StampView;
  picture: StampPicture | null;
  cache: CacheEntry;
}

const journeyOf = journeyCache((lot) => fetchLotJourney(medusa(), lot));

/** Who opened which path: all of a request that a stamp's answer depends on. */
export interface ScanRequest {
  client: ClientRequest;
  /** As it stands in the request, not decoded. */
  pathname: string;
}

/** An answer that is complete: nothing has to be laid out any more. */
export interface CompleteAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/**
 * Answers a scan, whatever form the address has: with a GTIN or without, signed or not. No client may
 * store the answer, for the scan history is part of it; the server caches what many stamps share. The
 * verdict is told in a header too, for programs that check codes.
 * @returns null for a path that is no stamp's; a complete answer where the page is in the cache, and for
 * one wrong code too many from one network; else the page to be laid out
 */
export async function answerScan(request: ScanRequest): Promise<StampPageData | CompleteAnswer | null> {
  const link = parseStampLink(request.pathname);
  return link && answerLink(link, null, request.client);
}

/** A stamp's address on somebody else's host, as it was pasted or scanned. */
export interface ForeignAddress {
  host: string;
  address: string;
  link: StampLink;
}

/**
 * Answers for a stamp's address that leads to somebody else's host: first that it does, then what the
 * code in it is. The code counts as scanned, for somebody has its stamp in hand.
 */
export function answerForeignAddress(
  { host, address, link }: ForeignAddress,
  lang: Lang,
  client: ClientRequest,
): Promise<StampPageData | CompleteAnswer> {
  return answerLink({ ...link, lang }, { host, address }, client);
}

async function answerLink(
  link: StampLink,
  foreign: Pick<ForeignAddress, 'host' | 'address'> | null,
  client: ClientRequest,
): Promise<StampPageData | CompleteAnswer> {
  const { lang, opened } = link;
  const outcome = await verifyStamp(link, client);
  const { verdict, card, answer } = outcome;
  // Not having keys is our fault, not the visitor's.
  if (!isIssued(verdict) && verdict !== 'no-keys') {
    const { limited, retryAfterSeconds } = countRequest('wrongCodes', client);
    if (limited) return tooMany(lang, retryAfterSeconds);
  }
  const status = statusOf(verdict, opened.gtin === null ? null : opened.code);
  const headers = {
    'cache-control': cacheControl.personal,
    'x-robots-tag': 'noindex',
    // A program that checks codes must not take a right code for a right address.
    'x-stamp-verdict': foreign === null ? verdict : 'foreign-address',
  };

  const today = todayInVietnam(new Date());
  const steps = answer?.lot ? await journeyOf(answer.lot.code) : null;
  const facts = stampFacts(outcome, lang, foreign !== null);
  const key = pageKey(facts, today, card && contentVersion(card), steps && contentVersion(steps));
  const cache = { key, texts: slotTexts(outcome, { lang, opened, foreign }) };
  const cached = cachedPage(cache, client.header('accept-encoding'));
  if (cached) return { status, headers: { ...headers, ...cached.headers }, body: cached.body };

  const product = card && (await stampProduct(card, lang, today));
  const { host } = new URL(siteEnv().SITE_URL);
  const view = stampView(facts, { host, product: product?.view ?? null, steps });
  return { status, headers, view, picture: product?.picture ?? null, cache };
}

function tooMany(lang: Lang, retryAfterSeconds: number): CompleteAnswer {
  return {
    status: 429,
    headers: tooManyHeaders(retryAfterSeconds),
    body: tooManyPage(lang, retryAfterSeconds),
  };
}
