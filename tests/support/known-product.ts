import { randomInt } from 'node:crypto';
import { stableId } from '@ocop/rules/stable-id';
import { z } from 'zod';
import { testAdmin } from './goods.ts';
import { testStack, type TestStack } from './stack.ts';

/** Tells traceability a product as the synchronisation does, so that lots may be of it; its stable id. */
export async function knownProduct(slug: string, stack: TestStack = testStack()): Promise<string> {
  const id = stableId('product', BigInt(randomInt(2 ** 40)));
  const product = { id, slug, formerSlugs: [], producerId: null };
  await testAdmin(stack).post(z.unknown(), '/admin/traceability/products', { products: [product] });
  return id;
}

/** Products that tests register lots of without putting them on sale. */
export const testProducts = ['san-pham-thu', 'san-pham-khac'] as const;
