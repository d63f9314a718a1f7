import { z } from 'zod';
import type { AdminApi } from './admin-api.ts';
import type { WantedProduct } from './catalogue.ts';
import { slices } from './slices.ts';

const itemShape = z.object({
  id: z.string(),
  sku: z.string().nullable(),
  location_levels: z.array(z.object({ location_id: z.string(), reserved_quantity: z.number() })).nullish(),
});

const itemsShape = z.object({ inventory_items: z.array(itemShape), count: z.number() });
const FIELDS = 'id,sku,location_levels.location_id,location_levels.reserved_quantity';

const PAGE = 1_000;
const LEVELS_AT_ONCE = 500;

/** Medusa's query parser reads at most twenty values of one name as a list. */
const SKUS_AT_ONCE = 20;

/**
 * Gives packs that have no stock record at `location` the stock the record starts them with.
 * Packs that have one are left alone, whatever it says. Answers how many were stocked.
 */
export async function stockNewPacks(
  admin: AdminApi,
  location: string,
  wanted: readonly WantedProduct[],
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  const all = await countItems(admin, {});
  const atLocation = await countItems(admin, { 'location_levels[location_id]': location });
  if (all === atLocation) return 0;

  const stock = new Map(wanted.flatMap(({ packs }) => packs.map((pack) => [pack.sku, pack.stock])));
  const levels: object[] = [];
  for (let offset = 0; offset < all; offset += PAGE) {
    const { inventory_items } = await admin.get(itemsShape, '/admin/inventory-items', {
      fields: FIELDS,
      order: 'id',
      limit: PAGE,
      offset,
    });
    for (const { id, sku, location_levels } of inventory_items) {
      const pieces = stock.get(sku ?? '');
      const isStocked = location_levels?.some((level) => level.location_id === location);
      if (pieces === undefined || isStocked) continue;
      levels.push({ inventory_item_id: id, location_id: location, stocked_quantity: pieces });
    }
  }

  let done = 0;
  for (const create of slices(levels, LEVELS_AT_ONCE)) {
    await admin.post(z.unknown(), '/admin/inventory-items/location-levels/batch', { create });
    done += create.length;
    onProgress(done, levels.length);
  }
  return levels.length;
}

async function countItems(admin: AdminApi, filter: Record<string, string>): Promise<number> {
  const { count } = await admin.get(z.object({ count: z.number() }), '/admin/inventory-items', {
    ...filter,
    fields: 'id',
    limit: 1,
  });
  return count;
}

/** Those of `skus` of which open orders hold pieces that are not sent yet. */
export async function reservedSkus(admin: AdminApi, skus: readonly string[]): Promise<ReadonlySet<string>> {
  const reserved = new Set<string>();
  for (const some of slices(skus, SKUS_AT_ONCE)) {
    const { inventory_items } = await admin.get(itemsShape, '/admin/inventory-items', {
      sku: some,
      fields: FIELDS,
      limit: SKUS_AT_ONCE,
    });
    for (const { sku, location_levels } of inventory_items) {
      const isHeld = location_levels?.some(({ reserved_quantity }) => reserved_quantity > 0);
      if (sku !== null && isHeld) reserved.add(sku);
    }
  }
  return reserved;
}
