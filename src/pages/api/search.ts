import type { APIRoute } from 'astro';
import { cacheControl } from '../../http/cache-control.ts';
import { languageOf } from '../../i18n/index.ts';
import { answerSearch } from '../../search/answer.server.ts';

export const prerender = false;

/**
 * Results as the search page shows them, for results while typing. Takes the page's parameters and
 * `lang` (vi when left out). Never fails for what the parameters hold.
 */
export const GET: APIRoute = async ({ url, request }) => {
  const lang = languageOf(url.searchParams.get('lang') === 'en' ? 'en' : undefined) ?? 'vi';
  const view = await answerSearch(url.searchParams, lang, request.signal);
  // Nobody reads this; the status is nginx' for a client that closed the connection.
  if (!view) return new Response(null, { status: 499 });
  return new Response(JSON.stringify(view), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': cacheControl.search,
      'x-robots-tag': 'noindex',
    },
  });
};
