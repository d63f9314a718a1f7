import type { OrderRequest } from '@ocop/contract/orders';
import { newCart } from '../../src/shop/cart/cart.ts';
import type { Goods } from './goods.ts';
import { chooseShipping, addLine, createCart, writeDelivery } from './store-carts.ts';
import type { MedusaConnection } from '../../src/medusa-client/connection.ts';
import { completeCart, shippingOptions, startCashOnDelivery } from './store-ordering.ts';
import type { Result } from '../../src/medusa-client/result.ts';
import { fetchOffers } from '../../src/medusa-client/site-routes.ts';

/** The data of an answer that a test counts on. */
export function value<T>(result: Result<T>): T {
  if (result.ok) return result.data;
  throw new Error(`Medusa answered ${result.error.type}`);
}

/** Price and stock of everything on sale, by SKU. */
export async function offersOf(
  medusa: MedusaConnection,
): Promise<Record<string, { price: number; available: number | null }>> {
  const all = value(await fetchOffers(medusa));
  return Object.fromEntries(all.map(({ sku, price, available }) => [sku, { price, available }]));
}

/** A new cart with so many of one SKU in it; answers its id. */
export async function cartOf(medusa: MedusaConnection, sku: string, quantity: number): Promise<string> {
  const offer = value(await fetchOffers(medusa)).find((one) => one.sku === sku);
  const { id } = value(await createCart(medusa));
  value(await addLine(medusa, id, offer?.variantId ?? '', quantity));
  return id;
}

/** Writes into a cart what completing it asks for. */
export async function prepareOrder(medusa: MedusaConnection, cart: string): Promise<void> {
  const address = { name: 'A', phone: '0912345678', street: 'x', commune: 'y', province: 'z', typed: null };
  value(await writeDelivery(medusa, cart, { address, email: null, metadata: {} }));
  const [option] = value(await shippingOptions(medusa, cart));
  value(await chooseShipping(medusa, cart, option?.id ?? ''));
  value(await startCashOnDelivery(medusa, cart));
}

/** Orders what is in a cart, to be paid on delivery. */
export async function completeOrder(medusa: MedusaConnection, cart: string): Promise<void> {
  await prepareOrder(medusa, cart);
  value(await completeCart(medusa, cart));
}

/** Orders so many of one SKU. */
export async function orderOf(medusa: MedusaConnection, sku: string, quantity: number): Promise<void> {
  await completeOrder(medusa, await cartOf(medusa, sku, quantity));
}

/** What the shop of the tests charges for delivery, đồng. */
export const DELIVERY_PRICE = 30_000;

/** A cart with so many of something, as the site sends it to be ordered. */
export function orderRequest(goods: Goods, quantity: number, price: number): OrderRequest {
  return {
    cartId: newCart().id,
    lines: [{ variantId: goods.variantId, quantity }],
    agreedTotal: quantity * price + DELIVERY_PRICE,
    address: {
      name: 'Nguyễn Thị Thử',
      phone: '0912345678',
      street: 'Số 12, thôn Đoàn Kết',
      commune: 'Xã Phù Lãng',
      province: 'Bắc Ninh',
      typed: 'huyện Quế Võ, Bắc Ninh',
    },
    payment: 'cod',
    returnUrl: null,
    email: null,
    language: 'vi',
    note: 'gọi trước',
    gift: null,
    invoice: null,
  };
}
