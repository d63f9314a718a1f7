import { useQuery } from '@tanstack/react-query';
import { ask } from '../server/ask.ts';

interface Products {
  products: { handle: string; title: string }[];
}

const fields = 'handle,title';

/**
 * The name of a product by its slug; the slug itself where Medusa sells no such product, or has not
 * answered yet.
 */
export function useProductNames(slugs: readonly string[]): (slug: string) => string {
  const wanted = [...new Set(slugs)].sort();
  const { data } = useQuery({
    queryKey: ['product-names', wanted],
    enabled: wanted.length > 0,
    queryFn: async () => {
      const query = new URLSearchParams({ fields, limit: String(wanted.length) });
      for (const slug of wanted) query.append('handle[]', slug);
      const { products } = await ask<Products>(`/admin/products?${query}`);
      return new Map(products.map(({ handle, title }) => [handle, title]));
    },
  });
  return (slug) => data?.get(slug) ?? slug;
}
