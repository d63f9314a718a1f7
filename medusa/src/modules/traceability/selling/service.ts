import type { TraceContext } from '../context.ts';
import { judgedOffers, keepPrice, type JudgedOffer, type KeepPrice, type KeepPriceAnswer } from './held.ts';

/** What is on sale, and what of it is not sold until staff decide (decision 0044). */
export function sellingService({ database, options }: TraceContext) {
  return {
    /** Every pack on sale, or those of some variants, with what keeps it from being sold. */
    offers: (variantIds: readonly string[] | null = null): Promise<JudgedOffer[]> =>
      judgedOffers(database.reader(), options.priceJump, variantIds),

    /** Lets a pack be sold at a price that was held. */
    keepPrice: (request: KeepPrice, actor: string): Promise<KeepPriceAnswer> =>
      database.transaction((manager) => keepPrice(manager, request, options.priceJump, actor)),
  };
}
