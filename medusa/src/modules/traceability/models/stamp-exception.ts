import { model } from '@medusajs/framework/utils';

/** A single stamp that no longer fares like the rest of its range, and why. */
export const StampException = model
  .define(
    { name: 'StampException', tableName: 'trace_stamp_exception' },
    {
      id: model.id({ prefix: 'stexc' }).primaryKey(),
      range: model.number(),
      index: model.number(),
      kind: model.enum(['sold', 'recalled', 'expired', 'voided', 'reported', 'frozen']),
      since: model.dateTime(),
      note: model.text().nullable(),
    },
  )
  .indexes([{ on: ['range', 'index', 'kind'], unique: true }]);
