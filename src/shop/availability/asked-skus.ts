/**
 * The query of `/api/availability`: `sku=A,B,C`, sorted, each once, at most {@link MOST_SKUS}. One
 * spelling for one set of packs, so that a cache between shares its answer among readers.
 */

/** Packs one request may ask about; a list page shows fewer. */
export const MOST_SKUS = 60;

const sku = /^[A-Z0-9]+(?:-[A-Z0-9]+)*$/;
const LONGEST_SKU = 40;

/** The queries that ask about these packs, in the one spelling; none where there are no packs. */
export function skuQueries(skus: Iterable<string>): string[] {
  const sorted = [...new Set(skus)].filter(isSku).sort();
  const starts = Array.from(
    { length: Math.ceil(sorted.length / MOST_SKUS) },
    (_, index) => index * MOST_SKUS,
  );
  return starts.map((start) => `sku=${sorted.slice(start, start + MOST_SKUS).join(',')}`);
}

/** Which packs a query asks about, and how it should have been written; null where it asks about none or too many. */
export function readSkus(query: URLSearchParams): { skus: string[]; canonical: string } | null {
  const named = query.getAll('sku').flatMap((value) => value.split(','));
  if (named.length > 2 * MOST_SKUS || !named.every(isSku)) return null;
  const [canonical, ...more] = skuQueries(named);
  if (canonical === undefined || more.length > 0) return null;
  return { skus: canonical.slice('sku='.length).split(','), canonical };
}

function isSku(text: string): boolean {
  return text.length <= LONGEST_SKU && sku.test(text);
}
