import type { AstroCookies } from 'astro';
import { z } from 'zod';
import { sealedCookie } from '../../http/sealed-cookie.ts';
import { withinLimits } from './checkout.ts';
import type { CheckoutForm } from './checkout.ts';

const text = z.string();

/**
 * A checkout that is being filled in. `state`: what its last sending came to, which the page tells:
 * `typed` nothing was asked yet; `place` the new name of the place was asked for; `checked` there is
 * something to correct; `delivery` what delivery there costs was not seen yet; `limited` too many orders were sent from this network,
 * `limited-phone` with this telephone number; the others as PlaceOutcome names them.
 */
const draft = z.object({
  form: z.object({
    name: text,
    phone: text,
    email: text,
    province: text,
    commune: text,
    street: text,
    note: text,
    // A page that was open before there were gifts and invoices has none of them.
    gift: text.default(''),
    invoiceName: text.default(''),
    taxCode: text.default(''),
    invoiceAddress: text.default(''),
    invoiceEmail: text.default(''),
    payment: text.default('cod'),
  }),
  state: z.enum([
    'typed',
    'place',
    'checked',
    'delivery',
    'price-changed',
    'not-placed',
    'not-possible',
    'limited',
    'limited-phone',
    'card-unreachable',
    'unknown',
  ]),
  /** The total the buyer agreed to, đồng. */
  total: z.number(),
});

export type CheckoutDraft = z.output<typeof draft>;

/** A form left for an hour is begun anew, and no longer does anybody's address lie on a device. */
const LIFETIME_S = 60 * 60;

const cookie = sealedCookie('checkout', draft, LIFETIME_S);

export const readDraft = (cookies: AstroCookies): CheckoutDraft | null => cookie.read(cookies);

/** Keeps what was typed. Only what no field lets be typed may not fit; then it is cut, note and gift first. */
export function writeDraft(cookies: AstroCookies, kept: CheckoutDraft): void {
  const cut: CheckoutForm = withinLimits(kept.form);
  for (const form of [kept.form, cut, { ...cut, note: '', gift: '' }]) {
    if (cookie.write(cookies, { ...kept, form })) return;
  }
}

/** Erases what was typed: the order was placed. */
export const eraseDraft = (cookies: AstroCookies): void => cookie.clear(cookies);
