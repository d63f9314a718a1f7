import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The unguessable address of a receipt: the order's id and a 256-bit HMAC of it. Nothing is stored;
 * whoever holds the link may read the receipt, nobody can make a link without the secret.
 */
export function receiptToken(secret: string, orderId: string): string {
  return `${Buffer.from(orderId).toString('base64url')}.${tagOf(secret, orderId).toString('base64url')}`;
}

/**
 * Reads a receipt address.
 * @returns the order's id, or `null` for anything not made by `receiptToken` with this secret.
 * The tag is compared in constant time.
 */
export function orderOfToken(secret: string, token: string): string | null {
  const [encodedId, encodedTag, ...rest] = token.split('.');
  if (!encodedId || !encodedTag || rest.length > 0) return null;
  const orderId = Buffer.from(encodedId, 'base64url').toString();
  const given = Buffer.from(encodedTag, 'base64url');
  const right = tagOf(secret, orderId);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  // base64url has several spellings of one value; one order has exactly one address.
  return receiptToken(secret, orderId) === token ? orderId : null;
}

function tagOf(secret: string, orderId: string): Buffer {
  return createHmac('sha256', secret).update(`receipt\0${orderId}`).digest();
}
