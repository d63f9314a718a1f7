import { model } from '@medusajs/framework/utils';

/**
 * A table of delivery prices as staff saved it (@ocop/rules/delivery-price). The one of the highest version is
 * in force; those before stay, and tell who changed what.
 */
export const DeliveryPriceTable = model.define(
  { name: 'DeliveryPriceTable', tableName: 'delivery_price_table' },
  {
    id: model.id({ prefix: 'dprice' }).primaryKey(),
    version: model.number(),
    prices: model.json(),
    saved_by: model.text(),
  },
);
