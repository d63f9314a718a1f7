import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { ProductsRegistered, TracedProduct, UnlinkedProduct } from '@ocop/contract/traced-products';

/**
 * Takes the record's products over, and brings lots and ranges in line with them: those written
 * under a former slug get the present one, those without ids get them. A producer once written
 * stays: goods made before a product changed hands are still its former producer's.
 */
export async function registerProducts(
  manager: SqlEntityManager,
  products: readonly TracedProduct[],
): Promise<ProductsRegistered> {
  const rows = JSON.stringify(products);
  const written: { id: string }[] = await manager.execute(
    `insert into trace_product (id, slug, name, former_slugs, producer_id)
     select id, slug, name, "formerSlugs", "producerId" from ${declared} order by id
     on conflict (id) do update set
       slug = excluded.slug, name = coalesce(excluded.name, trace_product.name),
       former_slugs = excluded.former_slugs,
       producer_id = excluded.producer_id, updated_at = now()
     where (trace_product.slug, trace_product.name, trace_product.former_slugs, trace_product.producer_id)
       is distinct from (excluded.slug, coalesce(excluded.name, trace_product.name),
                         excluded.former_slugs, excluded.producer_id)
     returning id`,
    [rows],
  );
  return {
    changed: written.length,
    lots: await relink(manager, 'trace_lot', rows),
    ranges: await relink(manager, 'trace_stamp_range', rows),
  };
}

/** Rows of a table that now name their product rightly and did not before. */
async function relink(
  manager: SqlEntityManager,
  table: 'trace_lot' | 'trace_stamp_range',
  rows: string,
): Promise<number> {
  // By id, then by name: each an index of its own, where one condition with "or" would use none.
  const linked: { id: string }[] = await manager.execute(
    `with meant as (
       select stored.id as row_id, declared.*
       from ${declared} join ${table} stored on stored.product_id = declared.id
       union all
       select stored.id as row_id, declared.*
       from ${declared} cross join lateral unnest(array_append("formerSlugs", slug)) as known_as
       join ${table} stored on stored.product = known_as and stored.product_id is null
     )
     update ${table} stored set
       product = meant.slug, product_id = meant.id,
       producer_id = coalesce(stored.producer_id, meant."producerId"), updated_at = now()
     from meant
     where stored.id = meant.row_id and stored.deleted_at is null
       and (stored.product, stored.product_id, stored.producer_id) is distinct from
           (meant.slug, meant.id, coalesce(stored.producer_id, meant."producerId"))
     returning stored.id`,
    [rows, rows],
  );
  return linked.length;
}

const declared = `jsonb_to_recordset(?::jsonb) as declared(
  id text, slug text, name text, "formerSlugs" text[], "producerId" text)`;

/** Products that lots or ranges name and the record does not hold, with how many of each there are. */
export async function unlinkedProducts(manager: SqlEntityManager): Promise<UnlinkedProduct[]> {
  return manager.execute(
    `select product, count(*) filter (where kind = 'lot')::int as lots,
            count(*) filter (where kind = 'range')::int as ranges
     from (
       select product, 'lot' as kind from trace_lot where product_id is null and deleted_at is null
       union all
       select product, 'range' from trace_stamp_range where product_id is null and deleted_at is null
     ) unlinked
     group by product order by product limit 1000`,
  );
}
