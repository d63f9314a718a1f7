import { isStableId } from '@ocop/rules/stable-id';

/** More than anybody looks through, and as many ids as fit a cookie by far. */
export const MOST_WISHES = 60;

/** Ids in the order in which they were kept, the last first. */
export type WishList = readonly string[];

/** Reads a list as a cookie or a shared link has it; whatever is no id is left out, so that nothing breaks a page. */
export function readWishList(text: string | null | undefined): WishList {
  const ids = (text ?? '').slice(0, 2_000).split('.');
  return [...new Set(ids.filter((id) => isStableId('product', id)))].slice(0, MOST_WISHES);
}

export const writeWishList = (list: WishList): string => list.join('.');

/** What a form asked of a list, and what came of it. */
export type WishChange = { list: WishList; outcome: 'kept' | 'known' | 'full' | 'removed' | 'nothing' };

/** Puts products to the front of a list; as many as it holds. */
export function keepWishes(list: WishList, ids: WishList): WishChange {
  const fresh = ids.filter((id) => !list.includes(id));
  if (ids.length === 0) return { list, outcome: 'nothing' };
  if (fresh.length === 0) return { list, outcome: 'known' };
  if (list.length + fresh.length > MOST_WISHES) return { list, outcome: 'full' };
  return { list: [...fresh, ...list], outcome: 'kept' };
}

export function dropWish(list: WishList, id: string): WishChange {
  const left = list.filter((one) => one !== id);
  return { list: left, outcome: left.length < list.length ? 'removed' : 'nothing' };
}
