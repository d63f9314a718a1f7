import { z } from 'zod';
import { CommerceError, type AdminApi } from './admin-api.ts';
import { packChanges, type StoredPack, type StoredProduct, type WantedProduct } from './catalogue.ts';
import type { Draws } from './gift-box-sync.ts';
import { changedPacks, newPack, withdrawnPacks } from './product-writes.ts';
import { reservedSkus } from './stock.ts';

const anything = z.unknown();

/** A product as it stands and as it should. */
export interface ProductChange {
  stored: StoredProduct;
  wanted: WantedProduct;
}

/**
 * Brings the packs of changed products in line. A pack no longer offered is marked withdrawn, which takes it
 * off sale; its price, its stock and what open orders hold of it stay. Answers by product id the pack changes
 * that need no request of their own: they go with the product's.
 * @param again SKUs that are created although staff deleted them, and `orphaned` what these take their stock from
 */
export async function changePacks(
  admin: AdminApi,
  products: readonly ProductChange[],
  { again, orphaned }: { again: ReadonlySet<string>; orphaned: ReadonlyMap<string, Draws> },
): Promise<Map<string, object[]>> {
  const withProduct = new Map<string, object[]>();
  for (const { stored, wanted } of products) {
    const changes = packChanges(wanted.packs, stored.packs, again);
    const update = [...changedPacks(changes), ...withdrawnPacks(changes)];
    if (changes.create.length === 0 && changes.withdraw.length === 0) {
      withProduct.set(stored.id, update);
      continue;
    }
    await addOptionValues(
      admin,
      stored,
      changes.create.map(({ sku }) => sku),
    );
    await changeVariants(admin, stored.id, {
      create: changes.create.map((pack) => newPack(pack, orphaned.get(pack.sku))),
      update,
    });
  }
  return withProduct;
}

/**
 * Deletes packs whose SKU now belongs to a pack of another product.
 * @throws CommerceError where an open order holds pieces of one
 */
export async function freeSkus(
  admin: AdminApi,
  inTheWay: readonly { product: StoredProduct; pack: StoredPack }[],
): Promise<void> {
  const held = await reservedSkus(
    admin,
    inTheWay.map(({ pack }) => pack.sku),
  );
  if (held.size > 0) {
    throw new CommerceError(
      `The record gives ${[...held].join(', ')} to another product, and open orders still hold pieces under it. ` +
        'Send these orders first, or give the pack of the other product a SKU of its own. Nothing was changed.',
      null,
    );
  }
  for (const { product, pack } of inTheWay) {
    // Without its mark it is not taken for one that staff deleted.
    await changeVariants(admin, product.id, { update: [{ id: pack.id, metadata: { content_shape: '' } }] });
    await changeVariants(admin, product.id, { delete: [pack.id] });
  }
}

async function changeVariants(
  admin: AdminApi,
  product: string,
  work: { create?: object[]; update?: object[]; delete?: string[] },
): Promise<void> {
  await admin.post(anything, `/admin/products/${product}/variants/batch`, work, { fields: 'id' });
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
