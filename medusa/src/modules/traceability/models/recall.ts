import { model } from '@medusajs/framework/utils';

/**
 * A call to bring goods back: of a whole lot, of stamps `first` to `last` of a range, or of one
 * stamp (`first` = `last`). `reason` and `advice` are read by buyers, in both languages. A recall
 * that is lifted keeps its row. `stock_cleared_at`: staff said that what is on sale is not of these goods.
 */
export const Recall = model
  .define(
    { name: 'Recall', tableName: 'trace_recall' },
    {
      id: model.id({ prefix: 'recall' }).primaryKey(),
      scope: model.enum(['lot', 'range', 'serial']),
      lot_code: model.text().nullable(),
      range: model.number().nullable(),
      first: model.number().nullable(),
      last: model.number().nullable(),
      reason: model.json(),
      advice: model.json(),
      announced_at: model.dateTime(),
      lifted_at: model.dateTime().nullable(),
      stock_cleared_at: model.dateTime().nullable(),
    },
  )
  .indexes([{ on: ['lot_code'] }, { on: ['range', 'first'] }, { on: ['announced_at'] }]);
