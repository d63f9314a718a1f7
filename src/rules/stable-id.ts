import { encodeCrockford } from './stamps/crockford.ts';

/** What has a stable id: sản phẩm and chủ thể, abbreviated as in the site's addresses. */
export type StableIdKind = 'product' | 'producer';

const PREFIX: Readonly<Record<StableIdKind, string>> = { product: 'sp-', producer: 'ct-' };

/** Random bits in an id: eight characters of Crockford's base 32. */
export const STABLE_ID_BITS = 40;
const LENGTH = STABLE_ID_BITS / 5;

const PRODUCT_ID = /^sp-[0-9a-hjkmnp-tv-z]{8}$/;
const PRODUCER_ID = /^ct-[0-9a-hjkmnp-tv-z]{8}$/;

/**
 * The id of a product or producer, `sp-7k3m9x2q` or `ct-0f4tr8wz`: drawn once, never changed, never
 * given to another. It says nothing, so no change of name, maker or place makes it wrong.
 * RangeError when `random` is negative or has more than {@link STABLE_ID_BITS} bits.
 */
export function stableId(kind: StableIdKind, random: bigint): string {
  return PREFIX[kind] + encodeCrockford(random, LENGTH).toLowerCase();
}

/** True for an id of that kind in its one written form. */
export function isStableId(kind: StableIdKind, text: string): boolean {
  return (kind === 'product' ? PRODUCT_ID : PRODUCER_ID).test(text);
}
