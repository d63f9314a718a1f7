import { model } from '@medusajs/framework/utils';

/**
 * A run of stamps ordered together: positions 0 to `count` − 1 of range `number`. This row is all
 * that is stored for them until a part of them is activated, scanned or singled out. `epoch` names
 * the key that their codes are built with, `form` whether they carry a tag or a signature; `gtin` is
 * what the printed addresses carry. `lot_code` is the lot the stamps were ordered for and carry in
 * print, null where any lot of `product` may follow; `product_id` and `producer_id` are
 * filled in as on a lot. `state` says how far the sheets went; which
 * stamps are activated with which lot stands in `trace_stamp_span`.
 */
export const StampRange = model.define(
  { name: 'StampRange', tableName: 'trace_stamp_range' },
  {
    id: model.id({ prefix: 'strange' }).primaryKey(),
    number: model.autoincrement().unique(),
    epoch: model.text(),
    form: model.enum(['tagged', 'signed']).default('tagged'),
    count: model.number(),
    product: model.text().index(),
    product_id: model.text().index().nullable(),
    producer_id: model.text().index().nullable(),
    lot_code: model.text().index().nullable(),
    gtin: model.text().nullable(),
    state: model.enum(['reserved', 'printed', 'delivered', 'voided']),
    ordered_at: model.dateTime(),
  },
);
