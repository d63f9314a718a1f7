import { isDong } from '@ocop/rules/money';
import type { AstroCookies } from 'astro';
import { findCart } from '../cart/cart.server.ts';
import type { NamedCart } from '../cart/cart.server.ts';
import { forgetCart } from '../cart/cart-cookies.ts';
import { readForm } from '../../http/forms.ts';
import type { Lang } from '../../i18n/lang.ts';
import { paths } from '../../i18n/paths.ts';
import { checkCheckout, emptyCheckout, readCheckoutForm } from './checkout.ts';
import type { CheckoutField, CheckoutForm } from './checkout.ts';
import type { DeliveryPlace } from './delivery-place.ts';
import { place, placeOf, receiptOfCart, receiptOfOrder } from './order.server.ts';
import { unitCodes } from './place-messages.ts';
import { provinceChoices } from './provinces.server.ts';

/** What stands above the form when an order could not be placed. */
export type CheckoutMessage =
  { kind: 'price-changed'; before: number } | { kind: 'not-placed' | 'not-possible' };

/** What the checkout page has to show, or where to send the buyer instead. */
export type CheckoutView =
  | {
      show: 'form';
      status: number;
      cart: NamedCart;
      form: CheckoutForm;
      wrong: CheckoutField[];
      message: CheckoutMessage | null;
      place: DeliveryPlace | null;
    }
  /** The form is kept out of sight with one button to send it again, which is always safe. */
  | { show: 'again'; reason: 'unknown' | 'not-placed'; status: number; form: CheckoutForm; total: number }
  | { show: 'unreachable'; status: number }
  | { show: 'elsewhere'; location: string };

/** The first view of the checkout page. */
export async function viewCheckout(cookies: AstroCookies, lang: Lang): Promise<CheckoutView> {
  const found = await findCart(cookies, lang);
  if (found.kind === 'ordered') return leadToReceipt(cookies, found.cartId, lang);
  if (found.kind === 'unreachable') return { show: 'unreachable', status: 503 };
  if (found.kind !== 'open' || found.cart.lines.length === 0 || found.cart.blocked) {
    return { show: 'elsewhere', location: paths(lang).cart };
  }
  return formView(found.cart, emptyCheckout, {});
}

/** Answers the posted checkout form: places the order, or shows the form again with what to do. */
export async function answerCheckout(
  request: Request,
  cookies: AstroCookies,
  lang: Lang,
): Promise<CheckoutView> {
  const posted = await readForm(request);
  if (!posted) return { show: 'elsewhere', location: paths(lang).checkout };
  const form = readCheckoutForm(posted);
  const total = Number(posted.get('total'));
  const agreed = isDong(total) ? total : 0;
  const found = await findCart(cookies, lang);
  if (found.kind === 'ordered') return leadToReceipt(cookies, found.cartId, lang);
  if (found.kind === 'unreachable') {
    return { show: 'again', reason: 'not-placed', status: 503, form, total: agreed };
  }
  if (found.kind !== 'open' || found.cart.lines.length === 0) {
    return { show: 'elsewhere', location: paths(lang).cart };
  }
  const { cart } = found;
  if (posted.get('action') === 'place') {
    const answer = form.commune ? await placeOf(form.commune, form.province) : null;
    return formView(cart, form, { place: answer });
  }

  const provinces = new Set((await provinceChoices()).map(({ code }) => code));
  const reading = checkCheckout(form, { provinces, alcohol: cart.alcohol });
  if (!reading.ok) return formView(cart, form, { wrong: reading.wrong, status: 422 });

  const outcome = await place(cart.id, reading.checkout, agreed, lang);
  switch (outcome.kind) {
    case 'placed': {
      forgetCart(cookies);
      const token = receiptOfOrder(outcome.orderId);
      if (!token) return { show: 'elsewhere', location: paths(lang).home };
      const codes = unitCodes(await placeOf(reading.checkout.commune, reading.checkout.province));
      const query = codes.length > 0 ? `?nay=${codes.join('.')}` : '';
      return { show: 'elsewhere', location: paths(lang).receipt(token) + query };
    }
    case 'cart-gone':
      forgetCart(cookies);
      return { show: 'elsewhere', location: paths(lang).cart };
    case 'cart-changed':
      return { show: 'elsewhere', location: `${paths(lang).cart}?tin=order-stopped` };
    case 'price-changed': {
      const again = await findCart(cookies, lang);
      const now = again.kind === 'open' ? again.cart : cart;
      return formView({ ...now, total: outcome.total }, form, {
        message: { kind: 'price-changed', before: agreed },
        status: 409,
      });
    }
    case 'not-placed': {
      const kind = outcome.error.type === 'refused' ? 'not-possible' : 'not-placed';
      return formView(cart, form, { message: { kind }, status: 503 });
    }
    case 'unknown':
      return { show: 'again', reason: 'unknown', status: 202, form, total: agreed };
  }
}

async function leadToReceipt(cookies: AstroCookies, cartId: string, lang: Lang): Promise<CheckoutView> {
  const token = await receiptOfCart(cartId);
  if (!token) return { show: 'elsewhere', location: paths(lang).cart };
  forgetCart(cookies);
  return { show: 'elsewhere', location: paths(lang).receipt(token) };
}

function formView(
  cart: NamedCart,
  form: CheckoutForm,
  more: Partial<Extract<CheckoutView, { show: 'form' }>>,
): CheckoutView {
  return { show: 'form', status: 200, cart, form, wrong: [], message: null, place: null, ...more };
}
