import { model } from '@medusajs/framework/utils';

/**
 * A doubt a consumer told us of. `number` is what the consumer is given; `request_key` comes with
 * the form, so that a form sent twice is one report. A code that is none of ours leaves range and
 * index null and stands in `typed`. `contact` is erased after its time, see forget-old-reports.
 */
export const Report = model
  .define(
    { name: 'Report', tableName: 'trace_report' },
    {
      id: model.id({ prefix: 'report' }).primaryKey(),
      number: model.autoincrement().unique(),
      request_key: model.text().unique(),
      range: model.number().nullable(),
      index: model.number().nullable(),
      typed: model.text().nullable(),
      lot_code: model.text().nullable(),
      product: model.text().nullable(),
      reason: model.enum(['opened', 'other-goods', 'looks-copied', 'label-differs', 'bad-quality', 'other']),
      words: model.text().nullable(),
      contact: model.text().nullable(),
      state: model.enum(['new', 'looking', 'closed']),
      answer: model.text().nullable(),
      at: model.dateTime(),
    },
  )
  .indexes([{ on: ['state', 'at'] }, { on: ['range', 'index'] }, { on: ['at'] }]);
