import type { AstroCookies } from 'astro';
import { SESSION_DAYS } from '@ocop/rules/people/account-times';
import { z } from 'zod';
import { cacheControl } from '../http/cache-control.ts';
import { seeOther } from '../http/forms.ts';
import { sealedCookie } from '../http/sealed-cookie.ts';
import type { Lang } from '../i18n/lang.ts';
import { paths } from '../i18n/paths.ts';
import { medusa } from '../medusa-client/medusa.server.ts';
import { fetchAccount, isSignedOut, type Account } from '../medusa-client/people.ts';

const kept = z.object({ token: z.string(), type: z.enum(['customer', 'producer']) });

export type KeptSession = z.output<typeof kept>;

/**
 * The token of a session, sealed: what nobody was given by this site is refused here, and costs Medusa no question.
 * Whether the session is in force is for Medusa to say, at each request.
 */
const cookie = sealedCookie('account', kept, SESSION_DAYS * 24 * 60 * 60);

export const keepSession = (cookies: AstroCookies, session: KeptSession): boolean =>
  cookie.write(cookies, session);
export const keptSession = (cookies: AstroCookies): KeptSession | null => cookie.read(cookies);
export const forgetSession = (cookies: AstroCookies): void => cookie.clear(cookies);

export type FoundAccount =
  | { kind: 'signed-out' }
  /** Medusa does not answer, or is one of before accounts. */
  | { kind: 'unreachable' }
  | { kind: 'found'; account: Account; token: string };

/** Whoever is signed in. A session that is over is forgotten. */
export async function findAccount(cookies: AstroCookies): Promise<FoundAccount> {
  const session = keptSession(cookies);
  if (!session) return { kind: 'signed-out' };
  const found = await fetchAccount(medusa(), session.token);
  if (found.ok) return { kind: 'found', account: found.data, token: session.token };
  if (!isSignedOut(found.error)) return { kind: 'unreachable' };
  forgetSession(cookies);
  return { kind: 'signed-out' };
}

/** Leads to the sign-in: nothing tells whether there would have been something to see. */
export const toSignIn = (lang: Lang): Response => seeOther(paths(lang).signIn);

/** What every page of somebody who is signed in says of itself: nobody stores it, nobody indexes it. */
export function setPersonal({ headers }: { headers: Headers }): void {
  headers.set('cache-control', cacheControl.personal);
  headers.set('x-robots-tag', 'noindex, nofollow');
  headers.set('referrer-policy', 'same-origin');
}

/** Where somebody is led who just signed in. */
export const homeOf = (type: KeptSession['type'], lang: Lang): string =>
  type === 'producer' ? paths(lang).desk : paths(lang).account;
