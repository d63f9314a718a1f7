/** Does what one file names exist, and may it lean on it. */
import type { Index } from './checks.ts';
import type { Filed } from './schema-fields.ts';

/** A real file may not lean on a sample: with samples off, its claim would stand on nothing. */
export function checkProductName(filed: Filed<unknown>, field: string, slug: string, index: Index): void {
  const product = index.products.get(slug);
  if (!product) {
    index.report(filed.file, field, `there is no product "${slug}"; write the name of a folder in products/`);
  } else if (product.sample && !filed.sample) {
    index.report(
      filed.file,
      field,
      `"${slug}" is a sample; move this file below samples/ or name a real product`,
    );
  }
}

/** Checks a list of products of one file: each of them there, and there once. */
export function checkProductNames(
  filed: Filed<unknown>,
  field: string,
  slugs: readonly string[],
  index: Index,
): void {
  const seen = new Set<string>();
  slugs.forEach((slug, i) => {
    if (seen.has(slug)) index.report(filed.file, `${field}.${i}`, `"${slug}" is listed twice; take one out`);
    seen.add(slug);
    checkProductName(filed, `${field}.${i}`, slug, index);
  });
}

/** Checks the name of a producer in another file. */
export function checkProducerName(filed: Filed<unknown>, field: string, slug: string, index: Index): void {
  const producer = index.producers.get(slug);
  if (!producer) {
    index.report(
      filed.file,
      field,
      `there is no producer "${slug}"; write the name of a file in producers/ without .yaml`,
    );
  } else if (producer.sample && !filed.sample) {
    index.report(
      filed.file,
      field,
      `"${slug}" is a sample; move this file below samples/ or name a real producer`,
    );
  }
}
