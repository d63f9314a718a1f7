import type { AstroCookies } from 'astro';
import { currentOffers } from '../availability/availability.server.ts';
import { dictionary } from '../../i18n/index.ts';
import { otherLanguage, type Lang } from '../../i18n/lang.ts';
import { cacheControl } from '../../http/cache-control.ts';
import { readForm, safePath, seeOther } from '../../http/forms.ts';
import { bakedOffers } from '../../record/snapshot.server.ts';
import { paths } from '../../i18n/paths.ts';
import type { ClientRequest } from '../../http/client-address.ts';
import { dropCoupon, enterCoupon } from '../coupon/coupon.server.ts';
import { openCart } from './cart.server.ts';
import type { Cart } from './cart.ts';
import { cartNewsCookie } from './cart-notices.server.ts';
import { readCartRequest } from './cart-request.ts';
import type { CartRequest } from './cart-request.ts';
import { cartView } from './cart-view.ts';
import { changeCart } from './changes.ts';
import { rememberCart } from './cart-cookies.ts';
import { landing } from './landing.ts';
import { isGoodNews, MOST_TOLD, noticeMessage, noticeOf, plainNotice } from './notice.ts';
import type { CartNotice } from './notice.ts';

/**
 * Answers `POST /gio-hang` (see readCartRequest; `lang`; `back`, the page to go on shopping from). Forms
 * get 303 to the page that tells what happened, at the line it happened to; a script that accepts JSON
 * gets `{ ok, message, see }` and no redirect.
 */
export async function answerCartForm(
  request: Request,
  cookies: AstroCookies,
  pageLang: Lang,
  client: ClientRequest,
): Promise<Response> {
  const form = await readForm(request);
  const lang: Lang = form?.get('lang') === 'en' ? 'en' : pageLang;
  const to = paths(lang);
  const asked = form && readCartRequest(form);
  if (!asked) return seeOther(to.cart);

  const coupon = couponChange(form, cookies, client);
  const { notices, cart, blocked } = await carryOut(asked, cookies);
  if (coupon === 'limited') notices.push(plainNotice('coupon-limited'));
  if (request.headers.get('accept')?.includes('application/json')) return answerScript(notices, lang);

  const back = safePath(String(form.get('back') ?? ''));
  const bad = notices.filter(({ code }) => !isGoodNews(code));
  const free = bad.length === 0;
  if (asked.then === 'checkout' && free && !blocked && cart) return seeOther(to.checkout);
  if (asked.then === 'shopping' && free) return seeOther(back ?? to.products());
  if (asked.then === 'checkout') bad.push(plainNotice('not-ordered'));
  // As many as a cookie holds, and more than anybody reads.
  const told = (asked.then === 'cart' ? notices : bad).slice(0, MOST_TOLD);
  if (told.length > 0 || back) cartNewsCookie.write(cookies, { notices: told, back });
  if (asked.then === 'other-language') return seeOther(paths(otherLanguage(lang)).cart);
  return seeOther(to.cart, coupon === 'changed' ? COUPON : landing(asked, told, cart));
}

/** Id of the place that tells what a coupon comes to. */
const COUPON = 'ma-giam-gia';

/** A code that was typed counts whichever button was pressed, as amounts do. */
function couponChange(
  form: FormData,
  cookies: AstroCookies,
  client: ClientRequest,
): 'none' | 'changed' | 'limited' {
  const action = form.get('action');
  if (action === 'coupon-off') {
    dropCoupon(cookies);
    return 'changed';
  }
  const typed = form.get('ma');
  if (typeof typed !== 'string' || typed.trim() === '') return 'none';
  if (enterCoupon(cookies, typed, client) === 'limited') return 'limited';
  return action === 'coupon' || action === 'save' ? 'changed' : 'none';
}

interface CarriedOut {
  notices: CartNotice[];
  cart: Cart | null;
  /** Whether some line stands in the way of ordering. */
  blocked: boolean;
}

async function carryOut(asked: CartRequest, cookies: AstroCookies): Promise<CarriedOut> {
  const offers = await currentOffers();
  const remembered = openCart(cookies);
  let { outcomes, cart } = changeCart(remembered, offers, asked.changes);
  if (cart && !rememberCart(cookies, cart)) {
    outcomes = asked.changes.map(() => ({ kind: 'too-many-kinds' }));
    cart = remembered;
  }
  const told = asked.changes.flatMap((change, at) => {
    const outcome = outcomes[at];
    if (!outcome) return [];
    const notice = noticeOf(change, outcome);
    const { control } = asked;
    if (control?.sku !== change.sku) return [notice];
    if (control.kind === 'remove') return [{ ...notice, before: asked.below }];
    // A press on + that came to nothing leaves in the field what stood there before.
    const isStep = control.kind === 'plus' && change.action === 'set';
    return [isStep && notice.typed !== null ? { ...notice, typed: String(change.quantity - 1) } : notice];
  });
  return {
    notices: [...told, ...asked.unread],
    cart,
    blocked: cart !== null && cartView(cart, offers, null).blocked,
  };
}

async function answerScript(notices: readonly CartNotice[], lang: Lang): Promise<Response> {
  const messages = dictionary(lang).cart;
  const [notice = plainNotice('nothing-there')] = notices;
  const name = (await bakedOffers()).get(notice.sku)?.name[lang] ?? messages.thing;
  return Response.json(
    {
      ok: isGoodNews(notice.code),
      message: noticeMessage(messages.notice, notice, name),
      see: messages.see,
    },
    { headers: { 'cache-control': cacheControl.never } },
  );
}
