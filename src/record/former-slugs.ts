/**
 * Former slugs: a file may still name a product or producer as it was called when the file was
 * written. Names are brought up to date once, before the checks, so nothing downstream knows of them.
 */
import type { Filed, FiledParts } from './schema-fields.ts';
import type { SlugHistory, Slugs } from './slug-history.ts';

/** Former slug → present slug. */
export interface FormerSlugs {
  products: ReadonlyMap<string, string>;
  producers: ReadonlyMap<string, string>;
}

export function formerSlugsOf(histories: readonly SlugHistory[]): FormerSlugs {
  return {
    products: formerOf(histories.map(({ products }) => products)),
    producers: formerOf(histories.map(({ producers }) => producers)),
  };
}

function formerOf(histories: readonly Slugs[]): Map<string, string> {
  const former = new Map<string, string>();
  for (const slugs of histories) {
    for (const [present, ...older] of slugs.values()) {
      for (const slug of older) if (present !== undefined) former.set(slug, present);
    }
  }
  return former;
}

/** The parts with every product and producer named by its present slug, and each with its former ones. */
export function withPresentSlugs(parts: FiledParts, histories: readonly SlugHistory[]): FiledParts {
  const former = formerSlugsOf(histories);
  const product = (slug: string): string => former.products.get(slug) ?? slug;
  const producer = (slug: string | null): string | null =>
    slug === null ? null : (former.producers.get(slug) ?? slug);
  const olderOf = (kind: 'products' | 'producers', id: string, slug: string): string[] =>
    histories.flatMap((history) => history[kind].get(id) ?? []).filter((older) => older !== slug);

  return {
    ...parts,
    products: each(parts.products, (p) => ({
      ...p,
      producer: producer(p.producer),
      formerSlugs: olderOf('products', p.id, p.slug),
    })),
    producers: each(parts.producers, (p) => ({ ...p, formerSlugs: olderOf('producers', p.id, p.slug) })),
    decisions: each(parts.decisions, (d) => ({ ...d, products: d.products.map(product) })),
    recognitions: each(parts.recognitions, (r) => ({ ...r, product: product(r.product) })).map((filed) => ({
      ...filed,
      name: filed.name.replace(/^(.+)(?=--)/, product),
    })),
    offers: each(parts.offers, (o) => ({ ...o, product: product(o.product) })).map((filed) => ({
      ...filed,
      name: product(filed.name),
    })),
    giftBoxes: each(parts.giftBoxes, (b) => ({ ...b, sender: producer(b.sender) ?? b.sender })),
    lots: each(parts.lots, (l) => ({ ...l, product: product(l.product) })),
    fairs: each(parts.fairs, (f) => ({
      ...f,
      stands: f.stands.map((stand) => ({
        ...stand,
        producer: producer(stand.producer),
        products: stand.products.map(product),
      })),
    })),
    pointsOfSale: each(parts.pointsOfSale, (p) => ({ ...p, products: p.products.map(product) })),
  };
}

function each<T>(filed: readonly Filed<T>[], change: (value: T) => T): Filed<T>[] {
  return filed.map((item) => ({ ...item, value: change(item.value) }));
}
