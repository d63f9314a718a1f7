import { model } from '@medusajs/framework/utils';

/**
 * A run of stamps ordered together: positions 0 to `count` − 1 of range `number`. This row is all
 * that is stored for them until one is scanned or singled out. `epoch` names the key that their
 * codes are built with; `gtin` is what the printed addresses carry, so it never follows the lot.
 */
export const StampRange = model.define(
  { name: 'StampRange', tableName: 'trace_stamp_range' },
  {
    id: model.id({ prefix: 'strange' }).primaryKey(),
    number: model.autoincrement().unique(),
    epoch: model.text(),
    count: model.number(),
    lot_code: model.text().index(),
    gtin: model.text().nullable(),
    state: model.enum(['reserved', 'printed', 'delivered', 'activated', 'voided']),
    ordered_at: model.dateTime(),
    activated_at: model.dateTime().nullable(),
  },
);
