import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { StockDraw } from '@ocop/rules/gift-box';

/** A pack on sale as Medusa's tables have it. `price` in đồng, as it was set, whatever that is. */
export interface OfferRow {
  sku: string;
  variantId: string;
  /** Medusa's id of the product, and its handle. */
  productId: string;
  product: string;
  title: string;
  metadata: Record<string, unknown> | null;
  price: number;
  /** Packs left; null where stock is not kept. */
  available: number | null;
  /**
   * What one pack takes out of stock, where other packs take from the same pieces or it takes several: gift boxes
   * and their parts. Null for a pack with pieces of its own, and where stock is not kept.
   */
  draws: StockDraw[] | null;
  /** SKUs of what a gift box holds, as the synchronisation wrote them; null for anything else. */
  parts: string[] | null;
  /** What it weighs as packed, grams, as the field has it; null where nobody wrote it. */
  grams: number | null;
  /** The last price the pack was sold at or that staff kept; null before the first. */
  accepted: number | null;
  /**
   * A recall in force covers goods of this product, or of another that its pieces belong to, and nobody said that
   * the stock is not of them.
   */
  recalled: boolean;
}

/**
 * Every pack on sale in one query, or those of `variantIds`. Medusa's own priced product query computes
 * prices per variant and costs tens of milliseconds even for a few products. This one gives a guest's price
 * as the cart will: a price set for the đồng region goes before the plain one, an override list before both,
 * a sale only where lower. Stock counts at the places that deliver for a sales channel, as it does when a
 * cart is completed, and where it lies in several, in the one with most of it: Medusa takes a whole line from one
 * place (decision 0056). A pack whose orders may exceed the stock has no limit to show. A stock that staff wrote
 * below zero or as a fraction counts as none, and as the whole packs in it. Written for Medusa 2.21.
 */
export async function offerRows(
  manager: SqlEntityManager,
  variantIds: readonly string[] | null = null,
): Promise<OfferRow[]> {
  return variantIds === null ? manager.execute(offersSql('')) : narrowed(manager, 'v.id', variantIds);
}

/** The packs of these SKUs that are on sale. */
export const offerRowsOfSkus = (manager: SqlEntityManager, skus: readonly string[]): Promise<OfferRow[]> =>
  narrowed(manager, 'v.sku', skus);

async function narrowed(
  manager: SqlEntityManager,
  column: 'v.id' | 'v.sku',
  values: readonly string[],
): Promise<OfferRow[]> {
  if (values.length === 0) return [];
  const asked = `and ${column} in (select jsonb_array_elements_text(?::jsonb))`;
  return manager.execute(offersSql(asked), [JSON.stringify(values)]);
}

/** @param asked SQL that narrows the variants, or '' for all of them */
function offersSql(asked: string): string {
  return `
  with wanted as (
    select v.id, v.sku, v.product_id, v.weight, v.manage_inventory, v.allow_backorder, v.metadata, link.price_set_id
    from product_variant v
    join product_variant_price_set link on link.variant_id = v.id and link.deleted_at is null
    where v.deleted_at is null and v.sku is not null
      and coalesce(v.metadata ->> 'withdrawn', '') <> 'true'
      ${asked}
  ), base as (
    select distinct on (price_set_id) price_set_id, amount from price
    where currency_code = 'vnd' and price_list_id is null and deleted_at is null
      and price_set_id in (select price_set_id from wanted)
      and coalesce(min_quantity, 1) <= 1
      and (rules_count = 0 or rules_count = 1 and exists (
        select 1 from price_rule rule
        join region on region.id = rule.value
          and region.currency_code = 'vnd' and region.deleted_at is null
        where rule.price_id = price.id and rule.attribute = 'region_id'
          and rule.deleted_at is null))
    order by price_set_id, rules_count desc, amount
  ), listed as (
    select distinct on (price.price_set_id) price.price_set_id, price.amount, list.type
    from price_list list
    join price on price.price_list_id = list.id and price.currency_code = 'vnd'
      and price.rules_count = 0 and price.deleted_at is null
      and coalesce(price.min_quantity, 1) <= 1
    where list.status = 'active' and list.rules_count = 0 and list.deleted_at is null
      and price.price_set_id in (select price_set_id from wanted)
      and coalesce(list.starts_at, now()) <= now() and coalesce(list.ends_at, now()) >= now()
    order by price.price_set_id, price.amount
  ), free as (
    select inventory_item_id, max(stocked_quantity - reserved_quantity) as pieces
    from inventory_level
    where deleted_at is null and location_id in (
      select stock_location_id from sales_channel_stock_location where deleted_at is null)
      and inventory_item_id in (
        select inventory_item_id from product_variant_inventory_item
        where variant_id in (select id from wanted))
    group by inventory_item_id
  ), shared as (
    select inventory_item_id from product_variant_inventory_item
    where deleted_at is null group by inventory_item_id having count(*) > 1
  ), stock as (
    select held.variant_id, min(floor(coalesce(free.pieces, 0) / held.required_quantity)) as packs,
           case when count(*) > 1 or bool_or(held.required_quantity > 1) or bool_or(shared.inventory_item_id is not null)
                then jsonb_agg(jsonb_build_object(
                  'item', item.id, 'sku', item.sku, 'pieces', held.required_quantity,
                  'left', floor(greatest(coalesce(free.pieces, 0), 0))) order by item.id) end as draws
    from product_variant_inventory_item held
    join inventory_item item on item.id = held.inventory_item_id and item.deleted_at is null
    left join free on free.inventory_item_id = held.inventory_item_id
    left join shared on shared.inventory_item_id = held.inventory_item_id
    where held.deleted_at is null and held.variant_id in (select id from wanted)
    group by held.variant_id
  ), recalled as (
    select coalesce(lot.product_id, sheets.product_id) as product_id,
           coalesce(lot.product, sheets.product) as product
    from trace_recall recall
    left join trace_lot lot on recall.scope = 'lot'
      and lot.code = recall.lot_code and lot.deleted_at is null
    left join trace_stamp_range sheets on recall.scope = 'range'
      and sheets.number = recall.range and sheets.deleted_at is null
    where recall.scope in ('lot', 'range') and recall.lifted_at is null
      and recall.stock_cleared_at is null and recall.deleted_at is null
  ), recalled_pieces as (
    select held.inventory_item_id from recalled
    join product p on p.deleted_at is null
      and (p.external_id = recalled.product_id or p.handle = recalled.product)
    join product_variant v on v.product_id = p.id and v.deleted_at is null
    join product_variant_inventory_item held on held.variant_id = v.id and held.deleted_at is null
  )
  select v.sku, v.id as "variantId", p.id as "productId", p.handle as product, p.title, p.metadata,
         (case listed.type when 'override' then listed.amount
                           when 'sale' then least(listed.amount, base.amount)
                           else base.amount end)::float8 as price,
         case when v.manage_inventory and not v.allow_backorder
              then greatest(coalesce(stock.packs, 0), 0)::int end as available,
         case when v.manage_inventory and not v.allow_backorder then stock.draws end as draws,
         case when jsonb_typeof(v.metadata -> 'parts') = 'array'
              then (select jsonb_agg(part ->> 'sku') from jsonb_array_elements(v.metadata -> 'parts') part
                    where part ->> 'sku' is not null) end as parts,
         v.weight::float8 as grams, accepted.amount::float8 as accepted,
         (exists (select 1 from recalled
                  where recalled.product_id = p.external_id or recalled.product = p.handle)
          or exists (select 1 from product_variant_inventory_item held
                     join recalled_pieces on recalled_pieces.inventory_item_id = held.inventory_item_id
                     where held.variant_id = v.id and held.deleted_at is null)) as recalled
  from wanted v
  join product p on p.id = v.product_id and p.deleted_at is null and p.status = 'published'
  join base on base.price_set_id = v.price_set_id
  left join listed on listed.price_set_id = v.price_set_id
  left join stock on stock.variant_id = v.id
  left join trace_accepted_price accepted on accepted.id = v.id
  order by v.sku`;
}
