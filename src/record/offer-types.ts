/** What of the record is for sale. */
import type { Dong } from '@ocop/rules/money';
import type { Source, Text } from './types.ts';

export interface Pack {
  sku: string;
  label: Text;
  price: Dong;
  /** Pieces on hand when the pack is first put on sale. */
  stock: number;
  weightGrams: number | null;
}

/** Terms for whoever buys much at once; null where the record does not say. */
export interface Wholesale {
  /** What `minimum` and `monthly` count, for example a case of twelve bottles. */
  unit: Text | null;
  minimum: number | null;
  /** From order to dispatch. */
  leadDays: number | null;
  /** Units that can be made in a month. */
  monthly: number | null;
  shelfLife: Text | null;
  storage: Text | null;
  packaging: Text | null;
  sources: Source[];
}

export interface Offer {
  product: string;
  gtin: string | null;
  packs: Pack[];
  /** Absent from a build of an earlier version. */
  wholesale?: Wholesale | null;
  sample: boolean;
}

/** A pack of some product as it lies in a gift box. */
export interface GiftBoxPart {
  sku: string;
  quantity: number;
}

/**
 * Goods of several producers in one box. It has no certificate and no stars of its own: its parts have theirs. Its
 * stock is that of the scarcest part.
 */
export interface GiftBox {
  /** Tells boxes apart for good: the file's name may change. */
  sku: string;
  slug: string;
  name: Text;
  summary: Text;
  /** Slug of the producer who packs and sends it. */
  sender: string;
  price: Dong;
  weightGrams: number | null;
  parts: GiftBoxPart[];
  sample: boolean;
}
