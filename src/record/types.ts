/**
 * The public record as plain objects: who makes what, which decision gave it how many stars,
 * where it is sold. Files are checked once on the way in (schema.ts); nothing here is re-checked.
 */
import type { PlainDate } from '@ocop/rules/date';
import type { GiftBox, Offer } from './offer-types.ts';
import type { ContentProblem } from './problems.ts';
import type { DecisionType } from '@ocop/rules/certificate/decision';
import type { RecognitionFacts, ReportedStars, SourceGrade } from '@ocop/rules/certificate/standing';
import type { IssuerLevel } from '@ocop/rules/certificate/stars';

export type { GiftBox, GiftBoxPart, Offer, Pack, Wholesale } from './offer-types.ts';

export type Lang = 'vi' | 'en';

export interface Text {
  vi: string;
  en: string;
}

/** Where a fact was read, and how far it can be trusted (grades: see @ocop/rules/standing). */
export interface Source {
  url: string;
  title: string | null;
  grade: SourceGrade;
  /** Day somebody of this record last opened it; null where that was not written down. */
  seenOn: PlainDate | null;
}

/** The address as the paper prints it, and the same place under the units in force since 1/7/2025. */
export interface Address {
  printed: string | null;
  current: CurrentAddress | null;
}

export interface CurrentAddress {
  /** Two-digit province code, for example '24'. */
  province: string;
  /** Five-digit commune code, for example '09301'; null where only the province is known. */
  commune: string | null;
  /** Hamlet, street, house. */
  detail: Text | null;
  status: 'confirmed' | 'needs-confirmation';
}

export type ProducerKind =
  | 'cooperative'
  | 'cooperative-group'
  | 'enterprise'
  | 'farm'
  | 'household'
  | 'association'
  | 'operating-centre'
  | 'unknown';

/** What a product or producer is found by. */
export interface Identity {
  /** Stable id (@ocop/rules/stable-id): never changes, whatever the folder or file is called. */
  id: string;
  /** Present name of the folder or file, and part of the address. */
  slug: string;
  /** Names it had before; their addresses lead on to the present one. */
  formerSlugs: string[];
}

export interface Producer extends Identity {
  name: Text;
  kind: ProducerKind;
  address: Address;
  phone: string | null;
  sources: Source[];
  sample: boolean;
}

export type Notice = 'alcohol' | 'functional-food';

/** Stars a press or portal text speaks of, without a decision anybody could look up. Words only. */
export interface Report extends ReportedStars {
  source: Source;
  note: Text | null;
}

export interface Product extends Identity {
  name: Text;
  producer: string | null;
  /** Product set 1..26 of QĐ 26/2026/QĐ-TTg. */
  set: number;
  origin: Address;
  summary: Text;
  story: Text | null;
  keywords: { vi: string[]; en: string[] };
  reported: Report[];
  notices: Notice[];
  /** Absolute path of the producer's photo, when the product's folder holds one. */
  photo: string | null;
  sources: Source[];
  remark: Text | null;
  sample: boolean;
}

export interface Issuer {
  name: Text;
  slug: string;
  level: IssuerLevel;
}

export interface Decision {
  key: string;
  type: DecisionType;
  issuer: Issuer;
  number: string;
  /** The signing day; null where only the year is known. */
  signedOn: PlainDate | null;
  /** The day its certificates count from, where the decision states another than the signing day. */
  countedFrom: PlainDate | null;
  /** The first day of a withdrawal's effect, where it states another than the signing day. */
  effectiveOn: PlainDate | null;
  year: number;
  title: Text;
  note: Text | null;
  sources: Source[];
  /** Products of this record the decision names. */
  products: string[];
}

export interface Recognition extends RecognitionFacts {
  product: string;
  decisionKey: string;
  /** Code on the certificate, shape 24-09292-03-2026 (QĐ 26/2026/QĐ-TTg). */
  productCode: string | null;
  /**
   * Key of the decision that withdrew it; null where none did, or where only a source's word tells of it.
   * Absent from a build of an earlier version.
   */
  withdrawnBy?: string | null;
  sources: Source[];
}

export interface Lot {
  code: string;
  product: string;
  madeOn: PlainDate;
  useBy: PlainDate | null;
  quantity: number;
  rawMaterial: Text;
  sample: boolean;
}

export interface Stand {
  stand: string;
  producer: string | null;
  products: string[];
}

export interface Fair {
  slug: string;
  name: Text;
  place: Text;
  startsOn: PlainDate;
  endsOn: PlainDate;
  organiser: Text;
  summary: Text;
  stands: Stand[];
  sources: Source[];
  sample: boolean;
}

export interface PointOfSale {
  slug: string;
  name: Text;
  address: Address;
  hours: Text | null;
  phone: string | null;
  products: string[];
  sources: Source[];
  sample: boolean;
}

export interface NewsItem {
  slug: string;
  title: Text;
  date: PlainDate;
  summary: Text;
  /** Markdown. */
  body: Text;
  sources: Source[];
}

export interface Page {
  slug: string;
  title: Text;
  /** Markdown. */
  body: Text;
}

/** A province of today's 34. `name` is the short form ('Bắc Ninh'), `fullName` the formal one. */
export interface Province {
  code: string;
  name: string;
  fullName: string;
  slug: string;
}

/** A commune, ward or special zone of today. Names repeat between provinces, so the slug ends in the code. */
export interface Commune {
  code: string;
  name: string;
  slug: string;
  provinceCode: string;
}

/** Everything the files hold, before the lookups are built. */
export interface RecordParts {
  products: Product[];
  producers: Producer[];
  decisions: Decision[];
  recognitions: Recognition[];
  offers: Offer[];
  giftBoxes: GiftBox[];
  lots: Lot[];
  fairs: Fair[];
  pointsOfSale: PointOfSale[];
  news: NewsItem[];
  pages: Page[];
  /** What is no fault and still worth a look by whoever keeps the files. */
  notes: ContentProblem[];
}

/**
 * The whole public record with its lookups. Every `…Of` answers from a map built once; a lookup of
 * something unknown is null (one thing) or an empty list (many).
 */
export interface PublicRecord {
  readonly products: readonly Product[];
  readonly producers: readonly Producer[];
  readonly decisions: readonly Decision[];
  readonly recognitions: readonly Recognition[];
  readonly offers: readonly Offer[];
  readonly giftBoxes: readonly GiftBox[];
  readonly lots: readonly Lot[];
  readonly fairs: readonly Fair[];
  readonly pointsOfSale: readonly PointOfSale[];
  readonly news: readonly NewsItem[];
  readonly pages: readonly Page[];
  readonly notes: readonly ContentProblem[];
  product(slug: string): Product | null;
  producer(slug: string): Producer | null;
  /** A product by its id, its slug or a slug it had before. */
  findProduct(name: string): Product | null;
  decision(key: string): Decision | null;
  fair(slug: string): Fair | null;
  pointOfSale(slug: string): PointOfSale | null;
  newsItem(slug: string): NewsItem | null;
  page(slug: string): Page | null;
  lot(code: string): Lot | null;
  offerOf(product: string): Offer | null;
  giftBox(slug: string): GiftBox | null;
  /** Boxes that hold some pack of the product. */
  giftBoxesWith(product: string): readonly GiftBox[];
  /** The offer that a pack belongs to. */
  offerOfSku(sku: string): Offer | null;
  productOfGtin(gtin: string): Product | null;
  recognitionsOf(product: string): readonly Recognition[];
  recognitionsUnder(decisionKey: string): readonly Recognition[];
  /** Decisions that name the product, of whatever type. */
  decisionsNaming(product: string): readonly Decision[];
  lotsOf(product: string): readonly Lot[];
  /** Fairs where one of the stands shows the product, or its producer without a list of products. */
  fairsOf(product: string): readonly Fair[];
  fairsOfProducer(producer: string): readonly Fair[];
  pointsOfSaleOf(product: string): readonly PointOfSale[];
  productsOf(producer: string): readonly Product[];
  productsOfSet(set: number): readonly Product[];
  productsInProvince(code: string): readonly Product[];
  productsInCommune(code: string): readonly Product[];
  province(code: string): Province | null;
  commune(code: string): Commune | null;
  /** Provinces and communes that some product of the record comes from, by name. */
  readonly provincesWithProducts: readonly Province[];
  readonly communesWithProducts: readonly Commune[];
}
