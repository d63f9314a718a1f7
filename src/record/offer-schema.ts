/** The shape of files in offers/: packs and prices of a product, and terms for buying much of it. */
import { isGtin } from '@ocop/rules/digital-link/gtin';
import { z } from 'zod';
import { list, price, sku, slug, weightGrams } from './schema.ts';
import { text } from './text-schema.ts';
import { wholesaleSchema } from './wholesale-schema.ts';

const stockHint = 'write the pieces on hand as a whole number, 0 for sold out';
const gtinHint = 'write the GTIN in quotes, 8, 12, 13 or 14 digits with a right check digit, or null';
const pack = z.strictObject(
  {
    sku,
    label: text,
    price,
    stock: z.int({ error: stockHint }).min(0, { error: stockHint }),
    weightGrams,
  },
  { error: 'write "sku:", "label:", "price:" and "stock:"' },
);

export const offerSchema = z.strictObject({
  product: slug,
  gtin: z.string({ error: gtinHint }).refine(isGtin, { error: gtinHint }).nullable(),
  wholesale: wholesaleSchema,
  packs: list(pack, 'write a list, each entry starting with "- sku:"').min(1, {
    error: 'write at least one pack',
  }),
});
