import type { AstroCookies } from 'astro';
import { z } from 'zod';
import type { ClientRequest } from '../../http/client-address.ts';
import { readForm, seeOther } from '../../http/forms.ts';
import { countRequest, uncountRequest } from '../../http/rate-limits.ts';
import { sealedCookie } from '../../http/sealed-cookie.ts';
import { otherLanguage, type Lang } from '../../i18n/lang.ts';
import { paths } from '../../i18n/paths.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { findOrder } from '../../medusa-client/orders.ts';
import { receiptOfOrder } from '../receipt/receipt-address.server.ts';
import { checkTracking, readTrackingForm } from './tracking.ts';

/** Id of what is to be corrected. */
export const TROUBLE = 'loi';

const draft = z.object({
  form: z.object({ code: z.string(), phone: z.string() }),
  /** `typed`: nothing was asked yet. `checked`: a field is to be corrected. The others: why nothing was found. */
  state: z.enum(['typed', 'checked', 'unknown', 'too-many', 'unreachable']),
});

export type TrackingDraft = z.output<typeof draft>;

const LIFETIME_S = 120;

/** What was typed, on its way to the page that tells what came of it. */
const cookie = sealedCookie('tracking', draft, LIFETIME_S);

export const takeDraft = (cookies: AstroCookies): TrackingDraft | null => cookie.take(cookies);

/**
 * Answers the posted form, always with 303: to the receipt, or back to the form. Numbers that do not belong
 * to the telephone are counted by network.
 */
export async function answerTracking(
  request: Request,
  cookies: AstroCookies,
  lang: Lang,
  client: ClientRequest,
): Promise<Response> {
  const to = paths(lang);
  const posted = await readForm(request);
  if (!posted) return seeOther(to.trackOrder);
  const form = readTrackingForm(posted);
  const back = (state: TrackingDraft['state']) => {
    cookie.write(cookies, { form, state });
    return seeOther(to.trackOrder, TROUBLE);
  };
  if (posted.get('action') === 'language') {
    cookie.write(cookies, { form, state: 'typed' });
    return seeOther(paths(otherLanguage(lang)).trackOrder);
  }
  const reading = checkTracking(form);
  if (!reading.ok) return back('checked');
  const now = Date.now();
  if (countRequest('orderLookups', client, now).limited) return back('too-many');
  const found = await findOrder(medusa(), { code: reading.code, phone: reading.phone });
  if (!found.ok && found.error.type === 'not-found') return back('unknown');
  uncountRequest('orderLookups', client, now);
  if (!found.ok) return back('unreachable');
  const receipt = receiptOfOrder(found.data);
  return receipt === null ? back('unreachable') : seeOther(to.receipt(receipt));
}
