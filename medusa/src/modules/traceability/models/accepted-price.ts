import { model } from '@medusajs/framework/utils';

/**
 * The last price, in đồng, that a pack was sold at or that staff kept; `id` is the variant's. A price far
 * from it is held until staff keep it (decision 0044). `kept_by` is whoever kept it, null where it was near
 * enough to be taken without asking.
 */
export const AcceptedPrice = model.define(
  { name: 'AcceptedPrice', tableName: 'trace_accepted_price' },
  {
    id: model.text().primaryKey(),
    amount: model.number(),
    kept_by: model.text().nullable(),
  },
);
