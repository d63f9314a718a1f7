import type { Knex } from '@medusajs/framework/mikro-orm/knex';
import type { AvailabilityAnswer } from '@ocop/contract/availability';
import { barOfMetadata } from '../../../ordering/order-bar.ts';

// Medusa's own priced product query computes prices per variant and costs tens of milliseconds
// even for a few products. This one gives a guest's price as the cart will: a price set for the
// đồng region goes before the plain one, an override list before both, a sale only where lower.
// Stock counts at the places that deliver for a sales channel, as it does when a cart is
// completed; a pack whose orders may exceed the stock has no limit to show.
const offersSql = `
  with base as (
    select distinct on (price_set_id) price_set_id, amount from price
    where currency_code = 'vnd' and price_list_id is null and deleted_at is null
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
      and coalesce(list.starts_at, now()) <= now() and coalesce(list.ends_at, now()) >= now()
    order by price.price_set_id, price.amount
  ), free as (
    select inventory_item_id, sum(stocked_quantity - reserved_quantity) as pieces
    from inventory_level
    where deleted_at is null and location_id in (
      select stock_location_id from sales_channel_stock_location where deleted_at is null)
    group by inventory_item_id
  ), stock as (
    select held.variant_id, min(floor(coalesce(free.pieces, 0) / held.required_quantity)) as packs
    from product_variant_inventory_item held
    left join free on free.inventory_item_id = held.inventory_item_id
    where held.deleted_at is null
    group by held.variant_id
  )
  select v.sku, v.id as "variantId", p.metadata,
         (case listed.type when 'override' then listed.amount
                           when 'sale' then least(listed.amount, base.amount)
                           else base.amount end)::float8 as price,
         case when v.manage_inventory and not v.allow_backorder
              then greatest(coalesce(stock.packs, 0), 0)::int end as available
  from product_variant v
  join product p on p.id = v.product_id and p.deleted_at is null and p.status = 'published'
  join product_variant_price_set link on link.variant_id = v.id and link.deleted_at is null
  join base on base.price_set_id = link.price_set_id
  left join listed on listed.price_set_id = link.price_set_id
  left join stock on stock.variant_id = v.id
  where v.deleted_at is null and v.sku is not null
    and coalesce(v.metadata ->> 'withdrawn', '') <> 'true'
  order by v.sku`;

type OfferRow = AvailabilityAnswer['offers'][number] & { metadata: Record<string, unknown> | null };

/** What can be bought now and for how much, straight from Medusa's tables (2.21). */
export async function currentOffers(database: Knex): Promise<AvailabilityAnswer['offers']> {
  const { rows } = await database.raw<{ rows: OfferRow[] }>(offersSql);
  return rows.map(({ metadata, ...offer }) => ({ ...offer, barred: barOfMetadata(metadata) }));
}
