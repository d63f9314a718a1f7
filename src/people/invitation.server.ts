import type { AstroCookies } from 'astro';
import { PASSWORD_MAX } from '@ocop/rules/people/account-times';
import { readInvitationCode, TYPED_INVITATION_LENGTH } from '@ocop/rules/people/invitation-code';
import { LOGIN_LENGTH } from '@ocop/rules/people/login-name';
import { z } from 'zod';
import type { ClientRequest } from '../http/client-address.ts';
import { readForm, seeOther } from '../http/forms.ts';
import { countRequest, uncountRequest } from '../http/rate-limits.ts';
import { sealedCookie } from '../http/sealed-cookie.ts';
import type { Lang } from '../i18n/lang.ts';
import { paths } from '../i18n/paths.ts';
import { medusa } from '../medusa-client/medusa.server.ts';
import { acceptInvitation, lookAtInvitation, type InvitationAnswer } from '../medusa-client/people.ts';
import { homeOf, keepSession } from './session.server.ts';
import { minutesOf, networkMark, NEWS } from './sign-in.server.ts';

const news = z.object({
  /** `code`: what was typed is no code. `refused`: nothing is open by it (any more). */
  state: z.enum([
    ...(['code', 'refused', 'limited', 'busy', 'unreachable'] as const),
    ...(['login', 'password', 'taken', 'repeat'] as const),
  ]),
  minutes: z.number(),
  typed: z.string(),
});

export type InvitationNews = z.output<typeof news>;

const cookie = sealedCookie('invitation_news', news, 120);

export const takeInvitationNews = (cookies: AstroCookies): InvitationNews | null => cookie.take(cookies);

interface Asked {
  lang: Lang;
  client: ClientRequest;
}

/** Answers the page where a code is typed: leads to the invitation of it, or tells what is wrong with it. */
export async function answerTypedCode(
  request: Request,
  cookies: AstroCookies,
  { lang }: Asked,
): Promise<Response> {
  const typed = String((await readForm(request))?.get('code') ?? '').slice(0, TYPED_INVITATION_LENGTH);
  const code = readInvitationCode(typed);
  if (code !== null) return seeOther(paths(lang).invitation(code));
  cookie.write(cookies, { state: 'code', minutes: 0, typed });
  return seeOther(paths(lang).invitation(), NEWS);
}

export type FoundInvitation = InvitationAnswer | { outcome: 'unreachable' };

/** What an invitation offers. Codes that are none are counted, as attempts to sign in are. */
export async function findInvitation(typed: string, client: ClientRequest): Promise<FoundInvitation> {
  const code = readInvitationCode(typed);
  if (code === null) return { outcome: 'refused' };
  const now = Date.now();
  const { limited, retryAfterSeconds } = countRequest('signIns', client, now);
  if (limited) return { outcome: 'limited', retryAfterSeconds };
  const found = await lookAtInvitation(medusa(), { code, network: networkMark(client) });
  if (!found.ok) return { outcome: 'unreachable' };
  if (found.data.outcome === 'open') uncountRequest('signIns', client, now);
  return found.data;
}

/** Answers the form that accepts an invitation, always with 303. */
export async function answerInvitation(
  request: Request,
  cookies: AstroCookies,
  code: string,
  { lang, client }: Asked,
): Promise<Response> {
  const posted = await readForm(request);
  const field = (name: string) => String(posted?.get(name) ?? '');
  const login = field('login').slice(0, LOGIN_LENGTH);
  const back = (state: InvitationNews['state'], minutes = 0) => {
    cookie.write(cookies, { state, minutes, typed: login });
    return seeOther(paths(lang).invitation(code), NEWS);
  };
  const password = field('password');
  if (password.length > PASSWORD_MAX * 2) return back('password');
  if (password !== field('repeat')) return back('repeat');
  const now = Date.now();
  const { limited, retryAfterSeconds } = countRequest('signIns', client, now);
  if (limited) return back('limited', minutesOf(retryAfterSeconds));
  const network = networkMark(client);
  const answer = await acceptInvitation(medusa(), { code, network, login, password });
  if (!answer.ok) return back('unreachable');
  if (answer.data.outcome !== 'refused') uncountRequest('signIns', client, now);
  if (answer.data.outcome === 'limited') return back('limited', minutesOf(answer.data.retryAfterSeconds));
  if (answer.data.outcome !== 'signed-in') return back(answer.data.outcome);
  const { token, type } = answer.data;
  keepSession(cookies, { token, type });
  return seeOther(homeOf(type, lang));
}
