import { createHash } from 'node:crypto';
import type { AstroCookies } from 'astro';
import { LOGIN_LENGTH, readLoginName } from '@ocop/rules/people/login-name';
import { z } from 'zod';
import { clientNetwork, type ClientRequest } from '../http/client-address.ts';
import { readForm, seeOther } from '../http/forms.ts';
import { countRequest, uncountRequest } from '../http/rate-limits.ts';
import { sealedCookie } from '../http/sealed-cookie.ts';
import type { Lang } from '../i18n/lang.ts';
import { paths } from '../i18n/paths.ts';
import { medusa } from '../medusa-client/medusa.server.ts';
import { askForLink, signIn, useLink } from '../medusa-client/people.ts';
import { homeOf, keepSession } from './session.server.ts';

/** Id of what a form led to. */
export const NEWS = 'ket-qua';

const news = z.object({
  form: z.enum(['link', 'password', 'use']),
  state: z.enum(['sent', 'email', 'refused', 'limited', 'busy', 'unreachable']),
  /** Minutes until another attempt is worth while; 0 where that is not known. */
  minutes: z.number(),
  /** The login as it was typed; never a password. */
  typed: z.string(),
});

export type SignInNews = z.output<typeof news>;

/** What an attempt came to, on its way to the page that tells it. */
const cookie = sealedCookie('sign_in_news', news, 120);

export const takeSignInNews = (cookies: AstroCookies): SignInNews | null => cookie.take(cookies);

/** A network as Medusa is told of it: enough to know it again, and nothing else. */
export const networkMark = (client: ClientRequest): string =>
  createHash('sha256').update(clientNetwork(client)).digest('hex');

interface Asked {
  lang: Lang;
  client: ClientRequest;
}

/**
 * Answers the posted sign-in, always with 303. Attempts are counted by network here, each process for itself, and by
 * login in Medusa's database, for all of them.
 */
export async function answerSignIn(
  request: Request,
  cookies: AstroCookies,
  { lang, client }: Asked,
): Promise<Response> {
  const posted = await readForm(request);
  const isLink = posted?.get('action') === 'link';
  const typed = String(posted?.get(isLink ? 'email' : 'login') ?? '').slice(0, LOGIN_LENGTH);
  const back = (state: SignInNews['state'], minutes = 0) => {
    cookie.write(cookies, { form: isLink ? 'link' : 'password', state, minutes, typed });
    return seeOther(paths(lang).signIn, NEWS);
  };
  if (isLink && readLoginName(typed)?.kind !== 'email') return back('email');
  const now = Date.now();
  const { limited, retryAfterSeconds } = countRequest('signIns', client, now);
  if (limited) return back('limited', minutesOf(retryAfterSeconds));
  if (isLink) {
    const asked = await askForLink(medusa(), { email: typed, language: lang });
    return back(asked.ok ? asked.data.outcome : 'unreachable', asked.ok ? 60 : 0);
  }
  const password = String(posted?.get('password') ?? '');
  const answer = await signIn(medusa(), { login: typed, password, network: networkMark(client) });
  if (!answer.ok) return back(answer.error.type === 'refused' ? 'refused' : 'unreachable');
  if (answer.data.outcome === 'limited') return back('limited', minutesOf(answer.data.retryAfterSeconds));
  if (answer.data.outcome !== 'signed-in') return back(answer.data.outcome);
  uncountRequest('signIns', client, now);
  const { token, type } = answer.data;
  keepSession(cookies, { token, type });
  return seeOther(homeOf(type, lang));
}

/** Answers the button on the page of a link: programs that look at links in mail press none. */
export async function answerLink(
  cookies: AstroCookies,
  token: string,
  { lang, client }: Asked,
): Promise<Response> {
  const back = (state: SignInNews['state'], minutes = 0) => {
    cookie.write(cookies, { form: 'use', state, minutes, typed: '' });
    return seeOther(paths(lang).signIn, NEWS);
  };
  if (!isLinkToken(token)) return back('refused');
  const now = Date.now();
  const { limited, retryAfterSeconds } = countRequest('signIns', client, now);
  if (limited) return back('limited', minutesOf(retryAfterSeconds));
  const answer = await useLink(medusa(), token);
  if (!answer.ok) return back('unreachable');
  if (answer.data.outcome !== 'signed-in') return back('refused');
  uncountRequest('signIns', client, now);
  keepSession(cookies, { token: answer.data.token, type: answer.data.type });
  return seeOther(homeOf(answer.data.type, lang));
}

/** Whether a link has the form of one at all. */
export const isLinkToken = (token: string): boolean => /^[\w-]{43}$/.test(token);

export const minutesOf = (seconds: number): number => Math.ceil(seconds / 60);
