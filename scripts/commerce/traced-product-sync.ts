import {
  productsRegistered,
  unlinkedProducts,
  type ProductsRegistered,
  type TracedProductsRequest,
  type UnlinkedProduct,
} from '@ocop/contract/traced-products';
import type { PublicRecord } from '../../src/record/types.ts';
import { CommerceError, type AdminApi } from './admin-api.ts';
import { slices } from './slices.ts';

const AT_ONCE = 500;
const at = '/admin/traceability/products';

/**
 * Tells Medusa every product of the record, on sale or not, by its stable id. Lots and stamps that
 * name one by a former slug are brought in line, which must come before new lots are registered.
 */
export async function syncTracedProducts(
  admin: AdminApi,
  record: Pick<PublicRecord, 'products' | 'producer'>,
): Promise<ProductsRegistered> {
  const summary = { changed: 0, lots: 0, ranges: 0 };
  for (const some of slices(record.products, AT_ONCE)) {
    const products = some.map(({ id, slug, name, formerSlugs, producer }) => ({
      name: name.vi,
      ...{ id, slug, formerSlugs },
      producerId: producer === null ? null : (record.producer(producer)?.id ?? null),
    }));
    const counts = await register(admin, { products });
    summary.changed += counts.changed;
    summary.lots += counts.lots;
    summary.ranges += counts.ranges;
  }
  return summary;
}

/** Names on lots and stamps that lead to no product of the record: nobody can be shown what they are. */
export async function findUnlinkedProducts(admin: AdminApi): Promise<UnlinkedProduct[]> {
  return (await admin.get(unlinkedProducts, at)).unlinked;
}

/** A Medusa before 0.3 takes no names. */
async function register(admin: AdminApi, request: TracedProductsRequest): Promise<ProductsRegistered> {
  try {
    return await admin.post(productsRegistered, at, request);
  } catch (error) {
    if (!(error instanceof CommerceError) || error.status !== 400) throw error;
    const products = request.products.map(({ name: _, ...product }) => product);
    return admin.post(productsRegistered, at, { products } satisfies TracedProductsRequest);
  }
}
