/** One product with everything its page, its stamp or a cart line shows, as one piece of plain data. */
import type { ProductGroup, ProductSet } from '@ocop/rules/taxonomy';
import { groupOf, productSet } from '@ocop/rules/taxonomy';
import type {
  Commune,
  Decision,
  Offer,
  Producer,
  Product,
  Province,
  PublicRecord,
  Recognition,
} from './types.ts';

/** A decision without the list of products it names: that list may run to thousands. */
export type CardDecision = Omit<Decision, 'products'>;

export interface CardRecognition extends Recognition {
  decision: CardDecision;
  /** The decision that withdrew it, where one did; absent from a build of an earlier version. */
  withdrawal?: CardDecision | null;
}

export interface ProductCard {
  product: Product;
  producer: Producer | null;
  province: Province | null;
  commune: Commune | null;
  set: ProductSet;
  group: ProductGroup;
  /** Give these and product.reported to standingOn: a card holds no standing, for it would age. */
  recognitions: CardRecognition[];
  /** Decisions that name the product without recognising it: lists of entries, withdrawals. */
  otherDecisions: CardDecision[];
  offer: Offer | null;
}

/** The card of a product of the record. Throws RangeError for a slug that is not in it. */
export function productCard(record: PublicRecord, slug: string): ProductCard {
  const product = record.product(slug);
  if (!product) throw new RangeError(`no product "${slug}" in the record; ask record.product first`);
  const current = product.origin.current;
  const commune = current?.commune ?? null;
  return {
    product,
    producer: product.producer === null ? null : record.producer(product.producer),
    province: current === null ? null : record.province(current.province),
    commune: commune === null ? null : record.commune(commune),
    set: productSet(product.set),
    group: groupOf(product.set),
    recognitions: record.recognitionsOf(slug).flatMap((recognition) => {
      const decision = record.decision(recognition.decisionKey);
      if (!decision) return [];
      const withdrawal = recognition.withdrawnBy ? record.decision(recognition.withdrawnBy) : null;
      return [
        {
          ...recognition,
          decision: withoutProducts(decision),
          withdrawal: withdrawal && withoutProducts(withdrawal),
        },
      ];
    }),
    otherDecisions: record
      .decisionsNaming(slug)
      .filter((decision) => decision.type !== 'recognition')
      .map(withoutProducts),
    offer: record.offerOf(slug),
  };
}

function withoutProducts({ products: _, ...decision }: Decision): CardDecision {
  return decision;
}
