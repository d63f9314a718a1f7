import { randomBytes } from 'node:crypto';

/** A pack in a cart. `price`: đồng a piece, when it was put in or last priced by a change. */
export interface CartItem {
  sku: string;
  quantity: number;
  price: number;
}

/**
 * A buyer's cart. It lies sealed in the buyer's browser and nowhere else until it is ordered: whoever fills
 * carts without end costs the shop nothing.
 */
export interface Cart {
  /** What it will be in Medusa (`cartIdShape` of the contract); it comes to one order at most. */
  id: string;
  /** In the order in which they were put in. */
  items: CartItem[];
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An empty cart with an identity of its own. */
export function newCart(): Cart {
  const id = Array.from(randomBytes(26), (byte) => CROCKFORD[byte % 32]).join('');
  return { id: `cart_${id}`, items: [] };
}

/** Pieces in a cart, for the number beside the cart's name. */
export function countPieces({ items }: Cart): number {
  return items.reduce((sum, { quantity }) => sum + quantity, 0);
}
