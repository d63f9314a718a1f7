import { todayInVietnam } from '@ocop/rules/date';
import { parseStampLink } from '@ocop/rules/stamps/stamp-link';
import { siteEnv } from '../../config/env.ts';
import type { Lang } from '../../i18n/lang.ts';
import { fetchLotJourney } from '../../medusa-client/lot-routes.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { keptJourneys } from './journey-cache.ts';
import { shareView } from './view-slots.ts';
import { keptBody } from './stamp-page-cache.server.ts';
import type { KeepRequest } from './stamp-page-cache.server.ts';
import { stampProduct } from './stamp-product.server.ts';
import type { StampPicture } from './stamp-product.server.ts';
import { stampView } from './stamp-view.ts';
import type { StampView } from './stamp-view.ts';
import { verifyStamp } from '../verify/verify-stamp.server.ts';
import { tooManyPage } from './too-many.ts';
import { isIssued, statusOf } from '../verify/verdict.ts';
import { clientNetwork } from '../../http/client-address.ts';
import type { ClientRequest } from '../../http/client-address.ts';
import { wrongCodes } from '../verify/wrong-codes.ts';

/** A stamp page ready to be laid out, what to send it with, and how to keep it: see shared-view.ts. */
export interface StampAnswerPage {
  status: number;
  headers: Record<string, string>;
  view: StampView;
  picture: StampPicture | null;
  keep: KeepRequest;
}

const journeyOf = keptJourneys((lot) => fetchLotJourney(medusa(), lot));
const guesses = wrongCodes();

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
 * Answers a scan, whatever form the address has: with a GTIN or without, signed or not. Never
 * cached: the scan history is part of the page. The verdict is told in a header too, for programs
 * that check codes.
 * @returns null for a path that is no stamp's; a complete answer where the page was kept from
 * another stamp it is the same for, and for one wrong code too many from one network
 */
export async function answerScan(request: ScanRequest): Promise<StampAnswerPage | CompleteAnswer | null> {
  const link = parseStampLink(request.pathname);
  if (!link) return null;
  const { lang, opened } = link;
  if (SMALL_T.test(request.pathname)) return toPath(request.pathname.replace(SMALL_T, '/T/'));
  const look = await verifyStamp(link, request.client);
  // Not having keys is our fault, not the reader's.
  if (!isIssued(look.verdict) && look.verdict !== 'no-keys') {
    const { limited, retryAfterSeconds } = guesses.note(clientNetwork(request.client), Date.now());
    if (limited) return tooMany(lang, retryAfterSeconds);
  }
  const [product, steps] = await Promise.all([
    look.card && stampProduct(look.card, lang, todayInVietnam(new Date())),
    look.answer?.lot ? journeyOf(look.answer.lot.code) : null,
  ]);

  const view = stampView(look, {
    lang,
    host: new URL(siteEnv().SITE_URL).host,
    opened: opened.code,
    openedGtin: opened.gtin,
    product: product?.view ?? null,
    steps,
  });
  const head = {
    status: statusOf(look.verdict, opened.gtin === null ? null : opened.code),
    headers: {
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex',
      'x-stamp-verdict': look.verdict,
    },
  };
  const { shared, texts } = shareView(view);
  const keep = { key: JSON.stringify(shared), texts };
  const kept = keptBody(keep, request.client.header('accept-encoding'));
  return kept
    ? { status: head.status, headers: { ...head.headers, ...kept.headers }, body: kept.body }
    : { ...head, view: shared, picture: product?.picture ?? null, keep };
}

/** An address retyped in small letters; pages are routed by the capital one. */
const SMALL_T = /\/t\/(?=[^/]+\/?$)/;

/** A permanent redirect (308) on this site: what stands behind it is neither looked up nor counted yet. */
function toPath(path: string): CompleteAnswer {
  // Two slashes at the start would name another host.
  const location = `/${path.replace(/^[/\\]+/, '')}`;
  return { status: 308, headers: { location, 'cache-control': 'public, max-age=3600' }, body: '' };
}

function tooMany(lang: Lang, retryAfterSeconds: number): CompleteAnswer {
  return {
    status: 429,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'retry-after': String(retryAfterSeconds),
    },
    body: tooManyPage(lang, retryAfterSeconds),
  };
}
