import type { AvailabilityAnswer } from '@ocop/contract/availability';
import { isPlausiblePrice } from '@ocop/rules/sale-hold';
import type { JudgedOffer } from '../../../modules/traceability/selling/held.ts';
import { producerIn } from '../../../order-desk/order-sheet.ts';
import { barOfMetadata, isAlcoholByMetadata } from '../../../ordering/order-bar.ts';

/**
 * What the site is told of packs on sale. One that is held has nothing to sell, and the last price that was
 * accepted where its own is what keeps it; with no such price it is not on sale yet.
 */
export function offersToTell(offers: readonly JudgedOffer[]): AvailabilityAnswer['offers'] {
  return offers.flatMap(
    ({ sku, variantId, metadata, price, accepted, available, held, fault, grams, draws }) => {
      const told = fault === null ? price : accepted;
      if (told === null || !isPlausiblePrice(told)) return [];
      const sender = producerIn(metadata)?.id ?? null;
      const offer = {
        sku,
        variantId,
        price: told,
        barred: barOfMetadata(metadata),
        sender,
        grams,
        ...(isAlcoholByMetadata(metadata) && { alcohol: true }),
        ...(draws && { draws }),
      };
      return [held === null ? { ...offer, available } : { ...offer, available: 0, held }];
    },
  );
}
