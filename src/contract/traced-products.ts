/** `/admin/traceability/products`: the record's products, by which lots and stamps know theirs. */
import { isStableId } from '@ocop/rules/stable-id';
import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'should be a slug');

/** A product by its stable id: its slug now, the slugs it had, its producer's stable id. */
export const tracedProduct = z.strictObject({
  id: z.string().refine((id) => isStableId('product', id), 'should be the stable id of a product'),
  slug,
  formerSlugs: z.array(slug).max(100),
  /** Its Vietnamese name, for staff to choose by; a Medusa before 0.3 takes none. */
  name: z.string().min(1).max(300).optional(),
  producerId: z
    .string()
    .refine((id) => isStableId('producer', id), 'should be the stable id of a producer')
    .nullable(),
});

export type TracedProduct = z.output<typeof tracedProduct>;

/** The most products one request may hold. */
export const PRODUCTS_AT_ONCE = 1_000;

/** Products to take over, each id once. */
export const tracedProductsRequest = z.strictObject({
  products: z
    .array(tracedProduct)
    .min(1)
    .max(PRODUCTS_AT_ONCE)
    .refine((products) => new Set(products.map(({ id }) => id)).size === products.length, {
      error: 'should name each product once',
    }),
});

export type TracedProductsRequest = z.output<typeof tracedProductsRequest>;

/** How many products were new or changed, and how many lots and ranges were brought in line. */
export const productsRegistered = z.object({ changed: z.int(), lots: z.int(), ranges: z.int() });

export type ProductsRegistered = z.output<typeof productsRegistered>;

/** A name that lots or ranges have and no product of the record has or had. */
export const unlinkedProduct = z.object({ product: z.string(), lots: z.int(), ranges: z.int() });

export type UnlinkedProduct = z.output<typeof unlinkedProduct>;

/** Answer to GET: at most a thousand names that lead to no product. */
export const unlinkedProducts = z.object({ unlinked: z.array(unlinkedProduct) });

export type UnlinkedProducts = z.output<typeof unlinkedProducts>;

/** Answer to a GET of `/search`: at most fifty products of the record, and how many there are in all. */
export const listedProducts = z.object({
  products: z.array(z.object({ slug: z.string(), name: z.string() })),
  count: z.int(),
});

export type ListedProducts = z.output<typeof listedProducts>;
export type ListedProduct = ListedProducts['products'][number];

export const productSearchQuery = z.strictObject({ q: z.string().max(200).default('') });

export type ProductSearchQuery = z.output<typeof productSearchQuery>;
