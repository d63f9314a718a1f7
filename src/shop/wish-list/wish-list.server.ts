import type { AstroCookies } from 'astro';
import { siteEnv } from '../../config/env.ts';
import { readForm, safePath, seeOther } from '../../http/forms.ts';
import type { Lang } from '../../i18n/lang.ts';
import { paths } from '../../i18n/paths.ts';
import { readCard } from '../../record/snapshot.server.ts';
import {
  dropWish,
  keepWishes,
  readWishList,
  writeWishList,
  type WishChange,
  type WishList,
} from './wish-list.ts';

/** Plain on purpose: it holds public ids and nothing else, so that there is nothing to read or forge in it. */
const COOKIE = 'wishes';

/** As long as browsers keep a cookie. */
const LIFETIME_S = 400 * 24 * 60 * 60;

/** Id of what is told on the page of the list. */
export const WISH_NEWS = 'tin';

/** The list that a browser keeps; whatever else the cookie holds counts as nothing. */
export const wishesOf = (cookies: AstroCookies): WishList => readWishList(cookies.get(COOKIE)?.value);

function keep(cookies: AstroCookies, list: WishList): void {
  if (list.length === 0) return cookies.delete(COOKIE, { path: '/' });
  cookies.set(COOKIE, writeWishList(list), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: siteEnv().SITE_URL.startsWith('https:'),
    maxAge: LIFETIME_S,
  });
}

/** What came of a form, as the page of the list is told in its address. */
export type WishNews = WishChange['outcome'];

export function readWishNews(url: URL): WishNews | null {
  const told = url.searchParams.get('da');
  return (['kept', 'known', 'full', 'removed', 'nothing'] as const).find((one) => one === told) ?? null;
}

/**
 * Answers `POST /yeu-thich` (`action`: `keep` with `ds`, ids joined by dots; `drop` with `id`; `clear`; `back`, the
 * page to go on from) with 303 to the list.
 */
export async function answerWishForm(request: Request, cookies: AstroCookies, lang: Lang): Promise<Response> {
  const form = await readForm(request);
  const page = paths(lang).wishList;
  if (!form) return seeOther(page);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const change = await changeOf(text('action'), { ds: text('ds'), id: text('id') }, wishesOf(cookies));
  keep(cookies, change.list);
  const query = new URLSearchParams({ da: change.outcome });
  const back = safePath(text('back'));
  if (back !== null) query.set('ve', back);
  return seeOther(`${page}?${query.toString()}`, WISH_NEWS);
}

async function changeOf(
  action: string,
  { ds, id }: { ds: string; id: string },
  list: WishList,
): Promise<WishChange> {
  if (action === 'drop') return dropWish(list, id);
  if (action === 'clear') return { list: [], outcome: list.length > 0 ? 'removed' : 'nothing' };
  const known = await Promise.all(readWishList(ds).map(async (one) => ((await readCard(one)) ? [one] : [])));
  return keepWishes(list, known.flat());
}
