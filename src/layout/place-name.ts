import { unitName } from '@ocop/rules/place/address';
import type { Lang } from '../i18n/lang.ts';
import type { Commune, Province } from '../record/types.ts';

/** A commune's name with its kind, in the page's language. */
export function communeName(commune: Commune, lang: Lang): string {
  return unitName(commune.name, lang);
}

/** Commune and province in one line, what is known of them: 'Xã Phù Lãng, Bắc Ninh'. */
export function placeLine(commune: Commune | null, province: Province | null, lang: Lang): string {
  return [commune && communeName(commune, lang), province?.name].filter(Boolean).join(', ');
}
