import type { MedusaContainer } from '@medusajs/framework/types';
import { Modules } from '@medusajs/framework/utils';
import type { SheetText } from '@ocop/stamp-sheet/label-text';
import { TRACEABILITY, type TraceabilityService } from '../../../../../modules/traceability/service.ts';
import type { IssuedStamps } from '../../../../../modules/traceability/stamps/order.ts';

/**
 * What the labels of an order say of the goods. The product's name is the given one, else what the
 * shop sells it as; null where it has neither.
 */
export async function labelFacts(
  container: MedusaContainer,
  order: IssuedStamps,
  name: string | undefined,
): Promise<Pick<SheetText, 'product' | 'lot' | 'useBy' | 'sample'> | null> {
  const [sold] = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ handle: order.product }, { select: ['title', 'metadata'], take: 1 });
  const product = name ?? sold?.title;
  if (product === undefined) return null;
  const traceability = container.resolve<TraceabilityService>(TRACEABILITY);
  const inPrint = order.lot === null ? null : await traceability.lots.history(order.lot);
  return {
    product,
    lot: order.lot,
    useBy: inPrint?.lot.useBy ?? null,
    sample: inPrint?.lot.sample ?? sold?.metadata?.sample === true,
  };
}
