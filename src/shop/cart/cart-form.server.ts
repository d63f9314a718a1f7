import { clipText } from '@ocop/rules/text';
import type { AstroCookies } from 'astro';
import { currentOffers } from '../availability/availability.server.ts';
import { dictionary } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/lang.ts';
import { cacheControl } from '../../http/cache-control.ts';
import { readForm, safePath, seeOther } from '../../http/forms.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { bakedOffers } from '../../record/snapshot.server.ts';
import { paths } from '../../i18n/paths.ts';
import { keep } from './cart.server.ts';
import { countPieces } from './cart-view.ts';
import { changeCart } from './changes.ts';
import type { CartChange } from './changes.ts';
import { forgetCart, rememberedCart } from './cart-cookies.ts';
import { isGoodNews, noticeOf, noticeQuery, noticeMessage } from './notice.ts';
import type { CartNotice } from './notice.ts';
import { readQuantity } from './quantity.ts';

/**
 * Answers `POST /gio-hang`: `action` = add, set or remove; `sku`; `quantity`; `lang`; `back`, the
 * page to go on shopping from. Forms get 303 to the cart page, which tells what happened; a script
 * that accepts JSON gets `{ ok, message, see }` and no redirect.
 */
export async function answerCartForm(
  request: Request,
  cookies: AstroCookies,
  pageLang: Lang,
): Promise<Response> {
  const form = await readForm(request);
  const lang: Lang = form?.get('lang') === 'en' ? 'en' : pageLang;
  const read = form && readChange(form);
  if (!read) return seeOther(paths(lang).cart);

  const notice = read.ok ? await carryOut(read.change, cookies) : read.notice;
  const back = safePath(text(form, 'back'));
  if (request.headers.get('accept')?.includes('application/json')) {
    const name = (await bakedOffers()).get(notice.sku)?.name[lang] ?? dictionary(lang).cart.thing;
    return Response.json(
      {
        ok: isGoodNews(notice.code),
        message: noticeMessage(dictionary(lang).cart.notice, notice, name),
        see: dictionary(lang).cart.see,
      },
      { headers: { 'cache-control': cacheControl.never } },
    );
  }
  const query = noticeQuery(notice) + (back ? `&tu=${encodeURIComponent(back)}` : '');
  return seeOther(`${paths(lang).cart}?${query}`);
}

async function carryOut(change: CartChange, cookies: AstroCookies): Promise<CartNotice> {
  const room = { medusa: medusa(), offers: await currentOffers() };
  const outcome = await changeCart(room, rememberedCart(cookies), change);
  if (outcome.kind === 'done') {
    if (countPieces(outcome.cart) === 0) forgetCart(cookies);
    else keep(cookies, outcome.cart);
  }
  return noticeOf(change, outcome);
}

type ReadChange = { ok: true; change: CartChange } | { ok: false; notice: CartNotice };

function readChange(form: FormData): ReadChange | null {
  const sku = clipText(text(form, 'sku'), 80);
  const action = text(form, 'action');
  if (sku === '') return null;
  if (action === 'remove') return { ok: true, change: { action, sku } };
  if (action !== 'add' && action !== 'set') return null;
  const reading = readQuantity(text(form, 'quantity'));
  if (!reading.ok) {
    return { ok: false, notice: { code: reading.reason, sku, left: '', inCart: '' } };
  }
  // Nought pieces of something new is a slip of the finger; one was meant.
  const quantity = action === 'add' ? Math.max(1, reading.quantity) : reading.quantity;
  return { ok: true, change: { action, sku, quantity } };
}

function text(form: FormData | null, name: string): string {
  const value = form?.get(name);
  return typeof value === 'string' ? value : '';
}
