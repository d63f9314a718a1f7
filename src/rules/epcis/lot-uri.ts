/**
 * How events name our lots, stamps and places. A lot whose producer has a GTIN is named by its GS1
 * Digital Link; without one it gets an address of this site, never a made-up GTIN. `origin` is the
 * site's own, such as 'https://ocop.vn'.
 */
import { percentEncode } from '../digital-link/percent-encoding.ts';
import { toGtin14 } from '../digital-link/gtin.ts';
import type { StampSegment } from '../stamps/stamp-segment.ts';

/** What an event is about: a lot, or a product where no lot is told yet. GTIN null: none. */
export type Thing = { lot: string; gtin: string | null } | { product: string; gtin: string | null };

/** A part of a range of stamps. */
export interface StampRun extends StampSegment {
  range: number;
}

/** Where: a GLN, the code of one of the 34 provinces, or both. */
export interface Place {
  gln: string | null;
  province: string | null;
}

/** A lot number GS1 has room for: 20 characters of set 82 (General Specifications, 3.4.1). */
const GS1_LOT = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/;

/** The class identifier of a lot or a product; a lot number GS1 has no room for gets an address. */
export function thingUri(origin: string, thing: Thing): string {
  const item = thing.gtin === null ? null : `${origin}/01/${toGtin14(thing.gtin)}`;
  if (!('lot' in thing)) return item ?? `${origin}/san-pham/${encodeURIComponent(thing.product)}`;
  const fits = item !== null && GS1_LOT.test(thing.lot);
  return fits
    ? `${item}/10/${percentEncode(thing.lot, 'path')}`
    : `${origin}/lo/${encodeURIComponent(thing.lot)}`;
}

/** The business transaction "these stamps", for events about stamps rather than goods. */
export function stampRunUri(origin: string, { range, first, last }: StampRun): string {
  return `${origin}/dai-tem/${range}.${first}-${last}`;
}

/** True for an identifier made by {@link stampRunUri}, whatever the site was called then. */
export function isStampRunUri(uri: string): boolean {
  return /^https?:\/\/[^/]+\/dai-tem\/\d+\.\d+-\d+$/.test(uri);
}

/** The identifiers of a place, the more exact first; empty where nothing is known. */
export function placeUris(origin: string, place: Place | null): string[] {
  const uris = place?.gln ? [`${origin}/414/${place.gln}`] : [];
  if (place?.province) uris.push(`${origin}/tinh/${place.province}`);
  return uris;
}

/** The province code in an identifier made by {@link placeUris}; null for any other. */
export function provinceOfUri(uri: string): string | null {
  return /^https?:\/\/[^/]+\/tinh\/(\d{2})$/.exec(uri)?.[1] ?? null;
}
