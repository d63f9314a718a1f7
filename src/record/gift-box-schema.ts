/** The shape of files in gift-boxes/: goods of several producers, packed and sent by one of them. */
import { z } from 'zod';
import { list, price, sku, slug, weightGrams } from './schema.ts';
import { text } from './text-schema.ts';

const quantityHint = 'write how many of it are in one box, as a whole number of 1 or more';

const part = z.strictObject(
  {
    sku,
    quantity: z.int({ error: quantityHint }).min(1, { error: quantityHint }).max(99, { error: quantityHint }),
  },
  { error: 'write "sku:" and "quantity:"' },
);

export const giftBoxSchema = z.strictObject({
  sku,
  name: text,
  summary: text,
  sender: slug,
  price,
  weightGrams,
  parts: list(part, 'write a list, each entry starting with "- sku:"')
    .min(1, { error: 'write at least one part' })
    .max(20, { error: 'write at most 20 parts' }),
});
