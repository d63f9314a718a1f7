import type { Lang } from './lang.ts';

/** The `lang` part of a route for a language: `/[...lang]/…` leaves it out for Vietnamese. */
export function langParam(lang: Lang): 'en' | undefined {
  return lang === 'vi' ? undefined : lang;
}
