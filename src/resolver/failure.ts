import { dictionary } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import { paths } from '../site/paths.ts';
import type { Wanted } from './preferences.ts';

export type Failure = 'bad-syntax' | 'unknown-item' | 'no-such-link' | 'read-only';

export const failureStatus: Readonly<Record<Failure, number>> = {
  'bad-syntax': 400,
  'unknown-item': 404,
  'no-such-link': 404,
  'read-only': 405,
};

/**
 * What the resolver says when it leads nowhere: a small page for people, problem details
 * (RFC 9457) for programs. `detail` may hold what a stranger typed.
 */
export function failureBody(
  failure: Failure,
  detail: string | null,
  wanted: Wanted,
  lang: Lang,
): { type: string; body: string } {
  const words = dictionary(lang).resolver;
  const { title, text } = words.failures[failure];
  if (wanted !== 'page') {
    const status = failureStatus[failure];
    const problem = { title, status, detail: detail ?? text, reason: failure };
    return { type: 'application/problem+json', body: JSON.stringify(problem) };
  }
  const technical =
    detail === null ? '' : `<p><small>${words.detail}: ${escaped(detail)}</small></p>`;
  const to = paths(lang);
  const body =
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    `<meta name="robots" content="noindex"><title>${title}</title>` +
    '<style>:root{color-scheme:light dark;--paper:#f8f2e6;--ink:#2b1c10;--link:#7a4419}' +
    '@media(prefers-color-scheme:dark){:root{--paper:#1d1410;--ink:#f4e8d8;--link:#e0a878}}' +
    'body{margin:0 auto;padding:2rem 1rem;max-width:36rem;background:var(--paper);' +
    'color:var(--ink);font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}' +
    'h1{font-size:1.4rem;line-height:1.3}a{color:var(--link)}</style></head>' +
    `<body><main><h1>${title}</h1><p>${text}</p>${technical}` +
    `<p><a href="${to.search()}">${words.search}</a> · <a href="${to.home}">${words.home}</a></p>` +
    '</main></body></html>';
  return { type: 'text/html; charset=utf-8', body };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
