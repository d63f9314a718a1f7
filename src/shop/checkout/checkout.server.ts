import { isDong } from '@ocop/rules/money';
import { provinceName } from '@ocop/rules/place/province-name';
import type { AstroCookies } from 'astro';
import { expireOffers } from '../availability/availability.server.ts';
import { findCart } from '../cart/cart.server.ts';
import type { CartLookup, NamedCart } from '../cart/cart.server.ts';
import { dropCoupon } from '../coupon/coupon.server.ts';
import { forgetCart } from '../cart/cart-cookies.ts';
import { cartNewsCookie } from '../cart/cart-notices.server.ts';
import { forgetDeliveryPrice } from '../cart/delivery-price.server.ts';
import { NEWS } from '../cart/landing.ts';
import { plainNotice } from '../cart/notice.ts';
import type { ClientRequest } from '../../http/client-address.ts';
import { countRequest } from '../../http/rate-limits.ts';
import { readForm, seeOther } from '../../http/forms.ts';
import { otherLanguage, type Lang } from '../../i18n/lang.ts';
import { paths } from '../../i18n/paths.ts';
import { checkCheckout, emptyCheckout, readCheckoutForm } from './checkout.ts';
import type { CheckoutField, CheckoutForm, CheckoutReading } from './checkout.ts';
import type { DeliveryPlace } from './delivery-place.ts';
import { eraseDraft, readDraft, writeDraft } from './draft.server.ts';
import type { CheckoutDraft } from './draft.server.ts';
import { forgetPayWays, payWays } from '../payment/pay-ways.server.ts';
import { countPhoneOrder } from './phone-orders.server.ts';
import { lastOrder, rememberOrder } from '../receipt/last-order.server.ts';
import { receiptOfOrder } from '../receipt/receipt-address.server.ts';
import { place, placeOf } from './order.server.ts';
import { provinceChoices } from './provinces.server.ts';

/** Ids of what the checkout page leads to: what is to be corrected, and the answer about a place. */
export const TROUBLE = 'loi';
export const PLACE_ANSWER = 'noi-nhan';

const plainMessages = ['not-placed', 'not-possible', 'limited', 'limited-phone', 'card-unreachable'] as const;

/** What stands above the form when an order could not be placed. */
export type CheckoutMessage =
  | { kind: 'price-changed'; before: number }
  /** Nothing is wrong: what delivery to this province costs is seen for the first time. */
  | { kind: 'delivery'; province: string; shipping: number }
  | { kind: (typeof plainMessages)[number] };

/** What the checkout page has to show, or where to send the buyer instead. */
export type CheckoutView =
  | {
      show: 'form';
      cart: NamedCart;
      form: CheckoutForm;
      wrong: CheckoutField[];
      message: CheckoutMessage | null;
      place: DeliveryPlace | null;
    }
  /** The form is kept out of sight with one button to send it again, which is always safe. */
  | { show: 'again'; reason: 'unknown' | 'not-placed'; form: CheckoutForm; total: number }
  | { show: 'unreachable' }
  | { show: 'elsewhere'; location: string };

/** The checkout page: what was typed so far, and what sending it came to. */
export async function viewCheckout(cookies: AstroCookies, lang: Lang): Promise<CheckoutView> {
  const draft = readDraft(cookies);
  if (draft?.state === 'price-changed') {
    // The total that was not agreed to is asked for anew, also where another process asked it first.
    forgetDeliveryPrice();
    expireOffers();
  }
  const found = await findCart(cookies, lang);
  if (found.kind === 'open' && !found.cart.checked) {
    // Nobody agrees to a total that is not known.
    return draft && draft.state !== 'typed' && draft.state !== 'place'
      ? { show: 'again', reason: draft.state === 'unknown' ? 'unknown' : 'not-placed', ...draft }
      : { show: 'unreachable' };
  }
  const elsewhere = otherPage(found, cookies, lang);
  if (elsewhere !== null || found.kind !== 'open') {
    return { show: 'elsewhere', location: elsewhere ?? paths(lang).cart };
  }
  if (draft?.state === 'unknown') return { show: 'again', reason: 'unknown', ...draft };
  return formView(found.cart, draft);
}

/** Where somebody without a cart to order belongs; null for a cart that can be ordered. */
function otherPage(found: CartLookup, cookies: AstroCookies, lang: Lang): string | null {
  const to = paths(lang);
  if (found.kind === 'open' && found.cart.lines.length > 0) return found.cart.blocked ? to.cart : null;
  const order = lastOrder(cookies);
  const receipt = order === null ? null : receiptOfOrder(order.orderId);
  return receipt === null ? to.cart : to.receipt(receipt);
}

async function formView(cart: NamedCart, draft: CheckoutDraft | null): Promise<CheckoutView> {
  const { form, state, total } = draft ?? { form: emptyCheckout, state: 'typed', total: 0 };
  const asked = state === 'place' && canBeAnswered(form);
  const reading = state === 'checked' ? await check(form, cart.total) : null;
  const missing = state === 'place' && !asked ? placeFields.filter((field) => form[field].trim() === '') : [];
  return {
    show: 'form',
    cart,
    form,
    wrong: reading && !reading.ok ? reading.wrong : missing,
    message: state === 'delivery' ? deliveryTold(form, cart) : messageOf(state, total, cart),
    place: asked ? await placeOf(form.commune, form.province) : null,
  };
}

function messageOf(state: CheckoutDraft['state'], agreed: number, cart: NamedCart): CheckoutMessage | null {
  const plain = plainMessages.find((one) => one === state);
  if (plain) return { kind: plain };
  return state === 'price-changed' && agreed !== cart.total ? { kind: state, before: agreed } : null;
}

function deliveryTold({ province }: CheckoutForm, { shipping }: NamedCart): CheckoutMessage | null {
  const name = provinceName(province);
  return name === null || shipping === null ? null : { kind: 'delivery', province: name, shipping };
}

/**
 * Whether the total with delivery to the chosen province was not seen yet. An order that may have been placed
 * is asked for as it was sent.
 */
function isTotalNew(cart: NamedCart, agreed: number, cookies: AstroCookies): boolean {
  if (agreed === cart.total || readDraft(cookies)?.state === 'unknown') return false;
  return cart.shippingVaries || agreed === 0;
}

/** What must be known to say what a place is called today. */
const placeFields = ['province', 'commune'] as const;

const canBeAnswered = (form: CheckoutForm) => placeFields.every((field) => form[field].trim() !== '');

/** @param cartTotal the total it would be ordered at, đồng */
async function check(form: CheckoutForm, cartTotal: number): Promise<CheckoutReading> {
  const provinces = new Set((await provinceChoices()).map(({ code }) => code));
  return checkCheckout(form, { provinces, payWays: await payWays(cartTotal) });
}

/**
 * Answers the posted checkout form, always with 303: to the receipt, or back to the page that tells what
 * is to be done, at the place where it tells it. What was typed is kept meanwhile (see draft.server.ts).
 * `action`: `order`; `place` asks what the place is called today; `language`, `cart` go elsewhere; `keep`
 * only keeps, for a script.
 */
export async function answerCheckout(
  request: Request,
  cookies: AstroCookies,
  lang: Lang,
  client: ClientRequest,
): Promise<Response> {
  const to = paths(lang);
  const posted = await readForm(request);
  if (!posted) return seeOther(to.checkout);
  const form = readCheckoutForm(posted);
  const total = Number(posted.get('total'));
  const agreed = isDong(total) ? total : 0;
  const keep = (state: CheckoutDraft['state']) => writeDraft(cookies, { form, state, total: agreed });

  switch (posted.get('action')) {
    case 'keep':
      keep('typed');
      return new Response(null, { status: 204 });
    case 'cart':
      keep('typed');
      return seeOther(to.cart);
    case 'language':
      keep(readDraft(cookies)?.state ?? 'typed');
      return seeOther(paths(otherLanguage(lang)).checkout);
    case 'place':
      keep('place');
      return seeOther(to.checkout, canBeAnswered(form) ? PLACE_ANSWER : TROUBLE);
    default:
      if (countRequest('orders', client).limited) {
        keep('limited');
        return seeOther(to.checkout, TROUBLE);
      }
      return order({ form, agreed, keep }, cookies, lang);
  }
}

interface Sent {
  form: CheckoutForm;
  agreed: number;
  keep(state: CheckoutDraft['state']): void;
}

async function order({ form, agreed, keep }: Sent, cookies: AstroCookies, lang: Lang): Promise<Response> {
  const to = paths(lang);
  const backWith = (state: CheckoutDraft['state']) => {
    keep(state);
    return seeOther(to.checkout, TROUBLE);
  };
  const found = await findCart(cookies, lang, form.province);
  if (found.kind === 'open' && !found.cart.checked) return backWith('not-placed');
  const elsewhere = otherPage(found, cookies, lang);
  if (found.kind === 'open' && found.cart.blocked) return stopped(keep, cookies, lang);
  if (elsewhere !== null || found.kind !== 'open') return seeOther(elsewhere ?? to.cart);
  const reading = await check(form, found.cart.total);
  if (!reading.ok) return backWith('checked');
  if (isTotalNew(found.cart, agreed, cookies)) return backWith('delivery');

  const counted = countPhoneOrder(reading.checkout.phone);
  if (counted === null) return backWith('limited-phone');
  const { coupon } = found.cart;
  const taken = coupon?.state === 'applied' ? coupon.code : null;
  const outcome = await place(found.kept, reading.checkout, { total: agreed, coupon: taken }, lang);
  if (outcome.kind !== 'placed' && outcome.kind !== 'unknown') counted.takeBack();
  switch (outcome.kind) {
    case 'placed': {
      forgetCart(cookies);
      // Whose card is refused pays otherwise, and types nothing again.
      if (reading.checkout.payment === 'card') keep('typed');
      else eraseDraft(cookies);
      dropCoupon(cookies);
      rememberOrder(cookies, { orderId: outcome.orderId, cartId: found.kept.id });
      const token = receiptOfOrder(outcome.orderId);
      return seeOther(token ? to.receipt(token) : to.home);
    }
    case 'cart-changed':
      return stopped(keep, cookies, lang);
    // Without the coupon, or with less of it, the total is another one: it is agreed to anew.
    case 'coupon-refused':
    case 'price-changed':
      return backWith('price-changed');
    case 'not-placed':
      return backWith('not-placed');
    case 'no-such-payment':
      // The page says which ways there are now.
      forgetPayWays();
      return backWith('checked');
    case 'card-unreachable':
      return backWith('card-unreachable');
    case 'no-delivery':
      return backWith('not-possible');
    case 'unknown':
      return backWith('unknown');
  }
}

/** Something in the cart cannot be ordered as it stands: the cart says what, the form is kept. */
function stopped(keep: Sent['keep'], cookies: AstroCookies, lang: Lang): Response {
  keep('typed');
  cartNewsCookie.write(cookies, { notices: [plainNotice('order-stopped')], back: null });
  return seeOther(paths(lang).cart, NEWS);
}
