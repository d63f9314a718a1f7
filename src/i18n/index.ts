import * as en from './en/index.ts';
import * as vi from './vi/index.ts';
import type { Lang } from './lang.ts';

export type { Lang, Text } from './lang.ts';
export { languageOf, languages } from './lang.ts';

/** Every sentence of the site by area. The Vietnamese files set the shape; the English ones follow it. */
export type Dictionary = typeof vi;

const dictionaries: Record<Lang, Dictionary> = { vi, en };

/**
 * The sentences of one language.
 * @example dictionary('vi').site.nav.products // 'Sản phẩm'
 */
export function dictionary(lang: Lang): Dictionary {
  return dictionaries[lang];
}
