import type { AstroCookies } from 'astro';
import { currentOffers } from '../availability/availability.server.ts';
import { siteEnv } from '../../config/env.ts';
import type { Lang } from '../../i18n/lang.ts';
import { readCart } from '../../medusa-client/carts.ts';
import type { MedusaCart } from '../../medusa-client/carts.ts';
import { medusa } from '../../medusa-client/medusa.server.ts';
import { bakedOffers, readCard } from '../../record/snapshot.server.ts';
import type { ProductCard } from '../../record/card.ts';
import { cartView, countPieces } from './cart-view.ts';
import type { CartLineView, CartView } from './cart-view.ts';
import { forgetCart, rememberCart, rememberedCart } from './cart-cookies.ts';
import { deliveryPrice } from './delivery-price.server.ts';
import { senderOf } from '../sender/sender.server.ts';
import type { Sender } from '../sender/sender.ts';

/** A line with what the public record knows of it: name in the reader's language, picture, notices. */
export interface NamedLine extends CartLineView {
  name: string;
  pack: string;
  sample: boolean;
  card: ProductCard | null;
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
  | { kind: 'open'; cart: NamedCart }
  | { kind: 'none' }
  /** Ordered already; the same cart leads to its receipt. */
  | { kind: 'ordered'; cartId: string }
  /** Medusa no longer has it; the cookie has been cleared. */
  | { kind: 'expired' }
  | { kind: 'unreachable' }
  /** This site runs without Medusa. */
  | { kind: 'not-selling' };

/** Whether cookies may travel over https only. */
export function servedOverHttps(): boolean {
  return siteEnv().SITE_URL.startsWith('https:');
}

/** Finds the cart a browser remembers and checks it against what is on sale now. */
export async function findCart(cookies: AstroCookies, lang: Lang): Promise<CartLookup> {
  const cartId = rememberedCart(cookies);
  if (cartId === null) return siteEnv().MEDUSA_URL ? { kind: 'none' } : { kind: 'not-selling' };
  const [cart, offers, shipping] = await Promise.all([
    readCart(medusa(), cartId),
    currentOffers(),
    deliveryPrice(cartId),
  ]);
  if (!cart.ok) {
    if (cart.error.type === 'not-configured') return { kind: 'not-selling' };
    if (cart.error.type !== 'not-found') return { kind: 'unreachable' };
    forgetCart(cookies);
    return { kind: 'expired' };
  }
  if (cart.data.completed) return { kind: 'ordered', cartId };
  keep(cookies, cart.data);
  return {
    kind: 'open',
    cart: await named(cart.data, cartView(cart.data, offers, shipping), lang, offers !== null),
  };
}

/** Remembers a cart and how many pieces it holds. */
export function keep(cookies: AstroCookies, cart: MedusaCart): void {
  rememberCart(cookies, { id: cart.id, count: countPieces(cart) }, servedOverHttps());
}

async function named(cart: MedusaCart, view: CartView, lang: Lang, checked: boolean): Promise<NamedCart> {
  const baked = await bakedOffers();
  const lines = await Promise.all(
    view.lines.map(async (line): Promise<NamedLine> => {
      const pack = baked.get(line.sku);
      const card = await readCard(pack?.product ?? line.productSlug);
      return {
        ...line,
        name: pack?.name[lang] ?? card?.product.name[lang] ?? line.title,
        pack: pack?.label[lang] ?? '',
        sample: pack?.sample ?? false,
        card,
        sender: await senderOf(card, lang),
      };
    }),
  );
  return {
    ...view,
    id: cart.id,
    lines,
    checked,
    sample: lines.some((line) => line.sample),
  };
}
