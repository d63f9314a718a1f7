import type {
  ListedProducts,
  ProductsRegistered,
  TracedProduct,
  UnlinkedProduct,
} from '@ocop/contract/traced-products';
import type { TraceContext } from '../context.ts';
import { searchProducts } from './known-products.ts';
import { registerProducts, unlinkedProducts } from './register.ts';

/** The record's products, by which lots and ranges know theirs. */
export function productService({ database }: TraceContext) {
  return {
    /** Takes products of the record over; lots and ranges follow their names. Safe to repeat. */
    register: (products: readonly TracedProduct[]): Promise<ProductsRegistered> =>
      database.transaction((manager) => registerProducts(manager, products)),

    /** Products of the record to choose from, on sale or not. */
    search: (text: string): Promise<ListedProducts> => searchProducts(database.reader(), text),

    /** Names of products on lots and ranges that lead to no product of the record. */
    unlinked: (): Promise<UnlinkedProduct[]> => unlinkedProducts(database.reader()),
  };
}
