/**
 * Path of a receipt on the site, for a reader of this language. Written here and not with the site's other paths
 * because Medusa writes it into messages too; apart from the token's rule, which no browser can run.
 */
export function receiptPath(lang: 'vi' | 'en', token: string): string {
  return `${lang === 'en' ? '/en' : ''}/don-hang/${token}`;
}
