import { model } from '@medusajs/framework/utils';

/**
 * One batch of one product, as its producer declares it. `code` is printed on the label and never
 * reused; `code_key` is what codes are compared by (decision 0045), written by the database; the days are Vietnamese calendar days, `YYYY-MM-DD`. `product` is the product's slug,
 * `product_id` its stable id and `producer_id` that of whoever made it when the lot was registered,
 * null while the synchronised products do not hold it. `shipped_to` holds the codes of the
 * provinces its shipping events name: scans far from all of them weigh against a stamp.
 */
export const Lot = model.define(
  { name: 'Lot', tableName: 'trace_lot' },
  {
    id: model.id({ prefix: 'lot' }).primaryKey(),
    code: model.text().unique(),
    code_key: model.text().unique(),
    product: model.text().index(),
    product_id: model.text().index().nullable(),
    producer_id: model.text().index().nullable(),
    gtin: model.text().nullable(),
    made_on: model.text(),
    use_by: model.text().nullable(),
    quantity: model.number(),
    raw_material: model.json(),
    shipped_to: model.json().nullable(),
    sample: model.boolean().default(false),
  },
);
