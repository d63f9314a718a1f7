import type { MedusaContainer } from '@medusajs/framework/types';
import { ContainerRegistrationKeys, type MedusaError } from '@medusajs/framework/utils';
import { isAlcohol, orderBar, type BarredGoods, type OrderBar } from '@ocop/rules/order-bar';
import { refusal } from './refusal.ts';

/**
 * Why a product may not be ordered, by what the synchronisation wrote of the record into its metadata.
 * A product that staff made by hand says nothing and is not barred, unless they write `notices: ["alcohol"]`.
 */
export function barOfMetadata(metadata: Metadata): OrderBar | null {
  return orderBar(goodsOf(metadata));
}

/** Whether a product, or something in a gift box, is an alcoholic drink, however orders are paid. */
export const isAlcoholByMetadata = (metadata: Metadata): boolean => isAlcohol(goodsOf(metadata));

type Metadata = Record<string, unknown> | null | undefined;

function goodsOf(metadata: Metadata): BarredGoods {
  const { product_set: set, notices } = metadata ?? {};
  return {
    set: typeof set === 'number' ? set : null,
    notices: Array.isArray(notices) ? notices.filter((one) => typeof one === 'string') : [],
  };
}

export function alcoholRefusal(): MedusaError {
  return refusal(
    'alcohol_not_ordered',
    'Alcohol is not sold online as long as orders are paid in cash. Remove it',
  );
}

/** Refuses variants that may not be ordered, before they come into a cart. */
export async function refuseBarred(
  container: MedusaContainer,
  variantIds: readonly (string | null | undefined)[],
): Promise<void> {
  const ids = variantIds.filter((id) => typeof id === 'string');
  if (ids.length === 0) return;
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'variant',
    fields: ['id', 'product.metadata'],
    filters: { id: ids },
  });
  const variants = data as { product: { metadata: Record<string, unknown> | null } | null }[];
  if (variants.some(({ product }) => barOfMetadata(product?.metadata) !== null)) throw alcoholRefusal();
}
