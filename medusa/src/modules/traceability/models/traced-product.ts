import { model } from '@medusajs/framework/utils';

/**
 * A product of the public record, whether or not it is on sale: its stable id, the slug it has, its
 * Vietnamese name (null until a synchronisation told it), the
 * slugs it had, and its producer's stable id. Written by the synchronisation and read where a lot or
 * a range of stamps is.
 */
export const TracedProduct = model
  .define(
    { name: 'TracedProduct', tableName: 'trace_product' },
    {
      id: model.id({ prefix: 'sp' }).primaryKey(),
      slug: model.text().index(),
      name: model.text().nullable(),
      former_slugs: model.array(),
      producer_id: model.text().nullable(),
    },
  )
  .indexes([{ on: ['former_slugs'], type: 'GIN' }]);
