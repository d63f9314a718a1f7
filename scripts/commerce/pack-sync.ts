import { z } from 'zod';
import type { AdminApi } from './admin-api.ts';
import { packChanges, type StoredPack, type StoredProduct, type WantedProduct } from './catalogue.ts';
import { changedPacks, newPack } from './product-writes.ts';
import { reservedSkus } from './stock.ts';

const anything = z.unknown();

/** A product as it stands and as it should. */
export interface ProductChange {
  stored: StoredProduct;
  wanted: WantedProduct;
}

/**
 * Brings the packs of changed products in line. A pack no longer offered is deleted; where open
 * orders hold its stock it is marked withdrawn, which takes it off sale, and deleted later. Answers
 * by product id the pack changes that need no request of their own: they go with the product's.
 */
export async function changePacks(
  admin: AdminApi,
  products: readonly ProductChange[],
): Promise<Map<string, object[]>> {
  const withProduct = new Map<string, object[]>();
  for (const { stored, wanted } of products) {
    const changes = packChanges(wanted.packs, stored.packs);
    if (changes.create.length === 0 && changes.remove.length === 0) {
      withProduct.set(stored.id, changedPacks(changes));
      continue;
    }
    await addOptionValues(
      admin,
      stored,
      changes.create.map(({ sku }) => sku),
    );
    const reserved = await reservedSkus(
      admin,
      changes.remove.map(({ sku }) => sku),
    );
    const isHeld = ({ sku }: StoredPack) => reserved.has(sku);
    const work = {
      create: changes.create.map(newPack),
      update: [
        ...changedPacks(changes),
        ...changes.remove.filter(isHeld).map(({ id, contentPrice }) => ({
          id,
          metadata: { content_price: contentPrice, withdrawn: true },
        })),
      ],
      delete: changes.remove.filter((pack) => !isHeld(pack)).map(({ id }) => id),
    };
    const path = `/admin/products/${stored.id}/variants/batch`;
    await admin.post(anything, path, work, { fields: 'id' });
  }
  return withProduct;
}

async function addOptionValues(
  admin: AdminApi,
  product: StoredProduct,
  skus: readonly string[],
): Promise<void> {
  if (skus.length === 0 || product.optionId === null) return;
  const values = { product_option_id: product.optionId, add: skus.map((value) => ({ value })) };
  const path = `/admin/products/${product.id}/options/batch`;
  await admin.post(anything, path, { update: [values] }, { fields: 'id' });
}
