import { z } from 'zod';
import { sealedCookie } from '../../http/sealed-cookie.ts';
import { noticeCodes } from './notice.ts';

const notice = z.object({
  code: z.enum(noticeCodes),
  sku: z.string(),
  left: z.number().nullable(),
  inCart: z.number().nullable(),
  asked: z.string().nullable(),
  typed: z.string().nullable(),
  before: z.string().nullable(),
});

/** What a change of the cart led to, told once by the page it leads to. */
const cartNews = z.object({
  notices: z.array(notice),
  /** The page to go on shopping from. */
  back: z.string().nullable(),
});

export type CartNews = z.output<typeof cartNews>;

/** Long enough for a slow line between the redirect and the page. */
const LIFETIME_S = 120;

/** Carries the news from the form to the page: sealed, because an address could be written by anybody. */
export const cartNewsCookie = sealedCookie('cart_news', cartNews, LIFETIME_S);
