import { cacheControl } from '../../http/cache-control.ts';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import { paths } from '../../i18n/paths.ts';

/** The whole answer: 429 with when to try again. */
export function tooManyAnswer(lang: Lang, retryAfterSeconds: number): Response {
  return new Response(tooManyPage(lang, retryAfterSeconds), {
    status: 429,
    headers: tooManyHeaders(retryAfterSeconds),
  });
}

export function tooManyHeaders(retryAfterSeconds: number): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': cacheControl.personal,
    'retry-after': String(retryAfterSeconds),
  };
}

/**
 * The answer to one wrong code too many: what happened, when to try again, what to do meanwhile, in
 * less than a kilobyte, for whoever guesses is not to be fed whole pages.
 */
export function tooManyPage(lang: Lang, retryAfterSeconds: number): string {
  const { stamp, site } = dictionary(lang);
  const { title, text } = stamp.tooMany;
  return (
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title} – ${site.name}</title>` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">' +
    '<style>:root{color-scheme:light dark}body{max-width:36rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}</style>' +
    `<main><h1>${title}</h1><p>${text(Math.ceil(retryAfterSeconds / 60))}</p>` +
    `<p><a href="${paths(lang).stampCheck}">${stamp.form.title}</a></p></main></html>`
  );
}
