/** Gift boxes in Medusa take their stock from the packs they hold: which inventory items, and how many of each. */
import { z } from 'zod';
import type { AdminApi } from './admin-api.ts';
import type { WantedPack, WantedProduct } from './catalogue.ts';
import { slices } from './slices.ts';

const variantShape = z.object({
  id: z.string(),
  sku: z.string().nullable(),
  product_id: z.string(),
  inventory_items: z
    .array(
      z.object({
        inventory_item_id: z.string(),
        required_quantity: z.number(),
        inventory: z.object({ sku: z.string().nullable() }).nullish(),
      }),
    )
    .nullish(),
});
type Variant = z.output<typeof variantShape>;

/** What a pack takes out of stock: pieces by inventory item. */
export type Draws = ReadonlyMap<string, number>;

const FIELDS =
  'id,sku,product_id,inventory_items.inventory_item_id,inventory_items.required_quantity,' +
  'inventory_items.inventory.sku';

/** Medusa's query parser reads at most twenty values of one name as a list. */
const SKUS_AT_ONCE = 20;

async function variantsOf(admin: AdminApi, skus: readonly string[]): Promise<Map<string, Variant>> {
  const found = new Map<string, Variant>();
  for (const some of slices([...new Set(skus)], SKUS_AT_ONCE)) {
    const { variants } = await admin.get(
      z.object({ variants: z.array(variantShape) }),
      '/admin/product-variants',
      {
        sku: some,
        fields: FIELDS,
        limit: SKUS_AT_ONCE,
      },
    );
    for (const variant of variants) if (variant.sku !== null) found.set(variant.sku, variant);
  }
  return found;
}

const drawsOf = ({ inventory_items: items }: Variant): Draws =>
  new Map((items ?? []).map(({ inventory_item_id: id, required_quantity: n }) => [id, n]));

/**
 * What each gift box of `wanted` takes out of stock, by SKU; null for one of which Medusa lacks a part, because staff
 * deleted it there. A part that is put together of others itself counts as these.
 */
export async function boxDraws(
  admin: AdminApi,
  wanted: readonly WantedProduct[],
): Promise<Map<string, Draws | null>> {
  const boxes = boxPacks(wanted);
  const parts = await variantsOf(
    admin,
    boxes.flatMap((box) => (box.parts ?? []).map(({ sku }) => sku)),
  );
  return new Map(boxes.map((box) => [box.sku, drawsOfParts(box, parts)]));
}

function drawsOfParts({ parts }: WantedPack, variants: ReadonlyMap<string, Variant>): Draws | null {
  const draws = new Map<string, number>();
  for (const { sku, quantity } of parts ?? []) {
    const own = [...drawsOf(variants.get(sku) ?? { id: '', sku, product_id: '' })];
    if (own.length === 0) return null;
    for (const [item, pieces] of own) draws.set(item, (draws.get(item) ?? 0) + pieces * quantity);
  }
  return draws;
}

export const boxPacks = (wanted: readonly WantedProduct[]): WantedPack[] =>
  wanted.flatMap(({ packs }) => packs.filter(({ parts }) => parts !== undefined));

/**
 * Pieces of packs that staff deleted and that boxes still take from, by SKU: Medusa keeps them for the box, so that a
 * pack made anew takes these, with their stock, and not new ones under the same SKU.
 */
export async function orphanedPieces(
  admin: AdminApi,
  wanted: readonly WantedProduct[],
): Promise<Map<string, Draws>> {
  const boxes = await variantsOf(
    admin,
    boxPacks(wanted).map(({ sku }) => sku),
  );
  const pieces = [...boxes.values()].flatMap(({ inventory_items: items }) =>
    (items ?? []).flatMap(({ inventory_item_id: id, inventory }) =>
      inventory?.sku ? [[inventory.sku, id] as const] : [],
    ),
  );
  const present = await variantsOf(
    admin,
    pieces.map(([sku]) => sku),
  );
  return new Map(pieces.filter(([sku]) => !present.has(sku)).map(([sku, id]) => [sku, new Map([[id, 1]])]));
}

/** Brings what boxes take out of stock in line with their parts; answers how many were changed. */
export async function alignBoxes(admin: AdminApi, draws: ReadonlyMap<string, Draws | null>): Promise<number> {
  const boxes = await variantsOf(admin, [...draws.keys()]);
  let changed = 0;
  for (const [sku, box] of boxes) {
    const wanted = draws.get(sku);
    if (!wanted) continue;
    const work = linkChanges(box.id, drawsOf(box), wanted);
    if (Object.values(work).every((list) => list.length === 0)) continue;
    await admin.post(z.unknown(), `/admin/products/${box.product_id}/variants/inventory-items/batch`, work);
    changed += 1;
  }
  return changed;
}

/** The body that makes a variant take `wanted` where it takes `present`. */
export function linkChanges(variant: string, present: Draws, wanted: Draws) {
  const link = ([inventory_item_id, required_quantity]: [string, number]) => ({
    ...{ variant_id: variant, inventory_item_id, required_quantity },
  });
  return {
    create: [...wanted].filter(([item]) => !present.has(item)).map(link),
    update: [...wanted].filter(([item, n]) => present.has(item) && present.get(item) !== n).map(link),
    delete: [...present.keys()]
      .filter((item) => !wanted.has(item))
      .map((inventory_item_id) => ({ variant_id: variant, inventory_item_id })),
  };
}
