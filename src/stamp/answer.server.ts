import { todayInVietnam } from '@ocop/rules/date';
import type { AstroGlobal } from 'astro';
import type { Lang } from '../i18n/lang.ts';
import { fetchLotJourney } from '../medusa-client/lot-routes.ts';
import { medusa } from '../medusa-client/medusa.server.ts';
import { keptJourneys } from './kept-journeys.ts';
import { shareView } from './shared-view.ts';
import { keptResponse } from './stamp-pages.server.ts';
import type { KeepRequest } from './stamp-pages.server.ts';
import { stampProduct } from './stamp-product.server.ts';
import type { StampPicture } from './stamp-product.server.ts';
import { stampView } from './stamp-view.ts';
import type { StampView } from './stamp-view.ts';
import { lookAtStamp, signedClaim } from './stamp.server.ts';
import { tooManyPage } from './too-many.ts';
import { isIssued, statusOf } from './verdict.ts';
import { neighbourhood, visitorOf } from './visitor.ts';
import { wrongCodes } from './wrong-codes.ts';

/** A stamp page ready to be laid out, and how to keep it: see shared-view.ts. */
export interface StampAnswerPage {
  view: StampView;
  picture: StampPicture | null;
  keep: KeepRequest;
}

const journeyOf = keptJourneys((lot) => fetchLotJourney(medusa(), lot));
const guesses = wrongCodes();

/**
 * Answers a scan, whatever form the address has: with a GTIN or without, signed or not, below any
 * path stem, of which only the language and the signature mean something (GS1 Digital Link URI
 * syntax 1.6.0: a stem before the key is allowed). Never cached: the scan history is part of the
 * page. The verdict is told in a header too, for programs that check codes.
 * @returns a Response, instead of a page, where the page was kept from another stamp it is the same
 * for, and for one wrong code too many from one neighbourhood
 */
export async function answerScan(page: AstroGlobal): Promise<StampAnswerPage | Response> {
  const { lang: stem, code = '', gtin } = page.params;
  const lang = stem?.split('/', 1)[0] === 'en' ? 'en' : 'vi';
  const claim = signedClaim(page.url) ?? { form: 'tagged', code, gtin: gtin ?? null };
  const look = await lookAtStamp(claim, page.request, page.clientAddress);
  // Not having keys is our fault, not the reader's.
  if (!isIssued(look.verdict) && look.verdict !== 'no-keys') {
    const { address } = visitorOf(page.request, page.clientAddress);
    const { limited, retryAfterSeconds } = guesses.note(neighbourhood(address), Date.now());
    if (limited) return tooMany(lang, retryAfterSeconds);
  }
  const [product, steps] = await Promise.all([
    look.card && stampProduct(look.card, lang, todayInVietnam(new Date())),
    look.answer?.lot ? journeyOf(look.answer.lot.code) : null,
  ]);

  const view = stampView(look, {
    lang,
    host: page.url.host,
    opened: code,
    openedGtin: gtin ?? null,
    product: product?.view ?? null,
    steps,
  });
  const status = statusOf(look.verdict, gtin === undefined ? null : code);
  const headers = new Headers({
    'cache-control': 'private, no-store',
    'x-robots-tag': 'noindex',
    'x-stamp-verdict': look.verdict,
  });
  const { shared, texts } = shareView(view);
  const keep = { key: JSON.stringify(shared), texts };
  const response = keptResponse(keep, page.request, { status, headers });
  if (response) return response;
  page.response.status = status;
  headers.forEach((value, name) => page.response.headers.set(name, value));
  return { view: shared, picture: product?.picture ?? null, keep };
}

function tooMany(lang: Lang, retryAfterSeconds: number): Response {
  return new Response(tooManyPage(lang, retryAfterSeconds), {
    status: 429,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'retry-after': String(retryAfterSeconds),
    },
  });
}
