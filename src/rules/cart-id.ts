/**
 * The identity of a cart, drawn by the site when it begins: 130 random bits, written as Medusa writes its ids.
 * Whatever is sent for one cart comes to one order at most, so nobody may guess another's.
 */
export const cartIdShape = /^cart_[0-9A-HJKMNP-TV-Z]{26}$/;

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;

/** @param random gives so many bytes by chance */
export function newCartId(random: (length: number) => Uint8Array): string {
  return `cart_${Array.from(random(LENGTH), (byte) => CROCKFORD[byte % CROCKFORD.length]).join('')}`;
}
