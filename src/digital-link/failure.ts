import { dictionary } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import { paths } from '../i18n/paths.ts';
import { escaped, plainPage } from '../http/plain-page.ts';
import { isData, type Wanted } from './preferences.ts';

export type Failure =
  'bad-syntax' | 'unknown-item' | 'unknown-serial' | 'no-such-link' | 'read-only' | 'too-many';

export const failureStatus: Readonly<Record<Failure, number>> = {
  'bad-syntax': 400,
  'unknown-item': 404,
  'unknown-serial': 404,
  'no-such-link': 404,
  'read-only': 405,
  'too-many': 429,
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
  const messages = dictionary(lang).resolver;
  const { title, text } = messages.failures[failure];
  if (isData(wanted)) {
    const status = failureStatus[failure];
    const problem = { title, status, detail: detail ?? text, reason: failure };
    return { type: 'application/problem+json', body: JSON.stringify(problem) };
  }
  const technical =
    detail === null
      ? ''
      : `<p><small>${messages.detail}: <span lang="en">${escaped(detail)}</span></small></p>`;
  const to = paths(lang);
  const ways = `<a href="${to.search()}">${messages.search}</a> · <a href="${to.home}">${messages.home}</a>`;
  const main = `<p>${text}</p>${technical}<p>${ways}</p>`;
  return { type: 'text/html; charset=utf-8', body: plainPage(lang, title, main) };
}
