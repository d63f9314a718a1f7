/** Builds the lookups of the public record: each list is grouped once, so a page costs no search. */
import { toGtin14 } from '@ocop/rules/digital-link/gtin';
import type { Commune, Product, Province, PublicRecord, RecordParts } from './types.ts';
import type { Units } from './units.ts';

/** Puts the parts in their lasting order and adds the lookups. Expects parts that passed the checks. */
export function buildRecord(parts: RecordParts, units: Units): PublicRecord {
  const products = sortBy(parts.products, (p) => p.slug);
  const producers = sortBy(parts.producers, (p) => p.slug);
  const decisions = sortBy(parts.decisions, (d) => `${d.signedOn ?? d.year} ${d.key}`).reverse();
  const recognitions = sortBy(parts.recognitions, (r) => `${r.product} ${r.issuedOn ?? ''}`);
  const offers = sortBy(parts.offers, (o) => o.product);
  const giftBoxes = sortBy(parts.giftBoxes, (b) => b.slug);
  const lots = sortBy(parts.lots, (l) => l.code);
  const fairs = sortBy(parts.fairs, (f) => `${f.startsOn} ${f.slug}`);
  const pointsOfSale = sortBy(parts.pointsOfSale, (p) => p.slug);
  const news = sortBy(parts.news, (n) => `${n.date} ${n.slug}`).reverse();
  const pages = sortBy(parts.pages, (p) => p.slug);

  const productBySlug = keyed(products, (p) => p.slug);
  const productByName = new Map(
    products.flatMap((p) => [p.id, p.slug, ...p.formerSlugs].map((name) => [name, p])),
  );
  const producerBySlug = keyed(producers, (p) => p.slug);
  const decisionByKey = keyed(decisions, (d) => d.key);
  const fairBySlug = keyed(fairs, (f) => f.slug);
  const placeBySlug = keyed(pointsOfSale, (p) => p.slug);
  const newsBySlug = keyed(news, (n) => n.slug);
  const pageBySlug = keyed(pages, (p) => p.slug);
  const lotByCode = keyed(lots, (l) => l.code);
  const offerByProduct = keyed(offers, (o) => o.product);
  const boxBySlug = keyed(giftBoxes, (b) => b.slug);
  const offerBySku = new Map(offers.flatMap((offer) => offer.packs.map(({ sku }) => [sku, offer] as const)));
  const boxesByProduct = grouped(giftBoxes, (b) =>
    b.parts.flatMap(({ sku }) => present(offerBySku.get(sku)?.product)),
  );
  const productByGtin = new Map<string, Product>();
  for (const offer of offers) {
    const product = productBySlug.get(offer.product);
    if (offer.gtin !== null && product) productByGtin.set(toGtin14(offer.gtin), product);
  }

  const recognitionsByProduct = grouped(recognitions, (r) => [r.product]);
  const recognitionsByDecision = grouped(recognitions, (r) => [r.decisionKey]);
  const decisionsByProduct = grouped(decisions, (d) => d.products);
  const lotsByProduct = grouped(lots, (l) => [l.product]);
  const placesByProduct = grouped(pointsOfSale, (p) => p.products);
  const productsByProducer = grouped(products, (p) => (p.producer === null ? [] : [p.producer]));
  const productsBySet = grouped(products, (p) => [p.set]);
  const productsByProvince = grouped(products, (p) => present(p.origin.current?.province));
  const productsByCommune = grouped(products, (p) => present(p.origin.current?.commune));
  const fairsByProducer = grouped(fairs, (f) =>
    f.stands.flatMap((stand) => (stand.producer === null ? [] : [stand.producer])),
  );
  const fairsByProduct = grouped(fairs, (f) =>
    f.stands.flatMap((stand) =>
      stand.products.length > 0 || stand.producer === null
        ? stand.products
        : (productsByProducer.get(stand.producer) ?? []).map((p) => p.slug),
    ),
  );

  return {
    products,
    producers,
    decisions,
    recognitions,
    offers,
    giftBoxes,
    lots,
    fairs,
    pointsOfSale,
    news,
    pages,
    notes: parts.notes,
    product: (slug) => productBySlug.get(slug) ?? null,
    producer: (slug) => producerBySlug.get(slug) ?? null,
    findProduct: (name) => productByName.get(name) ?? null,
    decision: (key) => decisionByKey.get(key) ?? null,
    fair: (slug) => fairBySlug.get(slug) ?? null,
    pointOfSale: (slug) => placeBySlug.get(slug) ?? null,
    newsItem: (slug) => newsBySlug.get(slug) ?? null,
    page: (slug) => pageBySlug.get(slug) ?? null,
    lot: (code) => lotByCode.get(code) ?? null,
    offerOf: (product) => offerByProduct.get(product) ?? null,
    giftBox: (slug) => boxBySlug.get(slug) ?? null,
    giftBoxesWith: (product) => boxesByProduct.get(product) ?? [],
    offerOfSku: (sku) => offerBySku.get(sku) ?? null,
    productOfGtin: (gtin) => productByGtin.get(toGtin14(gtin)) ?? null,
    recognitionsOf: (product) => recognitionsByProduct.get(product) ?? [],
    recognitionsUnder: (key) => recognitionsByDecision.get(key) ?? [],
    decisionsNaming: (product) => decisionsByProduct.get(product) ?? [],
    lotsOf: (product) => lotsByProduct.get(product) ?? [],
    fairsOf: (product) => fairsByProduct.get(product) ?? [],
    fairsOfProducer: (producer) => fairsByProducer.get(producer) ?? [],
    pointsOfSaleOf: (product) => placesByProduct.get(product) ?? [],
    productsOf: (producer) => productsByProducer.get(producer) ?? [],
    productsOfSet: (set) => productsBySet.get(set) ?? [],
    productsInProvince: (code) => productsByProvince.get(code) ?? [],
    productsInCommune: (code) => productsByCommune.get(code) ?? [],
    province: (code) => units.provinces.get(code) ?? null,
    commune: (code) => units.communes.get(code) ?? null,
    provincesWithProducts: known<Province>(productsByProvince, units.provinces),
    communesWithProducts: known<Commune>(productsByCommune, units.communes),
  };
}

/** Code-unit order, so that two machines with different locales build the same pages. */
function sortBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, by: key(item) }))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
    .map(({ item }) => item);
}

function keyed<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  return new Map(items.map((item) => [key(item), item]));
}

/** Groups under every key an item names; an item naming a key twice is listed once. */
function grouped<T, K>(items: readonly T[], keys: (item: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    for (const key of new Set(keys(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function present(code: string | null | undefined): string[] {
  return code === null || code === undefined ? [] : [code];
}

function known<T extends { slug: string }>(
  used: ReadonlyMap<string, unknown>,
  units: ReadonlyMap<string, T>,
): T[] {
  const found = [...used.keys()].flatMap((code) => units.get(code) ?? []);
  return sortBy(found, (unit) => unit.slug);
}
