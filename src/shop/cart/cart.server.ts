import { provinceName } from '@ocop/rules/place/province-name';
import type { AstroCookies } from 'astro';
import { currentOffers } from '../availability/availability.server.ts';
import { siteEnv } from '../../config/env.ts';
import type { Lang } from '../../i18n/lang.ts';
import { bakedOffers, readCard } from '../../record/snapshot.server.ts';
import type { ProductCard } from '../../record/card.ts';
import { lastOrder } from '../receipt/last-order.server.ts';
import { senderOfPack } from '../sender/sender.server.ts';
import type { Sender } from '../sender/sender.ts';
import { cartView } from './cart-view.ts';
import type { CartLineView, CartView } from './cart-view.ts';
import type { Cart } from './cart.ts';
import { rememberCart, rememberedCart } from './cart-cookies.ts';
import { readDraft } from '../checkout/draft.server.ts';
import { knownCoupon } from '../coupon/coupon.server.ts';
import { packPage } from './pack-page.ts';
import { deliveryTable } from './delivery-price.server.ts';

/** A line with what the public record knows of it: name in the reader's language, picture, notices. */
export interface NamedLine extends CartLineView {
  name: string;
  pack: string;
  sample: boolean;
  card: ProductCard | null;
  /** Where it is shown; null where the record does not know it. */
  page: string | null;
  isBox: boolean;
  /** Who makes and sends it. */
  sender: Sender;
}

/** A cart ready to be shown. */
export interface NamedCart extends Omit<CartView, 'lines'> {
  id: string;
  lines: NamedLine[];
  /** Whether stock and prices of this moment were known. */
  checked: boolean;
  sample: boolean;
}

/** What a browser's cart turned out to be. */
export type CartLookup =
  /** `kept`: the same cart as the browser keeps it. */
  | { kind: 'open'; cart: NamedCart; kept: Cart }
  | { kind: 'none' }
  /** This site runs without Medusa. */
  | { kind: 'not-selling' };

/** The cart that a browser keeps and that can still change; `null` for none, and for one that was ordered. */
export function openCart(cookies: AstroCookies): Cart | null {
  const cart = rememberedCart(cookies);
  return cart && lastOrder(cookies)?.cartId === cart.id ? null : cart;
}

/**
 * Finds the cart a browser keeps and checks it against what is on sale now.
 * @param province code of the province it goes to; '' where none was chosen
 */
export async function findCart(
  cookies: AstroCookies,
  lang: Lang,
  province: string = readDraft(cookies)?.form.province ?? '',
): Promise<CartLookup> {
  if (!siteEnv().MEDUSA_URL) return { kind: 'not-selling' };
  const cart = openCart(cookies);
  if (cart === null) return { kind: 'none' };
  const [offers, table, coupon] = await Promise.all([currentOffers(), deliveryTable(), knownCoupon(cookies)]);
  const delivery = table && { table, province: provinceName(province) === null ? '' : province };
  // Thirty days from now on.
  rememberCart(cookies, cart);
  return {
    kind: 'open',
    kept: cart,
    cart: await named(cart.id, cartView(cart, offers, delivery, coupon), lang, offers !== null),
  };
}

async function named(id: string, view: CartView, lang: Lang, checked: boolean): Promise<NamedCart> {
  const baked = await bakedOffers();
  const lines = await Promise.all(
    view.lines.map(async (line): Promise<NamedLine> => {
      const pack = baked.get(line.sku);
      const card = pack ? await readCard(pack.product) : null;
      return {
        ...line,
        name: pack?.name[lang] ?? line.sku,
        pack: pack?.label[lang] ?? '',
        sample: pack?.sample ?? false,
        card,
        page: packPage(pack, lang),
        isBox: pack?.box !== undefined,
        sender: await senderOfPack(pack, card, lang),
      };
    }),
  );
  return { ...view, id, lines, checked, sample: lines.some((line) => line.sample) };
}
