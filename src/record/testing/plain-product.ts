import { createHash } from 'node:crypto';
import { stableId, STABLE_ID_BITS } from '@ocop/rules/stable-id';
import type { StableIdKind } from '@ocop/rules/stable-id';
import type { Product } from '../types.ts';

/** A product with nothing to tell but its slug, for tests that care about one or two of its facts. */
export function plainProduct(slug: string, facts: Partial<Product> = {}): Product {
  const name = { vi: slug, en: slug };
  return {
    id: idOf(slug),
    slug,
    formerSlugs: [],
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

/** An id that hangs on the name alone, so that a test may write it twice. */
export function idOf(name: string, kind: StableIdKind = 'product'): string {
  const digest = createHash('sha256').update(name).digest('hex');
  return stableId(kind, BigInt(`0x${digest.slice(0, STABLE_ID_BITS / 4)}`));
}
