import type { StripeStandIn } from './stripe.ts';

/** Numbers of cards as Stripe gives them to testers. */
export const testCards = {
  good: '4242424242424242',
  declined: '4000000000000002',
  secure: '4000002760003184',
} as const;

/** What the stand-in's page answers. */
export interface PageAnswer {
  status: number;
  html: string;
  location?: string;
}

const page = (title: string, body: string): PageAnswer => ({
  status: 200,
  html: `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">
<title>${title}</title><h1>${title}</h1>${body}</html>`,
});

/** Plays Stripe's hosted page: pay, be declined, prove who one is (3-D Secure), leave. Works without scripts. */
export async function hostedPage(
  stripe: StripeStandIn,
  method: string,
  url: URL,
  form: URLSearchParams,
): Promise<PageAnswer> {
  const [, , , id = '', step] = url.pathname.split('/');
  const session = stripe.page(id);
  if (session.status !== 'open') return page('This page has ended', '<p>Nothing was charged here.</p>');
  const isSecured = step === '3ds';
  const ask = (said = '') =>
    page(
      `Pay ${session.amount_total} ${session.currency}`,
      `<p role="alert">${said}</p><form method="post" action="/c/pay/${id}"><label>Card number <input name="card"></label>
<button>Pay</button></form><a href="${session.cancel_url}">Back to the shop</a>`,
    );
  if (method !== 'POST') return ask();
  const card = form.get('card');
  if (isSecured && form.get('proof') !== 'yes') return ask('We are unable to authenticate your card.');
  if (!isSecured && card === testCards.declined) return ask('Your card was declined.');
  if (!isSecured && card === testCards.secure) {
    return page(
      'Your bank asks: is it you?',
      `<form method="post" action="/c/pay/${id}/3ds"><button name="proof" value="yes">Complete</button>
<button name="proof" value="no">Fail</button></form>`,
    );
  }
  if (!isSecured && card !== testCards.good) return ask('Your card number is invalid.');
  await stripe.pay(id);
  return { status: 303, html: '', location: session.success_url ?? '' };
}
