import type { AstroCookies } from 'astro';
import type { z } from 'zod';
import { siteEnv } from '../config/env.ts';
import { siteSealer } from './sealed.ts';

/** Browsers drop a cookie of more than 4,096 bytes, name and attributes included, without a word. */
export const COOKIE_LENGTH = 3_800;

/** A value that one browser keeps for us, which it can neither read nor make. */
export interface SealedCookie<T> {
  read(cookies: AstroCookies): T | null;
  /** Reads and removes: for what is said once. */
  take(cookies: AstroCookies): T | null;
  /** Whether it was kept; a value too large for a cookie is not. */
  write(cookies: AstroCookies, value: T): boolean;
  clear(cookies: AstroCookies): void;
}

/**
 * A cookie whose value only this site can make and read (see `sealer`), out of reach of scripts. What a
 * form led to travels in it to the page that tells it, so that an address states nothing by itself.
 * @param name also the purpose its values are sealed for
 * @param lifetimeS seconds until nothing is left of it, whatever the browser does
 */
export function sealedCookie<T>(name: string, schema: z.ZodType<T>, lifetimeS: number): SealedCookie<T> {
  const attributes = () => ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: siteEnv().SITE_URL.startsWith('https:'),
    maxAge: lifetimeS,
  });
  const read = (cookies: AstroCookies): T | null => {
    const text = cookies.get(name)?.value;
    const parsed = text === undefined ? null : schema.safeParse(siteSealer(name).unseal(text));
    return parsed?.success ? parsed.data : null;
  };
  const clear = (cookies: AstroCookies) => {
    if (cookies.has(name)) cookies.delete(name, { path: '/' });
  };
  return {
    read,
    take(cookies) {
      const value = read(cookies);
      clear(cookies);
      return value;
    },
    write(cookies, value) {
      const sealed = siteSealer(name).seal(value, lifetimeS);
      if (sealed.length > COOKIE_LENGTH) return false;
      cookies.set(name, sealed, attributes());
      return true;
    },
    clear,
  };
}
