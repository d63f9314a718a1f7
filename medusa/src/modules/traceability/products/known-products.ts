import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/postgresql';
import type { ListedProduct } from '@ocop/contract/traced-products';
import { slugify } from '@ocop/rules/vietnamese/vietnamese';

/** The present slugs of products of the record, by a slug each has or had; what it does not hold is left out. */
export async function presentSlugs(
  manager: SqlEntityManager,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { given: string; slug: string }[] = await manager.execute(
    `with asked as (select distinct jsonb_array_elements_text(?::jsonb) as given)
     select given, slug, false as present from asked
     join trace_product on former_slugs @> array[given] and deleted_at is null
     union all
     select given, slug, true as present from asked
     join trace_product on slug = given and deleted_at is null
     order by present`,
    [JSON.stringify(names)],
  );
  return new Map(rows.map(({ given, slug }) => [given, slug]));
}

/** The most products a search answers. */
const MOST_FOUND = 50;

/**
 * Products of the record, on sale or not, whose name or slug holds every word of `text`, with or without
 * Vietnamese marks; by name. `count` is how many there are in all.
 */
export async function searchProducts(
  manager: SqlEntityManager,
  text: string,
): Promise<{ products: ListedProduct[]; count: number }> {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
  const asked = words.map((word) => ({ word, plain: slugify(word) || word }));
  const rows: (ListedProduct & { total: number })[] = await manager.execute(
    `select slug, coalesce(name, slug) as name, count(*) over ()::int as total from trace_product
     where deleted_at is null and not exists (
       select 1 from jsonb_to_recordset(?::jsonb) as asked(word text, plain text)
       where strpos(lower(coalesce(name, '')), word) = 0 and strpos(slug, plain) = 0)
     order by coalesce(name, slug), slug limit ?`,
    [JSON.stringify(asked), MOST_FOUND],
  );
  return { products: rows.map(({ slug, name }) => ({ slug, name })), count: rows[0]?.total ?? 0 };
}
