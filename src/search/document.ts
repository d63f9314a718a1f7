import { createHash } from 'node:crypto';
import { daysBetween, type PlainDate } from '@ocop/rules/date';
import { standingOn, type RecognitionFacts, type ReportedStars } from '@ocop/rules/certificate/standing';
import { placeLine } from '@ocop/rules/place/place-line';
import { groupOf, productSet } from '@ocop/rules/taxonomy';
import { foldVietnamese, toTelex } from '@ocop/rules/vietnamese/vietnamese';
import type { UnitTable } from '@ocop/rules/place/address';
import type { Address, Product, Producer, PublicRecord, Text } from '../record/types.ts';
import { areaReader, type AreaReader } from './areas.ts';
import { vietnameseSortKey } from './collation.ts';
import { numbersOf } from './document-numbers.ts';
import { otherWords } from './glossary.ts';
import { producerSpellings } from './producer-names.ts';
import { priceBandOf, type PriceBand, type StandingKey } from './query.ts';

/** What a result shows. Stars are left as facts: whoever shows them asks `standingOn` that day. */
export interface Tile {
  slug: string;
  name: Text;
  producer: { slug: string; name: Text } | null;
  /** Current place, 'Xã Phù Lãng, Bắc Ninh'; null where it is not known. */
  place: Text | null;
  /** Product set 1..26. */
  set: number;
  recognitions: (RecognitionFacts & { decisionKey: string })[];
  reported: ReportedStars[];
  /** Packs with their prices in đồng at the time of indexing. */
  offer: { packs: { sku: string; price: number }[]; sample: boolean } | null;
  sample: boolean;
  photo: boolean;
}

/**
 * One product as the search engine holds it. Words stand twice: as written (the engine takes marks
 * off) and in canonical Telex, where every mark is a letter.
 */
export interface SearchDocument {
  /** The product's slug. */
  id: string;
  /** Changes whenever anything below does. */
  hash: string;
  nameVi: string;
  nameEn: string;
  keywords: string[];
  producerNames: string[];
  places: string[];
  kinds: string[];
  summary: string[];
  /** Names written together from each word on: 'nuocmamsasung', 'mamsasung', 'sasung'. */
  joined: string[];
  telexName: string;
  telexKeywords: string[];
  telexRest: string[];
  /** Stars in force on the day of indexing; null without any. */
  stars: number | null;
  /** First day the stars are no longer in force, in days since 1970-01-01. */
  endsDay: number | null;
  standing: StandingKey;
  /** Stars of the certificate that counts, also after it ended or was withdrawn. */
  paperStars: number | null;
  group: string;
  set: string;
  province: string | null;
  producer: string | null;
  /** Slug and names in one value, so that counts arrive with the words to show: see `labelled`. */
  provinceLabel: string | null;
  producerLabel: string | null;
  price: number | null;
  band: PriceBand;
  /** Sold here at all; whether any is left changes by the minute and is asked when a page is made. */
  sale: 'for-sale' | 'not-sold';
  /** Every area the product lies in or is named after, see `areasOf`. */
  areas: string[];
  /** Keys of the decisions that name it, see `decisionKeys`. */
  decisions: string[];
  productCodes: string[];
  /** GTIN-14. */
  gtins: string[];
  sortVi: string;
  sortEn: string;
  tile: Tile;
}

/**
 * Every product of the record as a search document.
 * @param today the day that decides stars and certificate state, so the result is worth one day
 * @param units the units old and new, by which a product is found under the names its place had; without
 *   them only by the words of its addresses
 */
export function searchDocuments(
  record: PublicRecord,
  today: PlainDate,
  units: UnitTable | null = null,
): SearchDocument[] {
  const areas = units && areaReader(units);
  return record.products.map((product) => searchDocument(record, product, today, areas));
}

function searchDocument(
  record: PublicRecord,
  product: Product,
  today: PlainDate,
  areas: AreaReader | null,
): SearchDocument {
  const producer = product.producer ? record.producer(product.producer) : null;
  const set = productSet(product.set);
  const group = groupOf(product.set);
  const place = placeOf(record, product, producer);
  const standing = standingOn(record.recognitionsOf(product.slug), product.reported, today);
  const recognised = standing.kind === 'recognised' ? standing : null;
  const tile = tileOf(record, product, producer, place.text);
  const prices = tile.offer?.packs.map((pack) => pack.price) ?? [];
  const price = prices.length > 0 ? Math.min(...prices) : null;

  const other = otherWords([product.name.vi, ...product.keywords.vi].join(' , '));
  const vietnameseKeywords = [...product.keywords.vi, ...other.vi];
  const keywords = unique([...vietnameseKeywords, ...product.keywords.en, ...other.en]);
  const makerNames = producer ? producerSpellings(producer.name.vi) : [];
  const producerNames = producer ? unique([...makerNames, producer.name.en]) : [];
  const kinds = kindWords(product.set);

  const document: Omit<SearchDocument, 'hash'> = {
    id: product.slug,
    nameVi: product.name.vi,
    nameEn: product.name.en,
    keywords,
    producerNames,
    places: place.words,
    kinds: unique([...kinds.vi, ...kinds.en]),
    summary: [product.summary.vi, product.summary.en],
    joined: unique([...joinedWords(product.name.vi), ...joinedWords(product.name.en)]),
    telexName: toTelex(product.name.vi),
    telexKeywords: vietnameseKeywords.map(toTelex),
    telexRest: [...makerNames, ...kinds.vi, ...place.words, product.summary.vi]
      .filter((words) => words !== '')
      .map(toTelex),
    stars: recognised?.stars ?? null,
    paperStars: standing.kind === 'recognised' || standing.kind === 'lapsed' ? standing.stars : null,
    endsDay: recognised ? dayNumber(recognised.endsOn) : null,
    standing: standingKey(standing),
    group: group.slug,
    set: set.slug,
    province: place.province?.slug ?? null,
    producer: producer?.slug ?? null,
    provinceLabel: place.province
      ? labelled(place.province.slug, { vi: place.province.name, en: place.province.name })
      : null,
    producerLabel: producer ? labelled(producer.slug, producer.name) : null,
    price,
    band: priceBandOf(price),
    sale: price === null ? 'not-sold' : 'for-sale',
    areas: areas?.([product.origin, producer?.address], [product.name.vi, producer?.name.vi ?? '']) ?? [],
    ...numbersOf(record, product),
    sortVi: vietnameseSortKey(product.name.vi),
    sortEn: vietnameseSortKey(product.name.en),
    tile,
  };
  return { ...document, hash: hashOf(document) };
}

/** Days since 1970-01-01: a number the search engine can compare. */
export function dayNumber(day: PlainDate): number {
  return daysBetween('1970-01-01', day);
}

/** A slug with its names as one facet value. Tabs do not occur in names. */
export function labelled(slug: string, name: Text): string {
  return [slug, clipped(name.vi), clipped(name.en)].join('\t');
}

/** Takes apart what `labelled` put together. */
export function unlabelled(value: string): { slug: string; name: Text } {
  const [slug = '', vi = slug, en = vi] = value.split('\t');
  return { slug, name: { vi, en } };
}

/** Meilisearch counts facet values only up to 468 bytes. */
function clipped(name: string): string {
  return name.replace(/\s+/g, ' ').slice(0, 60);
}

function tileOf(record: PublicRecord, product: Product, producer: Producer | null, place: Text | null): Tile {
  const offer = record.offerOf(product.slug);
  return {
    slug: product.slug,
    name: product.name,
    producer: producer && { slug: producer.slug, name: producer.name },
    place,
    set: product.set,
    recognitions: record.recognitionsOf(product.slug).map((recognition) => ({
      stars: recognition.stars,
      grade: recognition.grade,
      decision: recognition.decision,
      issuedOn: recognition.issuedOn,
      countedFrom: recognition.countedFrom ?? null,
      extendedUntil: recognition.extendedUntil ?? null,
      withdrawnOn: recognition.withdrawnOn ?? null,
      decisionKey: recognition.decisionKey,
    })),
    reported: product.reported.map(({ stars, year, grade }) => ({ stars, year, grade })),
    offer: offer && {
      packs: offer.packs.map(({ sku, price }) => ({ sku, price })),
      sample: offer.sample,
    },
    sample: product.sample,
    photo: product.photo !== null,
  };
}

/**
 * Where the product comes from: today's units, and every word a buyer may still know it by, which
 * includes the districts printed on older papers.
 */
function placeOf(record: PublicRecord, product: Product, producer: Producer | null) {
  const addresses: (Address | undefined)[] = [product.origin, producer?.address];
  const current = addresses.map((address) => address?.current).find((known) => known) ?? null;
  const province = current ? record.province(current.province) : null;
  const commune = current?.commune ? record.commune(current.commune) : null;
  const known = { commune, province };
  const text = province && { vi: placeLine(known, 'vi'), en: placeLine(known, 'en') };
  const printed = addresses.map((address) => address?.printed ?? '');
  const words = unique([commune?.name ?? '', province?.fullName ?? '', province?.name ?? '', ...printed]);
  return { province, text, words };
}

function standingKey(standing: ReturnType<typeof standingOn>): StandingKey {
  return standing.kind === 'recognised' || standing.kind === 'lapsed' ? standing.state : standing.kind;
}

/**
 * Words for the kind of product. Sets named after a list ("Thịt, thủy sản, trứng, sữa tươi") are left
 * out: every egg would be found by "sữa".
 */
function kindWords(set: number): { vi: string[]; en: string[] } {
  const { name } = productSet(set);
  const { name: groupName, shortName } = groupOf(set);
  const single = (text: string) => (text.includes(',') ? [] : [text]);
  return {
    vi: [...single(name.vi), groupName.vi, shortName.vi],
    en: [...single(name.en), groupName.en, shortName.en],
  };
}

/** A name's words written together, from each word to the end and in pairs. */
function joinedWords(name: string): string[] {
  const words = foldVietnamese(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const joined: string[] = [];
  for (let from = 0; from < words.length - 1; from += 1) {
    joined.push(words.slice(from).join(''), words.slice(from, from + 2).join(''));
  }
  return joined;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))];
}

function hashOf(document: Omit<SearchDocument, 'hash'>): string {
  return createHash('sha256').update(JSON.stringify(document)).digest('base64url').slice(0, 22);
}
