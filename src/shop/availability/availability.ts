import type { SaleHold } from '@ocop/rules/sale-hold';
import type { CurrentOffer } from '../../medusa-client/site-routes.ts';

/** A pack as the built pages show it. `price` in đồng. */
export interface BakedOffer {
  price: number;
}

/** How today's stock and prices differ from what the built pages say; nothing else is sent. */
export interface AvailabilityDifference {
  /** When Medusa last answered, ISO 8601; `null` while it has not answered since this site started. */
  at: string | null;
  soldOut: string[];
  /** Packs with few pieces left: sku → pieces, 1 to `LOW_STOCK`. */
  low: Record<string, number>;
  /** Packs whose price changed since the pages were built: sku → đồng. */
  changed: Record<string, number>;
  /** Of the sold-out packs those that are held (decision 0044), with the reason. */
  held: Record<string, SaleHold>;
}

/** At or below this many pieces a buyer is told how many are left. */
export const LOW_STOCK = 5;

/**
 * Compares what the pages were built with against what Medusa sells now. A pack that left Medusa
 * counts as sold out; a pack the pages do not know is left out. Lists are sorted, so that the same
 * state always gives the same bytes (and the same ETag).
 */
export function availabilityDifference(
  baked: ReadonlyMap<string, BakedOffer>,
  current: ReadonlyMap<string, CurrentOffer>,
  at: string | null,
): AvailabilityDifference {
  const difference: AvailabilityDifference = { at, soldOut: [], low: {}, changed: {}, held: {} };
  for (const sku of [...baked.keys()].sort()) {
    const now = current.get(sku);
    if (!now) {
      difference.soldOut.push(sku);
      continue;
    }
    if (now.held) {
      difference.soldOut.push(sku);
      difference.held[sku] = now.held;
    } else if (now.available !== null && now.available <= 0) difference.soldOut.push(sku);
    else if (now.available !== null && now.available <= LOW_STOCK) {
      difference.low[sku] = now.available;
    }
    if (now.price !== baked.get(sku)?.price) difference.changed[sku] = now.price;
  }
  return difference;
}
