import type { MedusaContainer } from '@medusajs/framework/types';
import type { MedusaError } from '@medusajs/framework/utils';
import type { SaleHold } from '@ocop/rules/sale-hold';
import { TRACEABILITY, type TraceabilityService } from '../modules/traceability/service.ts';
import { refusal } from './refusal.ts';

const words = {
  price: ['price_held', 'A price in the cart is being looked at by staff. Remove the goods, or wait'],
  recall: ['goods_recalled', 'Something in the cart is being recalled. Remove it'],
} as const;

export function holdRefusal(hold: SaleHold): MedusaError {
  const [code, whatAndHow] = words[hold];
  return refusal(code, whatAndHow);
}

/** Refuses variants that are held from being sold: their price is in doubt, or their goods are recalled. */
export async function refuseHeld(
  container: MedusaContainer,
  variantIds: readonly (string | null | undefined)[],
): Promise<void> {
  const ids = variantIds.filter((id) => typeof id === 'string');
  if (ids.length === 0) return;
  const hold = await container.resolve<TraceabilityService>(TRACEABILITY).selling.holdOf(ids);
  if (hold !== null) throw holdRefusal(hold);
}
