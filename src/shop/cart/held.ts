import type { SaleHold } from '@ocop/rules/sale-hold';

/** What a cart calls goods that are not sold until staff decide, by the reason. */
export const heldKinds = {
  price: 'price-held',
  recall: 'recalled',
  part: 'part-held',
} as const satisfies Record<SaleHold, string>;

export type HeldKind = (typeof heldKinds)[SaleHold];
