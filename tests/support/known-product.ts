import { randomInt } from 'node:crypto';
import { stableId } from '@ocop/rules/stable-id';
import { z } from 'zod';
import { testAdmin } from './goods.ts';
import { testStack } from './stack.ts';

/** Tells traceability a product as the synchronisation does, so that lots may be of it; its stable id. */
export async function knownProduct(slug: string): Promise<string> {
  const id = stableId('product', BigInt(randomInt(2 ** 40)));
  const product = { id, slug, formerSlugs: [], producerId: null };
  await testAdmin(testStack()).post(z.unknown(), '/admin/traceability/products', { products: [product] });
  return id;
}
