import type { AstroCookies } from 'astro';
import { z } from 'zod';
import { sealedCookie } from '../../http/sealed-cookie.ts';

const LIFETIME_S = 60 * 60;

const placed = z.object({ orderId: z.string(), cartId: z.string() });

export type LastOrder = z.output<typeof placed>;

/**
 * The order that this browser placed in the last hour: Back, or the form sent once more from another tab,
 * finds its receipt instead of an empty cart; and its cart is known to be done with, whatever another tab
 * put into it in the moment of ordering.
 */
const cookie = sealedCookie('placed', placed, LIFETIME_S);

export const rememberOrder = (cookies: AstroCookies, order: LastOrder): boolean =>
  cookie.write(cookies, order);

export const lastOrder = (cookies: AstroCookies): LastOrder | null => cookie.read(cookies);
