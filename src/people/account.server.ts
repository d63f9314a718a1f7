import type { AstroCookies } from 'astro';
import { z } from 'zod';
import type { ClientRequest } from '../http/client-address.ts';
import { readForm, seeOther } from '../http/forms.ts';
import { countRequest, uncountRequest } from '../http/rate-limits.ts';
import { sealedCookie } from '../http/sealed-cookie.ts';
import type { Lang } from '../i18n/lang.ts';
import { paths } from '../i18n/paths.ts';
import { medusa } from '../medusa-client/medusa.server.ts';
import { changePassword, fetchEarlierOrders, isSignedOut, signOut } from '../medusa-client/people.ts';
import { putIntoCart } from '../shop/cart/put-into-cart.server.ts';
import { forgetSession, keepSession, keptSession, toSignIn, type KeptSession } from './session.server.ts';
import { minutesOf, NEWS } from './sign-in.server.ts';

const news = z.object({
  state: z.enum([
    ...(['changed', 'wrong-current', 'password', 'repeat', 'limited', 'busy'] as const),
    ...(['unreachable', 'unknown-order'] as const),
  ]),
  minutes: z.number(),
});

export type AccountNews = z.output<typeof news>;

const cookie = sealedCookie('account_news', news, 120);

export const takeAccountNews = (cookies: AstroCookies): AccountNews | null => cookie.take(cookies);

interface Posted {
  form: FormData;
  session: KeptSession;
  lang: Lang;
  client: ClientRequest;
  back(state: AccountNews['state'], minutes?: number): Response;
}

/** Answers the forms of the account page, always with 303. */
export async function answerAccount(
  request: Request,
  cookies: AstroCookies,
  { lang, client }: { lang: Lang; client: ClientRequest },
): Promise<Response> {
  const session = keptSession(cookies);
  const form = await readForm(request);
  if (!session || !form) return toSignIn(lang);
  const back = (state: AccountNews['state'], minutes = 0) => {
    cookie.write(cookies, { state, minutes });
    return seeOther(paths(lang).account, NEWS);
  };
  const posted: Posted = { form, session, lang, client, back };
  switch (form.get('action')) {
    case 'sign-out':
    case 'sign-out-everywhere':
      return leave(cookies, posted);
    case 'password':
      return newPassword(cookies, posted);
    case 'again':
      return orderAgain(cookies, posted);
    default:
      return seeOther(paths(lang).account);
  }
}

/** The cookie goes whatever Medusa says; only signing out everywhere has to be told when it did not happen. */
async function leave(cookies: AstroCookies, { form, session, lang, back }: Posted): Promise<Response> {
  const everywhere = form.get('action') === 'sign-out-everywhere';
  const answer = await signOut(medusa(), session.token, everywhere);
  if (!answer.ok && everywhere && !isSignedOut(answer.error)) return back('unreachable');
  forgetSession(cookies);
  return toSignIn(lang);
}

async function newPassword(
  cookies: AstroCookies,
  { form, session, lang, client, back }: Posted,
): Promise<Response> {
  const next = String(form.get('next') ?? '');
  const current = form.has('current') ? String(form.get('current')) : null;
  if (next !== String(form.get('repeat') ?? '')) return back('repeat');
  const now = Date.now();
  const { limited, retryAfterSeconds } = countRequest('signIns', client, now);
  if (limited) return back('limited', minutesOf(retryAfterSeconds));
  const answer = await changePassword(medusa(), session.token, { current, next });
  if (!answer.ok) {
    if (isSignedOut(answer.error)) return toSignIn(lang);
    return back(answer.error.type === 'refused' ? 'password' : 'unreachable');
  }
  if (answer.data.outcome !== 'wrong-current') uncountRequest('signIns', client, now);
  if (answer.data.outcome === 'limited') return back('limited', minutesOf(answer.data.retryAfterSeconds));
  if (answer.data.outcome === 'changed') keepSession(cookies, { ...session, token: answer.data.token });
  return back(answer.data.outcome);
}

/** Puts what an earlier order held into the cart, which tells what of it is not to be had now. */
async function orderAgain(cookies: AstroCookies, { form, session, lang, back }: Posted): Promise<Response> {
  const found = await fetchEarlierOrders(medusa(), session.token);
  if (!found.ok) return isSignedOut(found.error) ? toSignIn(lang) : back('unreachable');
  const order = found.data.find(({ id }) => id === form.get('order'));
  if (!order) return back('unknown-order');
  await putIntoCart(cookies, order.lines);
  return seeOther(paths(lang).cart);
}
