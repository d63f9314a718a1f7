import type { PlainDate } from '@ocop/rules/date';
import { standingOn } from '@ocop/rules/certificate/standing';
import { groupOf } from '@ocop/rules/taxonomy';
import type { GroupCode } from '@ocop/rules/taxonomy';
import type { Product, PublicRecord } from '../record/types.ts';

/** Every product list of the site, in the order it is shown. */
export interface Catalogue {
  /** Stars in force first, then what can be bought, then by Vietnamese name. */
  all: readonly Product[];
  ofSet(set: number): readonly Product[];
  ofGroup(group: GroupCode): readonly Product[];
  /** Products whose recognition with exactly these stars is in force on the catalogue's day. */
  ofStars(stars: number): readonly Product[];
  ofProvince(code: string): readonly Product[];
  ofCommune(code: string): readonly Product[];
}

const vietnamese = new Intl.Collator('vi');

function grouped<K>(products: readonly Product[], keyOf: (product: Product) => K | null | undefined) {
  const lists = new Map<K, Product[]>();
  for (const product of products) {
    const key = keyOf(product);
    if (key === null || key === undefined) continue;
    const list = lists.get(key);
    if (list) list.push(product);
    else lists.set(key, [product]);
  }
  return (key: K): readonly Product[] => lists.get(key) ?? [];
}

function buildCatalogue(record: PublicRecord, today: PlainDate): Catalogue {
  const stars = new Map<string, number>();
  for (const product of record.products) {
    const standing = standingOn(record.recognitionsOf(product.slug), product.reported, today);
    if (standing.kind === 'recognised') stars.set(product.slug, standing.stars);
  }
  const rank = (product: Product) =>
    (stars.get(product.slug) ?? 0) * 2 + (record.offerOf(product.slug) ? 1 : 0);
  const all = record.products.toSorted(
    (a, b) => rank(b) - rank(a) || vietnamese.compare(a.name.vi, b.name.vi),
  );
  return {
    all,
    ofSet: grouped(all, (product) => product.set),
    ofGroup: grouped(all, (product) => groupOf(product.set).code),
    ofStars: grouped(all, (product) => stars.get(product.slug)),
    ofProvince: grouped(all, (product) => product.origin.current?.province),
    ofCommune: grouped(all, (product) => product.origin.current?.commune),
  };
}

const built = new WeakMap<PublicRecord, { today: PlainDate; catalogue: Catalogue }>();

/** The lists of a record on a day, sorted and grouped once however many pages ask. */
export function catalogueOf(record: PublicRecord, today: PlainDate): Catalogue {
  const known = built.get(record);
  if (known?.today === today) return known.catalogue;
  const catalogue = buildCatalogue(record, today);
  built.set(record, { today, catalogue });
  return catalogue;
}

/** Products on one page of a list. */
export const PAGE_SIZE = 48;

export interface ListSlice<T> {
  page: number;
  pages: number;
  total: number;
  items: readonly T[];
  /** The list it was cut from. */
  whole: readonly T[];
}

/** A list cut into pages; an empty list has one empty page. */
export function slices<T>(list: readonly T[], size: number = PAGE_SIZE): ListSlice<T>[] {
  const pages = Math.max(1, Math.ceil(list.length / size));
  return Array.from({ length: pages }, (_, index) => ({
    page: index + 1,
    pages,
    total: list.length,
    items: list.slice(index * size, (index + 1) * size),
    whole: list,
  }));
}

/** The part of an address that names a page of a list: nothing for the first. */
export function pageParam(page: number): string | undefined {
  return page === 1 ? undefined : `trang/${page}`;
}
