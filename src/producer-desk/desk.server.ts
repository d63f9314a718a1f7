import type { AstroCookies } from 'astro';
import { z } from 'zod';
import { readForm, seeOther } from '../http/forms.ts';
import { sealedCookie } from '../http/sealed-cookie.ts';
import type { Lang } from '../i18n/lang.ts';
import { paths } from '../i18n/paths.ts';
import { medusa } from '../medusa-client/medusa.server.ts';
import { isSignedOut } from '../medusa-client/people.ts';
import {
  fetchParcel,
  handParcelOver,
  packParcel,
  type ParcelAnswer,
} from '../medusa-client/producer-desk.ts';
import type { EdgeError } from '../medusa-client/result.ts';
import { bakedOffers, readCard } from '../record/snapshot.server.ts';
import { forgetSession, keptSession, toSignIn } from '../people/session.server.ts';
import { NEWS } from '../people/sign-in.server.ts';

const news = z.object({
  orderId: z.string(),
  state: z.enum([
    ...(['packed', 'handed-over', 'money', 'call', 'canceled'] as const),
    ...(['not-packed', 'together', 'line', 'unreachable'] as const),
  ]),
  typed: z.object({ carrier: z.string(), tracking: z.string() }),
});

export type DeskNews = z.output<typeof news>;

const cookie = sealedCookie('desk_news', news, 120);

export const takeDeskNews = (cookies: AstroCookies): DeskNews | null => cookie.take(cookies);

const LINE_LENGTH = 60;

/** Answers “packed” and “handed over”, always with 303. */
export async function answerDesk(
  request: Request,
  cookies: AstroCookies,
  { lang, orderId }: { lang: Lang; orderId: string },
): Promise<Response> {
  const session = keptSession(cookies);
  if (!session) return toSignIn(lang);
  const form = await readForm(request);
  const field = (name: string) => String(form?.get(name) ?? '').trim();
  const typed = { carrier: field('carrier').slice(0, 100), tracking: field('tracking').slice(0, 100) };
  const back = (state: DeskNews['state']) => {
    cookie.write(cookies, { orderId, state, typed });
    return seeOther(paths(lang).deskOrder(orderId), NEWS);
  };
  const failed = (error: EdgeError): Response => {
    if (isSignedOut(error)) return signedOut(cookies, lang);
    if (error.type === 'not-found') return new Response(null, { status: 404 });
    return back('unreachable');
  };
  if (form?.get('action') === 'packed') {
    const answer = await packParcel(medusa(), session.token, orderId);
    return answer.ok ? back(answer.data.outcome) : failed(answer.error);
  }
  if (form?.get('action') !== 'handed-over') return seeOther(paths(lang).deskOrder(orderId));
  if ([typed.carrier, typed.tracking].some((text) => text.length > LINE_LENGTH || /\p{Cc}/u.test(text))) {
    return back('line');
  }
  const answer = await handParcelOver(medusa(), session.token, { orderId, ...typed });
  return answer.ok ? back(answer.data.outcome) : failed(answer.error);
}

export type FoundParcel =
  { kind: 'signed-out' | 'unknown' | 'unreachable' } | { kind: 'found'; parcel: ParcelAnswer; token: string };

/** One parcel of whoever is signed in; `unknown` for what is somebody else's as for what is not there. */
export async function findParcel(cookies: AstroCookies, orderId: string): Promise<FoundParcel> {
  const session = keptSession(cookies);
  if (!session) return { kind: 'signed-out' };
  const found = await fetchParcel(medusa(), session.token, orderId);
  if (found.ok) return { kind: 'found', parcel: found.data, token: session.token };
  if (isSignedOut(found.error)) {
    forgetSession(cookies);
    return { kind: 'signed-out' };
  }
  return { kind: found.error.type === 'not-found' ? 'unknown' : 'unreachable' };
}

function signedOut(cookies: AstroCookies, lang: Lang): Response {
  forgetSession(cookies);
  return toSignIn(lang);
}

/** Where the goods of a parcel are sent from, as the record has the producer's address; '' where it has none. */
export async function senderAddress({ lines }: Pick<ParcelAnswer, 'lines'>): Promise<string> {
  const baked = await bakedOffers();
  for (const { sku } of lines) {
    const pack = baked.get(sku);
    const card = pack ? await readCard(pack.product) : null;
    const printed = card?.producer?.address?.printed;
    if (printed) return printed;
  }
  return '';
}
