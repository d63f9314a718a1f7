import { addDays } from '@ocop/rules/date';
import type { PlainDate } from '@ocop/rules/date';
import { standingOn } from '@ocop/rules/certificate/standing';
import type { Issuer, Product, PublicRecord } from '../../record/types.ts';
import type { Tile } from './tile.ts';
import { tileOf } from './tile.ts';

/**
 * Products a list prints as a table on every one of its pages. Each row is some 40 bytes on the line; a
 * longer list prints the part the reader is looking at.
 */
export const MOST_PRINTED = 500;

/** One product of a printed list. */
export interface PrintedRow {
  tile: Tile;
  /** The decision behind the stars, and the last day they may be shown; null where there are none today. */
  proof: { number: string; signedOn: PlainDate | null; issuer: Issuer; lastDay: PlainDate } | null;
}

/** The rows of a printed list, with what holds on a day. */
export function printedRows(
  record: PublicRecord,
  products: readonly Product[],
  today: PlainDate,
): PrintedRow[] {
  return products.map((product) => {
    const tile = tileOf(record, product);
    const standing = standingOn(tile.card.recognitions, product.reported, today);
    if (standing.kind !== 'recognised') return { tile, proof: null };
    const { number, signedOn, issuer } = standing.recognition.decision;
    return { tile, proof: { number, signedOn, issuer, lastDay: addDays(standing.endsOn, -1) } };
  });
}
