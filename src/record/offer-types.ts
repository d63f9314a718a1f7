/** What of the record is for sale. */
import type { Dong } from '@ocop/rules/money';
import type { Text } from './types.ts';

export interface Pack {
  sku: string;
  label: Text;
  price: Dong;
  /** Pieces on hand when the pack is first put on sale. */
  stock: number;
  weightGrams: number | null;
}

export interface Offer {
  product: string;
  gtin: string | null;
  packs: Pack[];
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
