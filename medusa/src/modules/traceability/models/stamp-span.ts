import { model } from '@medusajs/framework/utils';

/**
 * Stamps `first` to `last` (both included) of a range that were activated with a lot, or voided,
 * together. Spans of one kind never overlap within a range; rows are only ever added.
 */
export const StampSpan = model
  .define(
    { name: 'StampSpan', tableName: 'trace_stamp_span' },
    {
      id: model.id({ prefix: 'stspan' }).primaryKey(),
      range: model.number(),
      first: model.number(),
      last: model.number(),
      kind: model.enum(['activated', 'voided']),
      lot_code: model.text().nullable(),
      at: model.dateTime(),
    },
  )
  .indexes([{ on: ['range', 'kind', 'first'] }, { on: ['lot_code'] }]);
