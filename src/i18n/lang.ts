/** The two languages of every page. Vietnamese lives at the root, English under `/en`. */
export type Lang = 'vi' | 'en';

/** All languages, in the order pages are built and listed. */
export const languages: readonly Lang[] = ['vi', 'en'];

/** The language the switch of a page leads to. */
export function otherLanguage(lang: Lang): Lang {
  return lang === 'vi' ? 'en' : 'vi';
}

/** A piece of text of the public record in both languages. */
export interface Text {
  vi: string;
  en: string;
}

/**
 * Reads the optional `lang` part of a route (`/[...lang]/…`).
 * @param param `undefined` at the root, `'en'` below `/en`
 * @returns the language, or `null` when the part is anything else and the page does not exist
 */
export function languageOf(param: string | undefined): Lang | null {
  if (param === undefined || param === '') return 'vi';
  return param === 'en' ? 'en' : null;
}
