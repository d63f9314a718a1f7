import type { Knex } from '@medusajs/framework/mikro-orm/knex';

/** One pack on sale. `price` in đồng; `available` counts packs, null where stock is not kept. */
export interface CurrentOffer {
  sku: string;
  variantId: string;
  price: number;
  available: number | null;
}

// Medusa's own priced product query computes prices per variant and costs tens of milliseconds
// even for a few products. This one gives a guest's price as the cart will: a price set for the
// đồng region goes before the plain one, an override list before both, a sale only where lower.
// Stock counts at the places that deliver for a sales channel, as it does when a cart is
// completed; a pack whose orders may exceed the stock has no limit to show.
const offersSql = `
  select v.sku, v.id as "variantId",
         (case listed.type when 'override' then listed.amount
                           when 'sale' then least(listed.amount, base.amount)
                           else base.amount end)::float8 as price,
         case when v.manage_inventory and not v.allow_backorder
              then greatest(coalesce(stock.packs, 0), 0)::int end as available
  from product_variant v
  join product p on p.id = v.product_id and p.deleted_at is null and p.status = 'published'
  join product_variant_price_set link on link.variant_id = v.id and link.deleted_at is null
  join lateral (
    select amount from price
    where price_set_id = link.price_set_id and currency_code = 'vnd' and deleted_at is null
      and price_list_id is null and coalesce(min_quantity, 1) <= 1
      and (rules_count = 0 or rules_count = 1 and exists (
        select 1 from price_rule rule
        join region on region.id = rule.value
          and region.currency_code = 'vnd' and region.deleted_at is null
        where rule.price_id = price.id and rule.attribute = 'region_id'
          and rule.deleted_at is null))
    order by rules_count desc, amount limit 1
  ) base on true
  left join lateral (
    select price.amount, list.type from price
    join price_list list on list.id = price.price_list_id and list.deleted_at is null
      and list.status = 'active' and list.rules_count = 0
      and coalesce(list.starts_at, now()) <= now() and coalesce(list.ends_at, now()) >= now()
    where price.price_set_id = link.price_set_id and price.currency_code = 'vnd'
      and price.deleted_at is null and price.rules_count = 0
      and coalesce(price.min_quantity, 1) <= 1
    order by price.amount limit 1
  ) listed on true
  left join lateral (
    select min(item.packs) as packs from (
      select floor(sum(level.stocked_quantity - level.reserved_quantity)
               / max(held.required_quantity)) as packs
      from product_variant_inventory_item held
      left join inventory_level level
        on level.inventory_item_id = held.inventory_item_id and level.deleted_at is null
        and level.location_id in (
          select stock_location_id from sales_channel_stock_location where deleted_at is null)
      where held.variant_id = v.id and held.deleted_at is null
      group by held.inventory_item_id
    ) item
  ) stock on true
  where v.deleted_at is null and v.sku is not null
    and coalesce(v.metadata ->> 'withdrawn', '') <> 'true'
  order by v.sku`;

/** What can be bought now and for how much, straight from Medusa's tables (2.21). */
export async function currentOffers(database: Knex): Promise<CurrentOffer[]> {
  const { rows } = await database.raw<{ rows: CurrentOffer[] }>(offersSql);
  return rows;
}
