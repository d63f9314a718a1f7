import { randomBytes } from 'node:crypto';
import { newCartId } from '@ocop/rules/cart-id';

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
  /** What it will be in Medusa (@ocop/rules/cart-id); it comes to one order at most. */
  id: string;
  /** In the order in which they were put in. */
  items: CartItem[];
}

/** An empty cart with an identity of its own. */
export function newCart(): Cart {
  return { id: newCartId(randomBytes), items: [] };
}

/** Pieces in a cart, for the number beside the cart's name. */
export function countPieces({ items }: Cart): number {
  return items.reduce((sum, { quantity }) => sum + quantity, 0);
}
