/**
 * Vietnamese text without its marks: lower case, tones and vowel marks off, đ → d. What a buyer
 * types without an input method.
 */
export function foldVietnamese(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').replaceAll('đ', 'd');
}

/** 'Nước mắm sá sùng' → 'nuoc-mam-sa-sung': a–z, 0–9 and single dashes; may be empty. */
export function slugify(text: string): string {
  return foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export { canonicaliseTelex, canonicaliseVni, toTelex, toVni } from './typed-vietnamese.ts';
