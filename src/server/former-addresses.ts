import { languages } from '../i18n/lang.ts';
import { paths, type Paths } from '../i18n/paths.ts';
import type { Identity, PublicRecord } from '../record/types.ts';

/**
 * Address a page had under a former slug → its present address, in both languages: what was printed,
 * bookmarked or found by a search engine still leads there.
 */
export function formerAddresses({
  products,
  producers,
}: Pick<PublicRecord, 'products' | 'producers'>): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap((lang) => [
      ...moved(products, paths(lang).product),
      ...moved(producers, paths(lang).producer),
    ]),
  );
}

function moved(things: readonly Identity[], address: Paths['product' | 'producer']): [string, string][] {
  return things.flatMap(({ slug, formerSlugs }) =>
    formerSlugs.map((former): [string, string] => [address(former), address(slug)]),
  );
}
