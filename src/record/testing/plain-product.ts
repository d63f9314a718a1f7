import type { Product } from '../types.ts';

/** A product with nothing to tell but its slug, for tests that care about one or two of its facts. */
export function plainProduct(slug: string, facts: Partial<Product> = {}): Product {
  const name = { vi: slug, en: slug };
  return {
    slug,
    name,
    producer: null,
    set: 1,
    origin: { printed: null, current: null },
    summary: name,
    story: null,
    keywords: { vi: [], en: [] },
    reported: [],
    notices: [],
    photo: null,
    sources: [],
    remark: null,
    sample: false,
    ...facts,
  };
}
