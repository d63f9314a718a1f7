import type { AstroCookies } from 'astro';
import { normalisePhone, PHONE_LENGTH } from '@ocop/rules/phone';
import { orderOfToken } from '@ocop/rules/receipt-token';
import { z } from 'zod';
import { siteEnv } from '../../config/env.ts';
import type { ClientRequest } from '../../http/client-address.ts';
import { readForm, seeOther } from '../../http/forms.ts';
import { countRequest, uncountRequest } from '../../http/rate-limits.ts';
import { sealedCookie } from '../../http/sealed-cookie.ts';
import type { Lang } from '../../i18n/lang.ts';
import { paths } from '../../i18n/paths.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { cancelOrder } from '../../medusa-client/orders.ts';

/** Id of the part of the receipt where an order is cancelled. */
export const CANCEL = 'huy-don';

const news = z.object({
  /** `phone`: what was typed is no telephone number. `unknown`: it is not the order's. */
  state: z.enum(['canceled', 'too-late', 'phone', 'unknown', 'too-many', 'unreachable']),
  typed: z.string(),
});

export type CancellationNews = z.output<typeof news>;

const LIFETIME_S = 120;

/** What a cancellation came to, on its way to the receipt that tells it. */
const cookie = sealedCookie('cancellation', news, LIFETIME_S);

export const takeCancellationNews = (cookies: AstroCookies): CancellationNews | null => cookie.take(cookies);

/**
 * Answers the form that cancels an order, always with 303 to its receipt. The address alone is not enough,
 * for it is passed on to others: the telephone number given with the order is asked for.
 */
export async function answerCancellation(
  request: Request,
  cookies: AstroCookies,
  { token, lang, client }: { token: string; lang: Lang; client: ClientRequest },
): Promise<Response> {
  const secret = siteEnv().RECEIPT_SECRET;
  const orderId = secret ? orderOfToken(secret, token) : null;
  if (orderId === null) return new Response(null, { status: 404 });
  const typed = String((await readForm(request))?.get('phone') ?? '').slice(0, PHONE_LENGTH);
  const back = (state: CancellationNews['state']) => {
    cookie.write(cookies, { state, typed: state === 'canceled' ? '' : typed });
    return seeOther(paths(lang).receipt(token), CANCEL);
  };
  const phone = normalisePhone(typed);
  if (phone === null) return back('phone');
  const now = Date.now();
  if (countRequest('orderLookups', client, now).limited) return back('too-many');
  const answer = await cancelOrder(medusa(), orderId, { phone });
  if (!answer.ok && answer.error.type === 'not-found') return back('unknown');
  uncountRequest('orderLookups', client, now);
  return back(answer.ok ? answer.data : 'unreachable');
}
