import type { APIRoute } from 'astro';
import { cacheControl } from '../../../../http/cache-control.ts';
import { languageOf } from '../../../../i18n/index.ts';
import { medusa } from '../../../../medusa-client/medusa.server.ts';
import { fetchSlip } from '../../../../medusa-client/producer-desk.ts';
import { toSignIn } from '../../../../people/session.server.ts';
import { findParcel, senderAddress } from '../../../../producer-desk/desk.server.ts';

export const prerender = false;

/** The slip of a parcel as a page to print, with the sender's own address. It may show itself and nothing else. */
export const GET: APIRoute = async ({ params, cookies }) => {
  const lang = languageOf(params.lang);
  const orderId = params.order ?? '';
  if (lang === null) return new Response(null, { status: 404 });
  const found = await findParcel(cookies, orderId);
  if (found.kind === 'signed-out') return toSignIn(lang);
  if (found.kind === 'unknown') return new Response(null, { status: 404 });
  if (found.kind !== 'found') return new Response(null, { status: 503 });
  const from = await senderAddress(found.parcel);
  const slip = await fetchSlip(medusa(), found.token, { orderId, lang, from });
  if (!slip.ok) return new Response(null, { status: slip.error.type === 'not-found' ? 404 : 503 });
  return new Response(slip.data, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': cacheControl.personal,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
    },
  });
};
