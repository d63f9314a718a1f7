import { dictionary } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import { paths } from '../i18n/paths.ts';
import { escaped, plainPage } from '../http/plain-page.ts';
import { isData, type Wanted } from './preferences.ts';

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
  if (isData(wanted)) {
    const status = failureStatus[failure];
    const problem = { title, status, detail: detail ?? text, reason: failure };
    return { type: 'application/problem+json', body: JSON.stringify(problem) };
  }
  const technical =
    detail === null ? '' : `<p><small>${words.detail}: <span lang="en">${escaped(detail)}</span></small></p>`;
  const to = paths(lang);
  const ways = `<a href="${to.search()}">${words.search}</a> · <a href="${to.home}">${words.home}</a>`;
  const main = `<p>${text}</p>${technical}<p>${ways}</p>`;
  return { type: 'text/html; charset=utf-8', body: plainPage(lang, title, main) };
}
