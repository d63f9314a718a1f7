import type { MedusaContainer } from '@medusajs/framework/types';
import type { MedusaError } from '@medusajs/framework/utils';
import type { SaleHold } from '@ocop/rules/sale-hold';
import type { JudgedOffer } from '../modules/traceability/selling/held.ts';
import { TRACEABILITY, type TraceabilityService } from '../modules/traceability/service.ts';
import { refusal } from './refusal.ts';

const words = {
  price: ['price_held', 'A price in the cart is being looked at by staff. Remove the goods, or wait'],
  recall: ['goods_recalled', 'Something in the cart is being recalled. Remove it'],
  part: ['part_not_sold', 'Something in a gift box of the cart is not sold at the moment. Remove the box'],
} as const;

export function holdRefusal(hold: SaleHold): MedusaError {
  const [code, whatAndHow] = words[hold];
  return refusal(code, whatAndHow);
}

/** What is on sale of these variants, with what keeps each from being sold. */
export function offersOf(
  container: MedusaContainer,
  variantIds: readonly (string | null | undefined)[],
): Promise<JudgedOffer[]> {
  const ids = variantIds.filter((id) => typeof id === 'string');
  return container.resolve<TraceabilityService>(TRACEABILITY).selling.offers(ids);
}

/** Refuses what is held from being sold: its price is in doubt, or its goods are recalled. */
export function refuseHeld(offers: readonly JudgedOffer[]): void {
  const hold = offers.find(({ held }) => held !== null)?.held;
  if (hold) throw holdRefusal(hold);
}
